import type { Article } from '../analysis/article';
import type { EventView } from '../corpus/entry';
import type { ArticleDossier, CorpusCalls } from '../worker/protocol';
import type { Remote } from '../worker/calls';

/** What the tools read: the corpus, and the texts of its articles. */
export interface Library {
  readonly calls: Pick<Remote<CorpusCalls>, 'search' | 'dossiers' | 'symbols' | 'where'>;
  /** Newest first. */
  events(): readonly EventView[];
  event(id: string): EventView | undefined;
  eventOf(article: string): EventView | undefined;
  read(id: string): Promise<{ readonly text: string; readonly article: Article } | undefined>;
  /** An article's path in the workspace. */
  pathOf(id: string): string;
}

/** Says what went wrong, and what to try next, to whoever called a tool. */
export class ToolError extends Error {}

/** The article of a path as a tool gave it, of a file name, or of an address. */
export function articleAt(library: Library, path: string): string {
  const ids = library.events().flatMap(({ articles }) => articles);
  const exact = ids.filter((id) => id === path || library.pathOf(id) === path);
  const found = exact.length > 0 ? exact : ids.filter((id) => library.pathOf(id).endsWith(path));
  if (found.length === 1) return found[0]!;
  if (found.length === 0) {
    throw new ToolError(
      `There is no article "${path}". Call dateline_find_articles to learn the paths of articles.`,
    );
  }
  const paths = found.slice(0, 5).map((id) => library.pathOf(id));
  throw new ToolError(
    `"${path}" may be ${found.length} articles: ${paths.join(', ')}. Give the whole path.`,
  );
}

export async function dossierOf(library: Library, id: string): Promise<ArticleDossier> {
  const [dossier] = await library.calls.dossiers([id]);
  if (!dossier) {
    throw new ToolError(`"${library.pathOf(id)}" is no longer there. Search again.`);
  }
  return dossier;
}
