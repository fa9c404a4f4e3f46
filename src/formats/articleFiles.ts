import type { ExchangeDocument, ExchangeFile, Format } from './exchange';

/** An article's path as a path inside the export's folder, whatever it was. */
export function exportPath(id: string, suffix: string): string {
  const steps = id
    .replace(/[\\:*?"<>|\0]/g, '_')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  return `${steps.join('/') || 'article'}${suffix}`;
}

/**
 * Where an imported document's article may be written: inside the folder, not in a hidden one, and never as anything but
 * a text. Undefined where its id says nothing.
 */
export function articlePath(id: string): string | undefined {
  const steps = exportPath(id, '')
    .split('/')
    .map((step) => step.replace(/^\.+/, ''))
    .filter((step) => step !== '');
  if (steps.length === 0) return undefined;
  const path = steps.join('/');
  return /\.(?:txt|text|article|news|md)$/i.test(path) ? path : `${path}.txt`;
}

/** The article that a file calls by this name: of that path, else the only one where one path ends with the other. */
export function findArticle(paths: Iterable<string>, id: string): string | undefined {
  const alike: string[] = [];
  for (const path of paths) {
    if (path === id) return path;
    if (path.endsWith(`/${id}`) || id.endsWith(`/${path}`)) alike.push(path);
  }
  return alike.length === 1 ? alike[0] : undefined;
}

/** Writes one file an article, named like the article with a suffix behind. */
export function articleFiles(
  suffix: string,
  write: (document: ExchangeDocument) => string,
): Format['write'] {
  return (documents) =>
    documents.map((document): ExchangeFile => ({
      path: exportPath(document.id, suffix),
      content: write(document),
    }));
}

/** Writes one file of JSON Lines, a line an article. */
export function linesFile(
  path: string,
  write: (document: ExchangeDocument) => unknown,
): Format['write'] {
  return (documents) => [
    { path, content: documents.map((one) => `${JSON.stringify(write(one))}\n`).join('') },
  ];
}

/** JSON as a person may read it. */
export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
