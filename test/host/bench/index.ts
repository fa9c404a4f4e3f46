import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { dateline, fileUri } from '../suite/dateline';
import { Blocks } from './blocks';

const changedFiles = 500;
/** The events have stood still for so long, milliseconds: the work has ended. */
const stillness = 8000;
const told = 5;

/** Resolves when the events have not changed for a while. */
async function stillEvents(): Promise<void> {
  const api = await dateline();
  let last = api.events();
  let since = Date.now();
  while (Date.now() - since < stillness) {
    await sleep(250);
    if (api.events() !== last) since = Date.now();
    last = api.events();
  }
}

/** Writes what this thread does meanwhile as a profile of Chrome's developer tools. */
async function profiled(file: string, work: () => Promise<void>): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  await writeFile(file, JSON.stringify(profile));
  session.disconnect();
}

async function pinFirstArticle(): Promise<void> {
  const [event, other] = (await dateline()).events();
  const article = vscode.workspace.asRelativePath(vscode.Uri.parse(event!.articles[0]!));
  const stamp = { id: 'hbench', by: 'Bench', ts: new Date().toISOString() };
  const record = { t: 'pin', article, event: other!.id, ...stamp };
  await mkdir(fileUri('.dateline').fsPath, { recursive: true });
  await appendFile(fileUri('.dateline/events.jsonl').fsPath, `${JSON.stringify(record)}\n`);
}

async function changeFiles(): Promise<void> {
  for (let i = 0; i < changedFiles; i++) {
    const file = fileUri(`${i}.txt`).fsPath;
    await writeFile(file, `${await readFile(file, 'utf8')}\nMore will follow.\n`);
  }
}

/** Tells the longest blocks of the extension host's thread while Dateline works; 50 ms is the most there should be. */
async function measure(start: string): Promise<void> {
  const blocks = new Blocks();
  const tell = (what: string): void => {
    const longest = blocks.longest(told).map(({ busy, at }) => {
      return `${busy.toFixed(0)} ms (at ${at.toFixed(1)} s)`;
    });
    console.log(`${what}: ${longest.join(', ')}`);
  };
  await sleep(2000);
  tell('the editor alone');
  const api = await dateline();
  await vscode.commands.executeCommand('dateline.events.focus');
  await api.indexed();
  await stillEvents();
  const articles = api.events().reduce((sum, event) => sum + event.articles.length, 0);
  tell(`${start} start, ${articles} articles in ${api.events().length} events`);
  if (start === 'warm') {
    await pinFirstArticle();
    await stillEvents();
    tell('an article put into another event');
    await changeFiles();
    await stillEvents();
    tell(`${changedFiles} files changed`);
  }
  blocks.dispose();
}

/** VS Code calls this inside its extension host. */
export async function run(): Promise<void> {
  const { DATELINE_BENCH_START, DATELINE_BENCH_PROFILE, DATELINE_TEST_RESULT } = process.env;
  const start = DATELINE_BENCH_START ?? 'cold';
  const profile = DATELINE_BENCH_PROFILE;
  if (profile === undefined) await measure(start);
  else await profiled(`${profile}/${start}.cpuprofile`, () => measure(start));
  if (DATELINE_TEST_RESULT !== undefined) await writeFile(DATELINE_TEST_RESULT, '0');
}
