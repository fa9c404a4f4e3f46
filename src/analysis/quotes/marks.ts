import type { Span } from '../article';

/** A quoted stretch of one paragraph, marks included; `open` where the paragraph ends before the closing mark. */
export interface QuotedStretch extends Span {
  readonly open: boolean;
}

/** Closing marks by their opening ones. “ also closes „ and » also opens », as in German and Danish. */
const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '»': '«',
  '„': '“',
  '‘': '’',
};

const letter = /[\p{L}\p{N}]/u;

/**
 * The stretches in quotation marks of `text.slice(start, end)`, outermost ones only, in order.
 * Apostrophes, inches and marks inside words open nothing. One pass over the characters.
 */
export function quotedStretches(text: string, start: number, end: number): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  let from = -1;
  let close = '';
  for (let i = start; i < end; i++) {
    const mark = text[i]!;
    if (from < 0) {
      const closer = closing[mark];
      if (closer !== undefined && opens(text, i, start, end)) {
        from = i;
        close = closer;
      }
    } else if (mark === close && closes(text, i, end)) {
      found.push({ start: from, end: i + 1, open: false });
      from = -1;
    } else if (mark === '“' && close === '”') {
      // Opened again without having been closed: the writer's slip; the new one counts.
      from = i;
    }
  }
  if (from >= 0 && close !== '’') found.push({ start: from, end, open: true });
  return found;
}

function opens(text: string, at: number, start: number, end: number): boolean {
  const before = at > start ? text[at - 1]! : ' ';
  const after = at + 1 < end ? text[at + 1]! : ' ';
  return !letter.test(before) && before !== '=' && !/\s/.test(after);
}

function closes(text: string, at: number, end: number): boolean {
  const mark = text[at]!;
  if (mark === '”' || mark === '»' || mark === '“') return true;
  const after = at + 1 < end ? text[at + 1]! : ' ';
  if (letter.test(after)) return false;
  // "the leaders’ pact": a plural's apostrophe is followed by another word, a quote's end rarely is.
  return mark !== '’' || !(text[at - 1] === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)));
}
