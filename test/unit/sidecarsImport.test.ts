import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importAnnotations } from '../../src/cli/import';
import { annotatedFolder, folderOf } from '../../src/cli/sidecars';
import { createAnnotationCalls } from '../../src/worker/annotationCalls';
import type { LayRequest } from '../../src/worker/annotationProtocol';
import { plainArticle } from './plainMachine';

const text = 'Zoë 😀 Smith met ACME Corp.\nIn Ostrava, Smith left.\n';
const nothing = { file: '', text: '' };

describe('annotations on the command line', () => {
  let folder = '';
  const options = { format: 'doccano', by: 'Ana', repair: false };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dl-import-'));
    mkdirSync(join(folder, 'in'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const given = (): string => {
    const file = join(folder, 'in', 'all.jsonl');
    const at = text.indexOf('Smith');
    const record = { id: 'a.txt', text, label: [[at, at + 5, 'PER']], meta: {} };
    writeFileSync(file, `${JSON.stringify(record)}\n`);
    return file;
  };

  const laid = async (): Promise<ReturnType<ReturnType<typeof createAnnotationCalls>['lay']>> => {
    const into = annotatedFolder(join(folder, 'corpus'));
    const [name] = ['a.txt', 'all-1.txt'].filter((one) => {
      try {
        return readFileSync(join(into.root, one));
      } catch {
        return false;
      }
    });
    const request: LayRequest = {
      ...{ uri: 'a', text, machine: plainArticle(text), oldTexts: [], live: false },
      ...{ sideCars: await into.sideCars(name!), entities: nothing, rules: nothing },
    };
    return createAnnotationCalls().lay(request);
  };

  it('become side-cars of articles, which are written where they are missing', async () => {
    const into = join(folder, 'corpus');
    assert.equal(await importAnnotations([given()], { ...options, into }), 0);
    const { shown } = await laid();
    assert.deepEqual(
      shown.mentions.map((one) => [one.text, one.label, one.state, one.start]),
      [['Smith', 'PER', 'accepted', 7]],
    );
  });

  it('are found from a file deep in the folder', async () => {
    const into = join(folder, 'corpus');
    await importAnnotations([given()], { ...options, into });
    mkdirSync(join(into, '2026'));
    const found = await folderOf(join(into, '2026', 'b.txt'));
    assert.equal(found.root, into);
    assert.equal(found.pathOf(join(into, '2026', 'b.txt')), '2026/b.txt');
  });

  const exported = async (mention: object, more: object = {}, id = 'a.txt'): Promise<string> => {
    const file = join(folder, 'in', 'spacy.jsonl');
    const at = text.indexOf('Smith') - 1; // one code point before it takes two code units
    const span = { start: at, end: at + 5, label: 'PER', text: 'Smith', details: mention };
    const line = { text, spans: [span], meta: { article: id, ...more } };
    writeFileSync(file, `${JSON.stringify(line)}\n`);
    await importAnnotations([file], { ...options, format: 'spacy', into: join(folder, 'corpus') });
    return file;
  };
  const read = (...path: string[]): string => readFileSync(join(folder, 'corpus', ...path), 'utf8');

  it('stay whose they were, with their ids, rejections and knowledge base ids', async () => {
    const smith = { id: 'h0123456789ab', origin: 'human', by: 'Ben', entity: 'PER:smith' };
    const entities = [{ key: 'PER:smith', type: 'PER', name: 'Smith', aliases: [], kb: 'Q7' }];
    await exported({ ...smith, state: 'rejected' }, { entities });
    const record = JSON.parse(read('.dateline/annotations/a.txt.ben.jsonl').split('\n')[1]!) as {
      by: string;
      id: string;
      st: string;
      q: string;
    };
    assert.deepEqual(
      [record.by, record.id, record.st, record.q],
      ['Ben', smith.id, 'rejected', 'Smith'],
    );
    assert.match(read('.dateline/entities.jsonl'), /"t":"kb".*"key":"PER:smith","kb":"Q7"/);
  });

  it('add nothing when they are imported again, and a newer word when it has changed', async () => {
    const lines = (): number => read('.dateline/annotations/a.txt.ben.jsonl').split('\n').length;
    const smith = { id: 'h0123456789ab', origin: 'human', by: 'Ben', state: 'accepted' };
    await exported(smith);
    const once = lines();
    await exported(smith);
    assert.equal(lines(), once);
    await exported({ ...smith, state: 'rejected' });
    assert.equal(lines(), once + 1);
  });

  it('write no file outside the folder, in a hidden one, or of another kind', async () => {
    await exported({}, {}, '../../.vscode/tasks.json');
    assert.equal(read('vscode/tasks.json.txt'), text);
  });

  it('overwrite no file', async () => {
    mkdirSync(join(folder, 'corpus'));
    writeFileSync(join(folder, 'corpus', 'a.txt'), 'a shopping list');
    await exported({});
    assert.equal(read('a.txt'), 'a shopping list');
  });
});

describe('the annotation calls of the worker', () => {
  it('keep a decision on its words while the text before it is edited', () => {
    const calls = createAnnotationCalls();
    const [place] = calls.places(text, [{ start: 7, end: 12 }]);
    const record = {
      ...{ t: 'span', id: 'h1', label: 'PER', ...place!, st: 'accepted', src: 'human' },
      ...{ by: 'Ana', ts: '2026-01-01T00:00:00.000Z' },
    };
    const sideCars = [{ file: 'x.jsonl', text: `${JSON.stringify(record)}\n` }];
    const request = (now: string): LayRequest => ({
      ...{ uri: 'a', text: now, machine: plainArticle(now), sideCars, oldTexts: [] },
      ...{ entities: nothing, rules: nothing, live: true },
    });
    assert.equal(calls.lay(request(text)).shown.mentions[0]!.start, 7);
    calls.edit('a', [{ start: 0, end: 0, text: 'Yesterday ' }]);
    const edited = `Yesterday ${text}`;
    const [mention] = calls.lay(request(edited)).shown.mentions;
    assert.deepEqual([mention!.start, mention!.text, mention!.state], [17, 'Smith', 'accepted']);
    const [renewed] = calls.reanchor('a', edited, 'Ana');
    assert.equal(renewed!.id, 'h1');
    assert.deepEqual(
      calls.reanchor('a', edited, 'Ben'),
      [],
      'another person’s record stays theirs',
    );

    calls.edit('a', [{ start: 17, end: 22, text: '' }]);
    const cut = edited.replace('Smith ', ' ');
    assert.equal(calls.lay(request(cut)).shown.displaced[0]!.state, 'orphan');
    calls.edit('a', [{ start: 17, end: 17, text: 'Smith' }]);
    assert.equal(calls.lay(request(edited)).shown.mentions[0]!.start, 17, 'undo brings it back');
  });
});
