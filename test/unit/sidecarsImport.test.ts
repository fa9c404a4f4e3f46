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
