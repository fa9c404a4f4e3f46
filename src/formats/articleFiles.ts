import type { ExchangeDocument, ExchangeFile, Format } from './exchange';

/** An article's path as a path inside the export's folder, whatever it was. */
export function exportPath(id: string, suffix: string): string {
  const steps = id
    .replace(/[\\:*?"<>|\0]/g, '_')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  return `${steps.join('/') || 'article'}${suffix}`;
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
