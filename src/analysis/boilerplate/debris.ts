import { message } from '../message';
import type { Message } from '../article';
import type { Row } from './rows';

/** Why a row is remains of a content system rather than words for a reader; undefined if it is not. */
export function readDebris(row: Row): Message | undefined {
  const { text } = row;
  const first = text.charAt(0);
  const hasTag = text.includes('<') && /<[/!]?[a-z][^<>]*>/i.test(text);
  const hasShortcode = text.includes('[') && shortcode.test(text);
  if (hasTag || hasShortcode || text.includes('{{') || text.includes('{%')) {
    const bare = text.replace(/<[^<>]*>|\[[^[\]]*\]|\{[{%][^{}]*[}%]\}/g, ' ').trim();
    if (bare.length * 3 < text.length)
      return hasTag ? message('HTML code') : message('shortcode of a content system');
  }
  const isCode =
    row.codeMarks >= 3 &&
    row.codeMarks * 8 > row.letters &&
    row.stops * 8 < row.words &&
    /[{};=(]/.test(text);
  if (isCode && first !== '=' && first !== '_' && first !== '~') return message('program code');
  return undefined;
}

/** `[gallery ids="1"]`, `[/caption]`, `[plugin_story_body]`, but not "[sic]" or "[email protected]". */
const shortcode =
  /\[\/?(?:[a-z][\dA-Za-z]*[-_][^[\]]*|(?:gallery|caption|embed|video|audio|playlist|ad|adsense|button|contact|iframe|youtube|vc|et|su|fusion)\b[^[\]]*|[a-z]\w* [^[\]=]*=[^[\]]*)\]|\[\w+ ?\/\]|\[\/\w+\]/;
