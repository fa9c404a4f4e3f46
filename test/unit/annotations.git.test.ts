import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { quotePlace } from '../../src/annotations/anchoring/quoteMatch';
import { anchorOf, readParagraphs } from '../../src/annotations/paragraphs';
import type { SpanRecord } from '../../src/annotations/records';
import {
  appendRecords,
  foldRecords,
  gitAttributes,
  parseSideCar,
  sideCarPath,
} from '../../src/annotations/store';
import { generateText, seeded } from '../bench/newsGenerator';

const articles = Array.from({ length: 20 }, (_, i) => ({
  path: `2026/article-${i}.txt`,
  ...generateText(seeded(i), 6),
}));

function git(folder: string, ...args: string[]): string {
  const settings = [
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' });
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Ten decisions on each article, as one annotator; `onTop` puts a banner above every article first. */
function decide(folder: string, by: string, file: string, onTop: string): void {
  articles.forEach(({ path, mentions }, a) => {
    const now = onTop + readFileSync(join(folder, path), 'utf8');
    write(folder, path, now);
    const paragraphs = readParagraphs(now);
    const records = mentions.slice(0, 10).map(({ start, end }, i): SpanRecord => {
      const span = { start: start + onTop.length, end: end + onTop.length };
      const place = { at: anchorOf(paragraphs, span), ...quotePlace(now, span) };
      const ts = new Date(1.8e12 + a * 1e5 + i * 1e3 + by.length).toISOString();
      const st = by === 'ana' ? 'accepted' : 'rejected';
      return { t: 'span', id: `m${a}-${i}`, label: 'PER', ...place, st, src: 'news-1', by, ts };
    });
    const sideCar = sideCarPath(path, file);
    const disk = existsSync(join(folder, sideCar))
      ? readFileSync(join(folder, sideCar), 'utf8')
      : '';
    write(folder, sideCar, appendRecords(disk, records));
  });
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', `Decisions of ${by}`);
}

function readAll(folder: string) {
  const root = join(folder, '.dateline/annotations/2026');
  const files = readdirSync(root).map((name) => readFileSync(join(root, name), 'utf8'));
  const parsed = files.map((text) => parseSideCar(text, ''));
  return {
    broken: parsed.flatMap(({ broken }) => broken),
    spans: parsed.flatMap(({ records }) => records).filter((record) => record.t === 'span'),
    raw: files.join(''),
  };
}

describe('two clones in git', () => {
  let base = '';
  before(function () {
    if (spawnSync('git', ['--version']).error) this.skip(); // git is not installed here
    base = mkdtempSync(join(tmpdir(), 'dateline-git-'));
    const origin = join(base, 'origin');
    mkdirSync(origin);
    git(origin, 'init', '-q', '-b', 'main');
    for (const { path, text } of articles) write(origin, path, text);
    write(origin, '.dateline/.gitattributes', gitAttributes);
    for (const { path } of articles) {
      const head = { v: 1, t: 'head', path, sha256: '', unit: 'utf16', by: 'team' };
      write(origin, sideCarPath(path, 'team'), appendRecords('', [head]));
    }
    git(origin, 'add', '-A');
    git(origin, 'commit', '-qm', 'Articles');
  });
  after(() => {
    if (base !== '') rmSync(base, { recursive: true, force: true });
  });

  for (const shared of [false, true]) {
    it(`merge 200 decisions each with no conflict and none lost, ${shared ? 'even in one file' : 'each in their own files'}`, function () {
      this.timeout(60_000);
      const [one, two] = ['ana', 'ben'].map((name) => join(base, `${name}${String(shared)}`));
      git(base, 'clone', '-q', join(base, 'origin'), one!);
      git(base, 'clone', '-q', join(base, 'origin'), two!);
      decide(one!, 'ana', shared ? 'team' : 'ana', '');
      decide(two!, 'ben', shared ? 'team' : 'ben', 'Updated at noon.\n\n');
      git(one!, 'pull', '-q', '--no-rebase', '--no-edit', two!, 'main');
      const { spans, broken, raw } = readAll(one!);
      assert.ok(!raw.includes('<<<<<<<'));
      assert.deepEqual(broken, []);
      assert.equal(spans.length, 400);
      const { byAnnotator } = foldRecords(spans);
      assert.equal(byAnnotator.get('ana')?.size, 200);
      assert.equal(byAnnotator.get('ben')?.size, 200);
      assert.equal(byAnnotator.get('ana')?.get('m3-4')?.st, 'accepted');
      assert.equal(byAnnotator.get('ben')?.get('m3-4')?.st, 'rejected');
    });
  }
});
