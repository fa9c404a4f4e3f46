import * as vscode from 'vscode';
import type { NameSymbol } from '../corpus/symbols';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { ArticleReader } from './articleReader';
import { countName, typeName } from './card';
import { introduction, mentionsOf } from './mentionsOf';
import { locations } from './references';

const most = 100;

const kinds: Record<NameSymbol['type'], vscode.SymbolKind> = {
  PER: vscode.SymbolKind.Class,
  ORG: vscode.SymbolKind.Module,
  LOC: vscode.SymbolKind.Namespace,
  MISC: vscode.SymbolKind.Object,
  event: vscode.SymbolKind.Event,
};

/** A name or event found in the workspace; its place is looked up when it is chosen. */
class FoundSymbol extends vscode.SymbolInformation {
  constructor(readonly found: NameSymbol) {
    const { type, name, alias, articles, article } = found;
    const what = type === 'event' ? vscode.l10n.t('Event') : typeName(type);
    super(
      // The picker keeps only what holds the typed letters.
      alias === undefined ? name : `${alias} · ${name}`,
      kinds[type],
      `${what} · ${countName(articles)}`,
      new vscode.Location(vscode.Uri.parse(article), new vscode.Position(0, 0)),
    );
  }
}

/** "Go to Symbol in Workspace" over the names and events of the corpus. */
export function createWorkspaceSymbols(
  mirror: CorpusMirror,
  reader: ArticleReader,
): vscode.WorkspaceSymbolProvider {
  return {
    async provideWorkspaceSymbols(query) {
      const found = await mirror.calls.symbols(query, most);
      return found.map((symbol) => new FoundSymbol(symbol));
    },
    async resolveWorkspaceSymbol(symbol) {
      if (!(symbol instanceof FoundSymbol)) return undefined;
      const { type, article, as } = symbol.found;
      if (type === 'event' || as === undefined) return symbol;
      const read = await reader.read(article);
      const mentions = read ? mentionsOf(read.article, type, [as]) : [];
      const first = introduction(mentions, [as]);
      if (read && first) symbol.location = locations(article, read.text, [first])[0]!;
      return symbol;
    },
  };
}
