import * as vscode from 'vscode';
import type { ArticleReader } from '../editor/articleReader';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';
import {
  type ArticleInput,
  type EventInput,
  type FindInput,
  findArticles,
  getArticle,
  getEvent,
  listMentions,
  type MentionsInput,
} from './answers';
import { type Library, ToolError } from './library';

/** Answers a tool call with JSON. */
export type RunTool = (name: string, input: object) => Promise<vscode.LanguageModelToolResult>;

/** The tools with which a model of the user's own reads the corpus. Nothing leaves the machine but by that model. */
export function createTools(
  mirror: CorpusMirror,
  reader: ArticleReader,
  indexer: Indexer,
): RunTool {
  const library: Library = {
    calls: mirror.calls,
    events: () => mirror.events(),
    event: (id) => mirror.event(id),
    eventOf: (id) => mirror.eventOf(id),
    read: (id) => reader.read(id),
    pathOf: (id) => vscode.workspace.asRelativePath(vscode.Uri.parse(id)),
  };
  const answers: Readonly<Record<string, (input: object) => Promise<object>>> = {
    dateline_find_articles: (input: FindInput) => findArticles(library, input),
    dateline_get_event: (input: EventInput) => getEvent(library, input),
    dateline_list_mentions: (input: MentionsInput) => listMentions(library, input),
    dateline_get_article: (input: ArticleInput) => getArticle(library, input),
  };
  return async (name, input) => {
    if (!vscode.workspace.workspaceFolders?.length) {
      throw new ToolError('No folder is open. Ask the user to open a folder of news texts.');
    }
    await indexer.start();
    if (mirror.articles === 0) {
      throw new ToolError(
        'The open folder holds no news articles. Ask the user for another folder, or to look at "Dateline: Show Analysis Report".',
      );
    }
    const answer = await answers[name]!(input);
    return new vscode.LanguageModelToolResult([
      new vscode.LanguageModelTextPart(JSON.stringify(answer)),
    ]);
  };
}
