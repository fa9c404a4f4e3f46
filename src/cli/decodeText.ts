import { decode as decodeWindows1252 } from 'windows-1252';

/**
 * Decodes a file as VS Code would by default: UTF-8, or UTF-16 by its byte-order mark, which is dropped.
 * Bytes that are not UTF-8 are read as Windows-1252, the commonest other encoding of news files, with a warning.
 */
export function decodeText(bytes: Uint8Array): {
  readonly text: string;
  readonly warning?: string;
} {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: decodeWindows1252(bytes),
      warning: 'not UTF-8; read as Windows-1252',
    };
  }
}
