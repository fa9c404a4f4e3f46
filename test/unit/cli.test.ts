import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function dateline(args: readonly string[], input = ''): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { code: status, out: stdout, err: stderr };
}

const records = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const text =
  'Brannevik harbour reopens after the storm\n\nBy Katrin Holm\n\nBRANNEVIK (Northline Wire) – The harbour of Brannevik opened again on Tuesday, the port authority said.\n';

describe('the command line', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    execFileSync(process.execPath, ['esbuild.js', '--quiet']);
    folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints events, articles and names for a person', () => {
    const { code, out, err } = dateline(['analyze', 'samples']);
    assert.equal(code, 0);
    assert.match(out, /Halden Freight to buy Corran Lines/);
    assert.match(out, /people .*Ilse Tarkova/);
    assert.match(err, /18 articles analysed/);
    assert.match(err, /skipped: samples\/notes\.txt: does not read like a news article/);
  });

  it('applies what was learned from corrections in the folder of a file', () => {
    const own = join(folder, 'learned');
    mkdirSync(join(own, '.dateline'), { recursive: true });
    writeFileSync(join(own, 'harbour.article'), text);
    const analyse = (): unknown[] =>
      records(dateline(['analyze', '--json', '--no-events', own]).out)[0]!['mentions'] as unknown[];
    const found = (word: string) => ({ text: word, type: 'MISC', label: 'PLACE' });
    const pick = (mention: unknown) => {
      const { text: words, type, label } = mention as ReturnType<typeof found>;
      return { text: words, type, label };
    };
    const before = analyse().map(pick);
    const layer = { v: 1, rules: [], names: [{ form: 'port', label: 'PLACE', seen: 2 }] };
    const record = { t: 'layer', id: 'layer', by: 'ana', ts: '2026-01-01', ...layer };
    writeFileSync(join(own, '.dateline/learned.jsonl'), `${JSON.stringify(record)}\n`);
    const after = analyse().map(pick);
    assert.deepEqual(
      after.filter((mention) => mention.text === 'port'),
      [found('port')],
    );
    assert.equal(after.length, before.length + 1);
  });

  it('prints one record an article and the events last', () => {
    const { code, out } = dateline(['analyze', '--json', 'samples/northline-wire']);
    assert.equal(code, 0);
    const lines = records(out);
    const last = lines.pop()!;
    assert.equal(lines.length, 4);
    for (const record of lines) {
      for (const key of ['path', 'title', 'byline', 'dateline', 'date', 'source', 'language']) {
        assert.ok(key in record, key);
      }
      assert.ok(typeof record['event'] === 'string');
    }
    const events = last['events'] as { readonly articles: readonly string[] }[];
    assert.deepEqual(
      events.flatMap(({ articles }) => articles).sort(),
      lines.map(({ path }) => path).sort(),
    );
  });

  it('reads NDJSON from stdin, keeps ids and offsets, and names broken lines', () => {
    const input = [{ id: 7, text: `😀 ${text}` }, { id: 'b' }].map((line) => JSON.stringify(line));
    const { code, out, err } = dateline(
      ['analyze', '--json', '--no-events', '--'],
      [...input, 'no json', ''].join('\n'),
    );
    assert.equal(code, 1);
    assert.match(err, /stdin line 2: needs "id" and "text"/);
    assert.match(err, /stdin line 3: not JSON/);
    const [record, ...others] = records(out);
    assert.equal(others.length, 0);
    assert.equal(record!['id'], 7);
    const mentions = record!['mentions'] as { start: number; end: number; text: string }[];
    assert.ok(mentions.some((mention) => mention.text === 'Katrin Holm'));
    for (const { start, end, text: quoted } of mentions) {
      assert.equal(`😀 ${text}`.slice(start, end), quoted);
    }
  });

  it('gives the article without boilerplate', () => {
    const { code, out } = dateline([
      'clean',
      'samples/meridian-post/velmar-portugal-pact-signed.txt',
    ]);
    assert.equal(code, 0);
    assert.equal(out.split('Fishermen in two countries').length, 2, 'the body stands once');
    assert.doesNotMatch(out, /Copyright|\[meridian|<div/);
  });

  it('leaves out of a folder what its articles repeat', () => {
    const { out } = dateline(['clean', 'samples/kestrel-business-daily']);
    assert.doesNotMatch(out, /does not give investment advice/);
    assert.match(out, /Aurelis Space is looking for 120 million euros/);
  });

  it('groups what was analysed elsewhere as it would have been grouped here', () => {
    const stream = dateline(['analyze', '--json', '--no-events', '--features', 'samples']).out;
    const file = join(folder, 'analysed.ndjson');
    writeFileSync(file, stream);
    const grouped = records(dateline(['group', file]).out).pop()!;
    const direct = records(dateline(['analyze', '--json', 'samples']).out).pop()!;
    assert.deepEqual(grouped, direct);
  });

  it('finds articles by their words', () => {
    const { code, out } = dateline(['search', 'satellite', 'samples', '--json', '--limit', '2']);
    assert.equal(code, 0);
    assert.equal(records(out).length, 2);
    assert.ok(records(out).every(({ path }) => String(path).includes('aurelis')));
  });

  it('says what is wrong with bad input and goes on', () => {
    const bad = join(folder, 'bad');
    mkdirSync(bad);
    writeFileSync(join(bad, 'empty.txt'), '');
    writeFileSync(join(bad, 'binary.txt'), Buffer.from([1, 0, 2, 0]));
    writeFileSync(join(bad, 'latin.article'), Buffer.from(`Zoë ${text}`, 'latin1'));
    symlinkSync(bad, join(bad, 'loop'));
    const { code, out, err } = dateline(['analyze', '--json', bad, join(bad, 'missing.txt')]);
    assert.equal(code, 1);
    assert.match(err, /empty\.txt: empty/);
    assert.match(err, /binary\.txt: binary, not text/);
    assert.match(err, /latin\.article: not UTF-8; read as Windows-1252/);
    assert.match(err, /failed: .*missing\.txt: no such file/);
    assert.ok(out.includes('latin.article'));
  });

  it('ends with 2 on wrong use', () => {
    for (const args of [
      ['analyze'],
      ['eval', '--task', 'taste', 'x'],
      ['fly'],
      ['analyze', '--fast', 'x'],
    ]) {
      assert.equal(dateline(args).code, 2, args.join(' '));
    }
    assert.equal(dateline(['--help']).code, 0);
  });

  it('exports what people decided about names and events', () => {
    const corpus = join(folder, 'decided');
    mkdirSync(join(corpus, '.dateline'), { recursive: true });
    writeFileSync(join(corpus, 'harbour.article'), `\uFEFF${text}`);
    writeFileSync(
      join(corpus, 'bakery.article'),
      'Bakery wins prize in Ostwick\n\nBy Jon Field\n\nOSTWICK – A bakery won the national bread prize on Monday, its owner said.\n',
    );
    const stamp = { by: 'Ana', ts: '2026-01-01T00:00:00.000Z' };
    const write = (name: string, ...lines: readonly object[]): void => {
      const content = lines.map((line, i) => JSON.stringify({ id: `h${i}`, ...stamp, ...line }));
      writeFileSync(join(corpus, '.dateline', `${name}.jsonl`), content.join('\n'));
    };
    write(
      'events',
      { t: 'pin', article: 'harbour.article', event: 'mine' },
      { t: 'move', articles: ['bakery.article'], event: 'mine' },
      { t: 'title', event: 'mine', title: 'Two things in one' },
    );
    write(
      'entities',
      { t: 'rename', key: 'PER:katrin holm', name: 'Katrin M. Holm' },
      { t: 'kb', key: 'PER:katrin holm', kb: 'Q42' },
    );
    const out = join(folder, 'exported');
    const { code, err } = dateline(['export', '--format', 'csv', '--out', out, corpus]);
    assert.equal(code, 0, err);
    const rows = readFileSync(join(out, 'events.csv'), 'utf8').trim().split('\r\n').slice(1);
    assert.equal(rows.length, 2);
    for (const row of rows)
      assert.match(row, /^(?:harbour|bakery)\.article,mine,Two things in one,/);
    assert.match(err, /harbour\.article: The byte order mark is dropped/);
    assert.doesNotMatch(err, /bakery\.article: The byte order mark/);
    const entities = readFileSync(join(out, 'entities.csv'), 'utf8');
    assert.match(entities, /harbour\.article,PER:katrin holm,PER,Katrin M\. Holm,Katrin Holm,Q42/);
    assert.match(readFileSync(join(out, 'mentions.csv'), 'utf8'), /,Katrin Holm,PER:katrin holm,/);
  });

  it('measures itself on gold data', () => {
    const gold = join(folder, 'gold.jsonl');
    const name = 'Katrin Holm';
    const start = text.indexOf(name);
    const mentions = [{ start, end: start + name.length, type: 'PER' }];
    writeFileSync(gold, `${JSON.stringify({ id: 'a', text, mentions })}\n`);
    const { code, out } = dateline(['eval', '--task', 'entities', gold]);
    assert.equal(code, 0);
    assert.match(out, /PER +100\.0 +100\.0 +100\.0/);
  });
});
