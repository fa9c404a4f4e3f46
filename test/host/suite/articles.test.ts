import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dateline, openArticle } from './dateline';

describe('An open article', () => {
  it('is analysed, and its outline shows headline, byline, body and boilerplate', async () => {
    const document = await openArticle('herald-treaty.txt');
    const analysed = await (await dateline()).analysis(document);
    assert.equal(
      analysed?.article.headline?.value,
      'Portugal and Norway sign fishing treaty in Lisbon',
    );
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = symbols.map(({ name }) => name);
    assert.ok(names.includes('Portugal and Norway sign fishing treaty in Lisbon'), names.join());
    assert.ok(names.includes('By Tom Ashdown'));
    assert.ok(symbols.some(({ detail }) => detail === 'boilerplate'));
  });

  it('folds its boilerplate', async () => {
    const document = await openArticle('herald-treaty.txt');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const foot = ranges.find(({ start }) => document.lineAt(start).text.startsWith('Share this'));
    assert.match(document.lineAt(foot?.end ?? 0).text, /All rights reserved/);
  });

  it('is analysed as it stands in the editor, not on disk', async () => {
    const document = await openArticle('gazette-fire.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), 'Zoë Marlowe of Bristol saw the fire.\n');
    await vscode.workspace.applyEdit(edit);
    const analysed = await (await dateline()).analysis(document);
    assert.equal(analysed?.version, document.version);
    const names = analysed.article.mentions.map(({ text }) => text);
    assert.ok(names.includes('Zoë Marlowe'), names.join());
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is told from a text that is none, which stays without analysis', async () => {
    const document = await openArticle('shopping.txt');
    assert.equal(await (await dateline()).analysis(document), undefined);
  });

  it('gives a name a card that cannot run the commands its text holds', async () => {
    const document = await openArticle('hostile.txt');
    await (await dateline()).analysis(document);
    const cards: vscode.Hover[] = [];
    for (let line = 0; line < document.lineCount; line++) {
      for (let column = 0; column < document.lineAt(line).text.length; column += 5) {
        cards.push(
          ...(await vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            document.uri,
            new vscode.Position(line, column),
          )),
        );
      }
    }
    const contents = cards.flatMap((card) => card.contents) as vscode.MarkdownString[];
    assert.ok(contents.length > 0);
    for (const { value, isTrusted, supportHtml } of contents) {
      assert.ok(!/(?<!\\)\]\(command:workbench/.test(value), value);
      assert.notEqual(supportHtml, true);
      assert.notEqual(isTrusted, true);
      const enabled = typeof isTrusted === 'object' ? isTrusted.enabledCommands : [];
      assert.ok(enabled.every((command) => command.startsWith('dateline.')));
    }
  });
});
