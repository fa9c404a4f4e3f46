import assert from 'node:assert/strict';
import { subscribe } from 'node:diagnostics_channel';
import { rename, rm } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { EventView } from '../../../src/corpus/entry';
import type { DatelineApi } from '../../../src/wire';
import { inventedReport } from '../invented';
import { dateline, eventually, fileUri, report, writeFile } from './dateline';

interface Asked {
  readonly call: string;
  readonly args: readonly unknown[];
}

/** The thread that groups the articles, told from the other threads by what it is asked. */
let grouping: Worker | undefined;
/** Something that the thread cannot take in goes with this article, once. */
let spoilt: string | undefined;

function spoil(asked: Asked): Asked {
  const entries = asked.call === 'apply' ? (asked.args[0] as readonly { id: string }[]) : [];
  if (!entries.some(({ id }) => id === spoilt)) return asked;
  spoilt = undefined;
  return { ...asked, args: [[...entries, null], []] };
}

subscribe('worker_threads', (started) => {
  const { worker } = started as { readonly worker: Worker };
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (asked: Asked) => {
    if (asked.call === 'apply' || asked.call === 'restore') grouping = worker;
    post(spoil(asked));
  };
});

const drought =
  'Drought empties the reservoir of Castrello\nBy Marta Ruiz\n3 August 2024\n\n' +
  'CASTRELLO — The reservoir of Castrello fell to a tenth of its volume on Saturday, and 4,000 people queued for water.\n\n' +
  'Engineer Luis Prado said that the pumps had been switched off and that tankers would come from the coast.\n';

const title = 'Named by hand';

/** What a person sees of the events, however they are ordered. */
const seen = (events: readonly EventView[]): unknown[] =>
  events
    .map((event) => ({ id: event.id, title: event.title, articles: [...event.articles].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('The thread that groups articles', () => {
  const decisions = fileUri('.dateline/events.jsonl');
  const late = fileUri('drought.txt');
  const later = fileUri('later.txt');

  let api: DatelineApi;
  const eventOf = (article: vscode.Uri) =>
    api.events().find(({ articles }) => articles.includes(article.toString()));
  const has = (article: vscode.Uri) =>
    eventually(article.path, () => eventOf(article) !== undefined, Boolean);
  /** What a person sees of the events but for those of some articles. */
  const seenWithout = (...late: readonly vscode.Uri[]) => {
    const without = new Set(late.map(String));
    return seen(api.events().filter(({ articles }) => !articles.some((id) => without.has(id))));
  };
  const comesBack = (before: unknown, ...late: readonly vscode.Uri[]) =>
    eventually(
      'all events as before',
      () => seenWithout(...late),
      (now) => JSON.stringify(now) === JSON.stringify(before),
    );

  before(async () => {
    api = await dateline();
    await api.indexed();
    const treaty = fileUri('herald-treaty.txt');
    const event = eventOf(treaty)!.id;
    const stamp = { by: 'Ana', ts: '2026-01-01T00:00:00.000Z' };
    const lines = [
      { t: 'move', id: 'hmove', articles: ['gazette-fire.txt'], event, ...stamp },
      { t: 'title', id: 'htitle', event, title, ...stamp },
    ];
    await writeFile(
      '.dateline/events.jsonl',
      lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
    const fire = fileUri('gazette-fire.txt');
    const isDecided = (): boolean => eventOf(fire)?.id === event && eventOf(fire)?.title === title;
    await eventually('the decisions', isDecided, Boolean);
  });

  after(async () => {
    for (const uri of [decisions, late, later]) await rm(uri.fsPath, { force: true });
    const titles = () => api.events().map((event) => event.title);
    await eventually('the events as found', titles, (all) => !all.includes(title));
  });

  it('is killed, and the events come back, with what people decided, and go on', async () => {
    const before = seenWithout();
    const killed = grouping!;
    await killed.terminate();
    await eventually('another thread', () => grouping !== killed, Boolean);
    await writeFile('drought.txt', drought);
    await has(late);
    await api.indexed();
    await comesBack(before, late);
    assert.match(await report(), /\d {2}times the thread that groups articles ended/);
  });

  it('is killed, and an article whose file was renamed unseen stays in its event', async () => {
    // Nothing is told of what happens there; see `run.ts`.
    const [from, to] = [fileUri('untold/name.txt'), fileUri('untold/other.txt')];
    await writeFile('untold/name.txt', inventedReport(721, 0));
    await vscode.commands.executeCommand('dateline.refreshEvents');
    const { id } = eventOf(from)!;
    await rename(from.fsPath, to.fsPath);
    const killed = grouping!;
    await killed.terminate();
    await has(to);
    assert.equal(eventOf(to)?.id, id);
    assert.equal(eventOf(from), undefined);
    await api.indexed();
    assert.equal(eventOf(to)?.id, id);
    await rm(to.fsPath);
    await vscode.commands.executeCommand('dateline.refreshEvents');
  });

  it('fails at an article, and the same comes of it; nothing is lost', async () => {
    const before = seenWithout();
    const failed = grouping!;
    spoilt = later.toString();
    await writeFile('later.txt', inventedReport(711, 0));
    await eventually('another thread', () => grouping !== failed, Boolean);
    await has(later);
    await api.indexed();
    await comesBack(before, later);
    assert.match(await report(), /events were built again: TypeError/);
  });
});
