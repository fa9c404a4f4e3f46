import * as vscode from 'vscode';
import { message } from '../analysis/message';
import type { Message } from '../analysis/article';

/** A file with the same stamp is taken to read the same. */
export interface FileStamp {
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
  /** What its bytes are taken for, where the settings say anything but UTF-8. */
  readonly encoding?: string;
}

export type ReadText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Last change of the file, `YYYY-MM-DD`. */
      readonly modified: string;
      /** Of the file as it was read; absent where an open document was read instead. */
      readonly stamp?: FileStamp;
      /** What a person should know although the text could be read. */
      readonly warning?: Message;
    }
  | { readonly kind: 'skipped'; readonly reason: Message; readonly stamp?: FileStamp }
  | { readonly kind: 'vanished' };

const sniffedBytes = 8192;

/** NUL bytes mean binary, unless a byte-order mark says UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !utf16 && bytes.subarray(0, sniffedBytes).includes(0);
}

export const encodingSettings = ['files.encoding', 'files.autoGuessEncoding'] as const;

/** What the settings say of the encoding of a file; nothing where that is plain UTF-8. */
function encodingOf(uri: vscode.Uri): Pick<FileStamp, 'encoding'> {
  const files = vscode.workspace.getConfiguration('files', uri);
  const encoding = files.get<string>('encoding', 'utf8');
  if (files.get<boolean>('autoGuessEncoding', false)) return { encoding: `${encoding} or guessed` };
  return encoding === 'utf8' ? {} : { encoding };
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day when a file was last changed, the same for an open one; today for a document without a file. */
export async function lastChange(uri: vscode.Uri): Promise<string> {
  try {
    return dayOf((await vscode.workspace.fs.stat(uri)).mtime);
  } catch {
    return dayOf(Date.now());
  }
}

/**
 * Reads a file as VS Code would show it: an open document counts before the file, and the file's own
 * encoding setting is honoured, so that offsets are the editor's.
 */
export async function readText(uri: vscode.Uri, maxBytes: number): Promise<ReadText> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    const modified = dayOf(mtime);
    const stamp = { mtime, size, ...encodingOf(uri) };
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    if (open) return { kind: 'text', text: open.getText(), modified };
    if (size > maxBytes) {
      return {
        kind: 'skipped',
        stamp,
        reason: message(
          'larger than {0} MB (setting dateline.maxFileSize): {1} MB',
          Math.round(maxBytes / 1024 / 1024),
          Math.round(size / 1024 / 1024),
        ),
      };
    }
    if (size === 0) return { kind: 'skipped', reason: message('empty'), stamp };
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (isBinary(bytes)) return { kind: 'skipped', reason: message('binary, not text'), stamp };
    const text = await vscode.workspace.decode(bytes, { uri });
    const unreadable = text.split('\ufffd').length - 1;
    return {
      kind: 'text',
      text,
      modified,
      stamp,
      ...(unreadable > 0 && {
        warning:
          unreadable === 1
            ? message(
                '1 character could not be read: the file has another encoding than files.encoding says',
              )
            : message(
                '{0} characters could not be read: the file has another encoding than files.encoding says',
                unreadable,
              ),
      }),
    };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound')
      return { kind: 'vanished' };
    return {
      kind: 'skipped',
      reason: message(
        'could not be read: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    };
  }
}

/** Is a file as it was, and not open with unsaved words? */
export async function isUnchanged(
  uri: vscode.Uri,
  { mtime, size, encoding }: FileStamp,
): Promise<boolean> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  if (open?.isDirty) return false;
  try {
    const now = await vscode.workspace.fs.stat(uri);
    const isSame = now.mtime === mtime && now.size === size;
    return isSame && encodingOf(uri).encoding === encoding;
  } catch {
    return false;
  }
}
