import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { EventView } from '../../../src/corpus/entry';
import type { DatelineApi } from '../../../src/wire';
import { inventedReport } from '../invented';
import { dateline, eventually, fileUri, report } from './dateline';

/** Path below the repository → the happening that is reported there. */
type Reports = ReadonlyMap<string, number>;

const papers = 3;
/** The corpus hears of changes this often at most, milliseconds; see `corpusFeed.ts`. */
const leastPause = 150;

function reports(from: number, to: number, folder: string, differs = 0): [string, number][] {
  return Array.from({ length: (to - from) * papers }, (_, i) => {
    const happening = from + Math.floor(i / papers);
    const path = `${folder}-${happening % 10}/${happening}-${i % papers}.txt`;
    return [path, happening + differs];
  });
}

/** Two branches. Of the articles of the first, 300 are gone in the second, 300 are elsewhere, 120 are changed; 300 are new. */
const branches: Readonly<Record<'first' | 'second', Reports>> = {
  first: new Map([...reports(0, 340, 'desk')]),
  second: new Map([
    ...reports(100, 200, 'bureau'),
    ...reports(200, 240, 'desk', 400),
    ...reports(240, 440, 'desk'),
  ]),
};

async function write(root: string, all: Reports): Promise<void> {
  for (const [path, happening] of all) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    const paper = Number(/(\d)\.txt$/.exec(path)![1]);
    await writeFile(join(root, path), inventedReport(happening, paper));
  }
}

const execute = promisify(execFile);
const git = (folder: string, ...args: string[]) =>
  execute('git', [
    '-c',
    'user.name=Ana',
    '-c',
    'user.email=ana@example.org',
    '-C',
    folder,
    ...args,
  ]);

/** A repository beside the opened folder, with both branches. */
async function repository(): Promise<string> {
  const root = join(fileUri('.').fsPath, '../wire');
  await mkdir(root);
  await git(root, 'init', '-q');
  for (const [branch, all] of Object.entries(branches)) {
    await git(root, 'checkout', '-q', '-b', branch);
    await git(root, 'rm', '-q', '-r', '--ignore-unmatch', '.');
    await write(root, all);
    await git(root, 'add', '.');
    await git(root, 'commit', '-q', '-m', branch);
  }
  await git(root, 'checkout', '-q', 'first');
  return root;
}

describe('A checkout that changes a thousand files at once', () => {
  const root = fileUri('wire');
  let api: DatelineApi;

  const pathsOf = ({ articles }: EventView): string[] =>
    articles
      .filter((id) => id.startsWith(`${root.toString()}/`))
      .map((id) => id.slice(root.toString().length + 1));

  /** What is wrong with the corpus, in words; nothing when it holds exactly these reports. */
  const faults = (expected: Reports): string[] => {
    const events = api
      .events()
      .map(pathsOf)
      .filter(({ length }) => length > 0);
    const held = events.flat();
    const missing = [...expected.keys()].filter((path) => !new Set(held).has(path));
    const ghosts = held.filter((path) => !expected.has(path));
    const parts = new Map<number, number>();
    let mixed = 0;
    for (const event of events) {
      const happenings = new Set(event.map((path) => expected.get(path) ?? -1));
      for (const each of happenings) parts.set(each, (parts.get(each) ?? 0) + 1);
      mixed += happenings.size - 1;
    }
    const torn = [...parts.values()].filter((count) => count > 1).length;
    return [
      ...(missing.length > 0 ? [`${missing.length} missing, as ${missing[0]!}`] : []),
      ...(ghosts.length > 0 ? [`${ghosts.length} that are gone, as ${ghosts[0]!}`] : []),
      ...(new Set(held).size < held.length ? ['articles in two events'] : []),
      ...(torn > 0 ? [`${torn} happenings in more than one event`] : []),
      // The names are invented by chance, so that a few happenings are much alike.
      ...(mixed * 20 > parts.size ? [`${mixed} happenings in others' events`] : []),
    ];
  };

  const settles = (expected: Reports) =>
    eventually(
      'the corpus as on disk',
      () => faults(expected),
      (found) => found.length === 0,
    );

  /** Watches how often the events change until the work has ended. */
  const countUpdates = async (
    work: Promise<unknown>,
  ): Promise<{ updates: number; most: number }> => {
    const begin = Date.now();
    let updates = 0;
    let last = api.events();
    const timer = setInterval(() => {
      if (api.events() !== last) updates++;
      last = api.events();
    }, 5);
    await work.finally(() => {
      clearInterval(timer);
    });
    return { updates, most: 5 + (Date.now() - begin) / leastPause };
  };

  before(async () => {
    api = await dateline();
    await api.indexed();
    const source = await repository();
    await cp(source, root.fsPath, { recursive: true });
  });

  after(() => rm(root.fsPath, { recursive: true, force: true }));

  it('finds the articles of a repository that has just come', async () => {
    const { updates, most } = await countUpdates(settles(branches.first));
    assert.ok(updates < most, `${updates} updates`);
  });

  it('leaves the corpus as the files are, after few updates', async () => {
    const change = git(root.fsPath, 'checkout', '-q', 'second').then(() =>
      settles(branches.second),
    );
    const { updates, most } = await countUpdates(change);
    assert.ok(updates < most, `${updates} updates`);
  });

  it('does so when branches are changed to and fro', async () => {
    for (const branch of ['first', 'second', 'first']) {
      await git(root.fsPath, 'checkout', '-q', branch);
    }
    await settles(branches.first);
  });

  it('follows a folder that is renamed by another program; its events stay the same', async () => {
    const idsBelow = (folder: string): string[] =>
      api
        .events()
        .filter((event) => pathsOf(event).some((path) => path.startsWith(`${folder}/`)))
        .map(({ id }) => id);
    const before = new Set(idsBelow('desk-3'));
    await rename(join(root.fsPath, 'desk-3'), join(root.fsPath, 'moved-3'));
    const moved = [...branches.first].map(([path, each]): [string, number] => [
      path.replace('desk-3/', 'moved-3/'),
      each,
    ]);
    await settles(new Map(moved));
    const fresh = idsBelow('moved-3').filter((id) => !before.has(id));
    assert.deepEqual(fresh, []);
  });

  it('keeps nothing of a folder that is deleted', async () => {
    await rm(root.fsPath, { recursive: true });
    await settles(new Map());
    assert.doesNotMatch(await report(), /wire\//);
  });
});
