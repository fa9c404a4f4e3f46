import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dateline, eventually, fileUri, openArticle, report, writeFile } from './dateline';

const storm =
  'Storm floods the harbour of Aarhus\nBy Mette Krogh\n9 June 2024\n\n' +
  'AARHUS — A storm flooded the harbour of Aarhus on Sunday and drove 200 people from their homes.\n\n' +
  'Mayor Jens Holm said that the water rose by two metres within an hour and that the army had sent pumps.\n\n' +
  'Trains between Aarhus and Copenhagen were cancelled, and the ferry stayed in port until Monday.\n';

async function eventOf(name: string): Promise<string[] | undefined> {
  const id = fileUri(name).toString();
  const event = (await dateline()).events().find(({ articles }) => articles.includes(id));
  return event?.articles.map((article) => article.split('/').at(-1)!).sort();
}

describe('The folder', () => {
  before(async () => (await dateline()).indexed());

  it('is grouped into events', async () => {
    assert.deepEqual(await eventOf('herald-treaty.txt'), [
      'courier-treaty.txt',
      'herald-treaty.txt',
    ]);
    assert.deepEqual(await eventOf('gazette-fire.txt'), ['gazette-fire.txt']);
    assert.equal(await eventOf('shopping.txt'), undefined);
  });

  it('is followed as files come, change and go', async () => {
    const uri = await writeFile('storm.txt', storm);
    await eventually(
      'a new event',
      () => eventOf('storm.txt'),
      (event) => event?.length === 1,
    );
    await writeFile('storm.txt', 'milk\neggs\n');
    await eventually(
      'no event any more',
      () => eventOf('storm.txt'),
      (event) => !event,
    );
    await writeFile('storm.txt', storm);
    await eventually(
      'the event again',
      () => eventOf('storm.txt'),
      (event) => event?.length === 1,
    );
    await vscode.workspace.fs.delete(uri);
    await eventually(
      'the event is gone',
      () => eventOf('storm.txt'),
      (event) => !event,
    );
  });

  it('accounts for every file it does not read', async () => {
    const names = ['empty.txt', 'binary.txt', 'shopping.txt'];
    const text = await eventually('a report', report, (shown) =>
      names.every((name) => shown.includes(name)),
    );
    assert.match(text, /articles analysed/);
  });
});

describe('Bad input', () => {
  before(async () => (await dateline()).indexed());

  const bad: [string, () => string | Uint8Array][] = [
    ['one-long-line.txt', () => 'By Ann Lee. The mayor of Oslo said no. '.repeat(130_000)],
    ['too-big.txt', () => storm.repeat(110_000).slice(0, 50_000_000)],
    ['latin-1.txt', () => Buffer.from(storm.replace('Jens', 'Jörgen'), 'latin1')],
    ['only-spaces.txt', () => ' \t\r\n'.repeat(5_000)],
    ['nulls.txt', () => new Uint8Array(100_000)],
    ['emoji.txt', () => '😀👩‍👩‍👧‍👦🇳🇴'.repeat(20_000)],
  ];

  for (const [name, content] of bad) {
    it(`${name} neither stops nor breaks the work`, async () => {
      const uri = await writeFile(name, content());
      await eventually(
        'it is in an event or in the report',
        async () => (await eventOf(name)) !== undefined || (await report()).includes(name),
        Boolean,
      );
      assert.ok(await eventOf('herald-treaty.txt'), 'the other articles are still there');
      await vscode.workspace.fs.delete(uri);
    });
  }
});

describe('A file that is not UTF-8', () => {
  const name = 'western.txt';
  const settings = vscode.workspace.getConfiguration('files', fileUri(name));
  const readAs = (encoding: string | undefined) =>
    settings.update('encoding', encoding, vscode.ConfigurationTarget.Workspace);
  const title = async (): Promise<string> =>
    (await dateline()).events().find(({ articles }) => articles[0]!.endsWith(name))?.title ?? '';
  const isReported = async () => (await report()).includes(name);

  before(async () => {
    await (await dateline()).indexed();
    await writeFile(name, Buffer.from(storm.replace('Storm', 'Jörgen’s storm'), 'latin1'));
  });
  after(async () => {
    await readAs(undefined);
    await vscode.workspace.fs.delete(fileUri(name));
    await eventually('no event any more', title, (shown) => shown === '');
  });

  it('is told of, and read again when the settings say what it is', async () => {
    await eventually('the unreadable title', title, (shown) => shown.includes('J\ufffdrgen'));
    await eventually('the warning', isReported, Boolean);
    await readAs('windows1252');
    await eventually('the title', title, (shown) => shown.includes('Jörgen'));
    await eventually('no warning', isReported, (shown) => !shown);
    await readAs(undefined);
    await eventually('the warning again', isReported, Boolean);
  });
});

describe('A row that the list has just lost', () => {
  const pins = fileUri('.dateline/events.jsonl');
  const isPinned = (): Promise<boolean> =>
    Promise.resolve(vscode.workspace.fs.stat(pins)).then(
      () => true,
      () => false,
    );

  it('is not taken for the article in the editor', async () => {
    await (await dateline()).indexed();
    await vscode.workspace
      .getConfiguration('dateline')
      .update('annotator', 'Ana', vscode.ConfigurationTarget.Workspace);
    await openArticle('gazette-fire.txt');
    await vscode.commands.executeCommand('dateline.pinArticles', null);
    assert.equal(await isPinned(), false);
    await vscode.commands.executeCommand('dateline.pinArticles');
    await eventually('the pin that the palette means', isPinned, Boolean);
    await vscode.workspace.fs.delete(fileUri('.dateline'), { recursive: true });
    await vscode.commands.executeCommand('dateline.refreshEvents');
  });
});

describe('The manifest', () => {
  it('declares only commands that exist', async () => {
    await dateline();
    const known = await vscode.commands.getCommands(true);
    const extension = vscode.extensions.getExtension('dateline.dateline')!;
    const { contributes } = extension.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const missing = contributes.commands.filter(({ command }) => !known.includes(command));
    assert.deepEqual(missing, []);
  });
});
