import type { Message } from './article';

/** A message from an English sentence with `{0}`-style places and the values that fill them. */
export function message(text: string, ...args: (string | number)[]): Message {
  return { message: text, args };
}

/** The English text of a message. Editors translate `message` first and fill the places themselves. */
export function renderMessage({ message: text, args }: Message): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
