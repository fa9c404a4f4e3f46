import * as vscode from 'vscode';
import type { RunTool } from './tools';

export const toolNames = [
  'dateline_find_articles',
  'dateline_get_event',
  'dateline_list_mentions',
  'dateline_get_article',
] as const;

type ToolName = (typeof toolNames)[number];

/** What the person is told while a tool runs, and asked before. */
function wordsFor(name: ToolName, input: Readonly<Record<string, unknown>>) {
  const given = ['query', 'name', 'title', 'path', 'id', 'source', 'from', 'to']
    .map((field) => input[field])
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' · ');
  const words: Record<ToolName, { readonly title: string; readonly running: string }> = {
    dateline_find_articles: {
      title: vscode.l10n.t('Search the news articles of this folder?'),
      running: vscode.l10n.t('Searching articles: {0}', given),
    },
    dateline_get_event: {
      title: vscode.l10n.t('Read an event and the beginnings of its articles?'),
      running: vscode.l10n.t('Reading the event: {0}', given),
    },
    dateline_list_mentions: {
      title: vscode.l10n.t('Read the sentences that mention a name?'),
      running: vscode.l10n.t('Looking for mentions: {0}', given),
    },
    dateline_get_article: {
      title: vscode.l10n.t('Read an article?'),
      running: vscode.l10n.t('Reading the article: {0}', given),
    },
  };
  return { ...words[name], given };
}

/** Offers the tools to the models that the user works with; what answers is loaded with the first call. */
export function registerTools(load: () => Promise<RunTool>): vscode.Disposable {
  // Hosts of other makers, built on VS Code, may have no such models.
  const { lm } = vscode as { readonly lm?: Partial<typeof vscode.lm> };
  if (!lm?.registerTool) return vscode.Disposable.from();
  const register = lm.registerTool.bind(lm);
  return vscode.Disposable.from(
    ...toolNames.map((name) =>
      register<Readonly<Record<string, unknown>>>(name, {
        prepareInvocation: ({ input }) => {
          const { title, running, given } = wordsFor(name, input);
          const message = vscode.l10n.t(
            'The model that asked is given texts of your articles. Asked for: {0}',
            given,
          );
          return { invocationMessage: running, confirmationMessages: { title, message } };
        },
        invoke: async ({ input }) => (await load())(name, input),
      }),
    ),
  );
}
