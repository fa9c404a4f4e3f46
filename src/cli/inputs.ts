import { readFile, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { glob } from 'tinyglobby';
import { looksLikeArticle } from '../analysis/detect';
import { decodeText } from './decodeText';

/** One text to analyse, or a word on why there is none. */
export type Input =
  | {
      readonly kind: 'text';
      /** The path as given or found, or the `id` of an NDJSON line. */
      readonly id: string;
      readonly from: 'path' | 'ndjson';
      /** For NDJSON: the `id` just as it was given. */
      readonly given?: string | number;
      readonly text: string;
      /** Last change of the file, `YYYY-MM-DD`. */
      readonly modified?: string;
      readonly warning?: string;
    }
  | {
      /** `failed` inputs were asked for and could not be read; `skipped` ones are no articles. */
      readonly kind: 'failed' | 'skipped';
      readonly id: string;
      readonly why: string;
    };

const articleFiles = '**/*.{txt,text,article,news,md}';
const sniffedCharacters = 4096;
const sniffedBytes = 8192;
const megabyte = 1024 * 1024;

/** Files larger than this are not read. */
export const largestFile = 64 * megabyte;

const slashes = (path: string): string => path.split(sep).join('/');

/** The texts under the given paths: files as they are, folders searched for articles. */
export async function* readPaths(paths: readonly string[]): AsyncGenerator<Input> {
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (found instanceof Error) {
      yield {
        kind: 'failed',
        id: path,
        why: found.code === 'ENOENT' ? 'no such file or folder' : found.message,
      };
    } else if (found.isDirectory()) {
      const files = await glob(articleFiles, {
        cwd: path,
        absolute: true,
        caseSensitiveMatch: false,
        ignore: ['**/node_modules/**', '**/.git/**', '**/.dateline/**'],
      });
      for (const file of files.sort()) {
        const name = slashes(relative('', file));
        const input = await readInput(name, 'skipped');
        const isText = input.kind === 'text';
        if (isText && !looksLikeArticle(input.text.slice(0, sniffedCharacters), name)) {
          yield { kind: 'skipped', id: name, why: 'does not read like a news article' };
        } else {
          yield input;
        }
      }
    } else {
      yield await readInput(slashes(path), 'failed');
    }
  }
}

async function readInput(path: string, unfit: 'failed' | 'skipped'): Promise<Input> {
  try {
    const { size, mtime } = await stat(path);
    if (size > largestFile) {
      return { kind: unfit, id: path, why: `larger than ${largestFile / megabyte} MB` };
    }
    const bytes = await readFile(path);
    const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
    if (!utf16 && bytes.subarray(0, sniffedBytes).includes(0)) {
      return { kind: unfit, id: path, why: 'binary, not text' };
    }
    const { text, warning } = decodeText(bytes);
    if (text.trim() === '') return { kind: 'skipped', id: path, why: 'empty' };
    const modified = mtime.toISOString().slice(0, 10);
    return { kind: 'text', id: path, from: 'path', text, modified, ...(warning && { warning }) };
  } catch (error) {
    return {
      kind: 'failed',
      id: path,
      why: error instanceof Error ? error.message : String(error),
    };
  }
}

/** The texts of NDJSON lines `{"id","text"}`. A broken line is a failed input, named by its number. */
export async function* readNdjson(
  stream: NodeJS.ReadableStream,
  name: string,
): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    yield readNdjsonLine(line, `${name} line ${number}`);
  }
}

function readNdjsonLine(line: string, place: string): Input {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return { kind: 'failed', id: place, why: 'not JSON' };
  }
  const { id, text } = (record ?? {}) as { readonly id?: unknown; readonly text?: unknown };
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string') {
    return { kind: 'failed', id: place, why: 'needs "id" and "text"' };
  }
  return { kind: 'text', id: String(id), from: 'ndjson', given: id, text };
}
