import assert from 'node:assert/strict';
import { subscribe } from 'node:diagnostics_channel';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { EventView } from '../../../src/corpus/entry';
import { dateline, eventually, fileUri, writeFile } from './dateline';

/** The thread that groups the articles, told from the other threads by what it is asked. */
let grouping: Worker | undefined;

subscribe('worker_threads', (started) => {
  const { worker } = started as { readonly worker: Worker };
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: { readonly call: string }) => {
    if (message.call === 'apply' || message.call === 'restore') grouping = worker;
    post(message);
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

describe('The thread that groups articles is killed', () => {
  const decisions = fileUri('.dateline/events.jsonl');
  const late = fileUri('drought.txt');

  after(async () => {
    await vscode.workspace.fs.delete(decisions);
    await vscode.workspace.fs.delete(late);
    const api = await dateline();
    const titles = () => api.events().map((event) => event.title);
    await eventually('the events as found', titles, (all) => !all.includes(title));
  });

  it('and the events come back, with what people decided, and go on', async () => {
    const api = await dateline();
    await api.indexed();
    const fire = fileUri('gazette-fire.txt').toString();
    const treaty = fileUri('herald-treaty.txt').toString();
    const eventOf = (article: string) =>
      api.events().find((each) => each.articles.includes(article));
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
    const isDecided = (): boolean => eventOf(fire)?.id === event && eventOf(fire)?.title === title;
    await eventually('the decisions', isDecided, Boolean);
    const before = seen(api.events());

    const killed = grouping!;
    await killed.terminate();
    await eventually('another thread', () => grouping !== killed, Boolean);
    await writeFile('drought.txt', drought);
    await eventually(
      'an article that came later',
      () => eventOf(late.toString()) !== undefined,
      Boolean,
    );
    await api.indexed();
    await eventually(
      'all events as before',
      () => seen(api.events().filter(({ articles }) => !articles.includes(late.toString()))),
      (now) => JSON.stringify(now) === JSON.stringify(before),
    );
    await vscode.commands.executeCommand('dateline.showReport');
    const report = vscode.window.activeTextEditor!.document.getText();
    assert.match(report, /\d {2}times the thread that groups articles ended/);
  });
});
