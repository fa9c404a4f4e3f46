import * as vscode from 'vscode';
import { type BoilerplateBlock, boilerplateBlocks } from '../analysis/blocks';
import type { Line, LineKind } from '../analysis/article';
import { articleSelector } from '../workspace/articleSelector';
import type { OpenArticles } from '../workspace/openArticles';
import { kindName } from './kindName';

const symbolKinds: Partial<Record<LineKind, vscode.SymbolKind>> = {
  headline: vscode.SymbolKind.File,
  kicker: vscode.SymbolKind.Key,
  standfirst: vscode.SymbolKind.String,
  byline: vscode.SymbolKind.Interface,
  date: vscode.SymbolKind.Event,
  caption: vscode.SymbolKind.Object,
};

function block(
  document: vscode.TextDocument,
  boilerplate: BoilerplateBlock,
): vscode.DocumentSymbol {
  const { firstLine, lastLine, lines } = boilerplate;
  const kinds = [...new Set(lines.map((line) => kindName(line.kind)))];
  const range = document.lineAt(firstLine).range.union(document.lineAt(lastLine).range);
  return new vscode.DocumentSymbol(
    kinds.slice(0, 3).join(', '),
    vscode.l10n.t('boilerplate'),
    vscode.SymbolKind.Null,
    range,
    document.lineAt(firstLine).range,
  );
}

/** The article's head, its sections under their subheadings, and its boilerplate blocks. */
function outline(document: vscode.TextDocument, lines: readonly Line[]): vscode.DocumentSymbol[] {
  const symbols = boilerplateBlocks(lines).map((found) => block(document, found));
  const body = lines.filter((line) => line.kind === 'body' || line.kind === 'quote');
  const lastBody = body.at(-1);
  const subheadings = lines.filter((line) => line.kind === 'subheading');
  const endOf = (number: number): vscode.Position => document.lineAt(number).range.end;

  if (body[0] && lastBody) {
    const start = new vscode.Position(body[0].number, 0);
    const last =
      body.findLast((line) => !subheadings[0] || line.start < subheadings[0].start) ?? body[0];
    symbols.push(
      new vscode.DocumentSymbol(
        kindName('body'),
        '',
        vscode.SymbolKind.String,
        new vscode.Range(start, endOf(last.number)),
        document.lineAt(body[0].number).range,
      ),
    );
  }
  for (const [index, subheading] of subheadings.entries()) {
    const next = subheadings[index + 1];
    const last = body.findLast(
      (line) => line.start > subheading.start && (!next || line.start < next.start),
    );
    const range = document.lineAt(subheading.number).range;
    symbols.push(
      new vscode.DocumentSymbol(
        document.getText(range).trim(),
        kindName('subheading'),
        vscode.SymbolKind.Module,
        new vscode.Range(range.start, last ? endOf(last.number) : range.end),
        range,
      ),
    );
  }
  for (const line of lines) {
    const kind = symbolKinds[line.kind];
    if (kind === undefined) continue;
    const range = document.lineAt(line.number).range;
    symbols.push(
      new vscode.DocumentSymbol(
        document.getText(range).trim(),
        kindName(line.kind),
        kind,
        range,
        range,
      ),
    );
  }
  return symbols.sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function registerOutline(articles: OpenArticles): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    articleSelector,
    {
      async provideDocumentSymbols(document) {
        const analysed = await articles.analysis(document);
        return analysed && outline(document, analysed.article.lines);
      },
    },
    { label: 'Dateline' },
  );
}
