import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dateline, fileUri } from './dateline';

async function ask(name: string, input: object): Promise<Record<string, unknown>> {
  const { content } = await vscode.lm.invokeTool(
    name,
    { input, toolInvocationToken: undefined },
    new vscode.CancellationTokenSource().token,
  );
  const [part] = content as vscode.LanguageModelTextPart[];
  return JSON.parse(part!.value) as Record<string, unknown>;
}

interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

describe('The tools of a model', () => {
  before(async () => (await dateline()).indexed());

  it('are offered with a schema', () => {
    const names = vscode.lm.tools.map(({ name }) => name);
    for (const name of ['find_articles', 'get_event', 'list_mentions', 'get_article']) {
      assert.ok(names.includes(`dateline_${name}`), names.join());
    }
  });

  it('lead from words to an article, its event and a name in it', async () => {
    const { articles } = (await ask('dateline_find_articles', { query: 'fishing treaty' })) as {
      readonly articles: readonly { readonly path: string; readonly event: string }[];
    };
    assert.equal(articles.length, 2);
    const { path, event } = articles[0]!;
    const { title } = await ask('dateline_get_event', { id: event });
    assert.match(String(title), /treaty/i);
    const read = await ask('dateline_get_article', { path });
    assert.ok(!JSON.stringify(read['lines']).includes('newsletter'));
    const { mentions } = (await ask('dateline_list_mentions', { name: 'Marchetti', path })) as {
      readonly mentions: readonly Place[];
    };
    const document = await vscode.workspace.openTextDocument(fileUri(path));
    for (const { start, end, text } of mentions) {
      assert.equal(document.getText().slice(start, end), text);
    }
  });

  it('tell a model what to do when they cannot answer', async () => {
    await assert.rejects(
      ask('dateline_get_article', { path: 'gone.txt' }),
      /dateline_find_articles/,
    );
  });
});
