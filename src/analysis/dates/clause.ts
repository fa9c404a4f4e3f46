/** Is the happening that a date belongs to told as over or as to come? */
export type ClauseTense = 'past' | 'future';

/** How far around the date words are looked at. */
const reach = 240;

const cue =
  /\b(?:(?<future>will|won't|won’t|shall|would|be|upcoming|planned|plans|expect(?:s|ed)?|forecasts?|scheduled|slated|(?:is|are|set|due|poised|preparing|prepares|going|ready|hopes?|wants?)\sto)|was|were|had|did|has|said|told|met|made|won|lost|began|took|came|went|gave|left|held|saw|hit|shot|fell|rose|sent|spoke|wrote|broke|found|became|got|drew|beat|ran|flew|grew|kept|brought|bought|caught|fought|built|spent|sought|sank|led|\p{Ll}{2,16}ed)\b/gu;

const headlineFuture = /\bto\s[a-z]{2,14}\b/g;

/** Words in -ed that are no past tense. */
const noVerbs = /^(?:indeed|speed|need|seed|feed|united|breed|greed|hundred|red|bed|sacred|based)$/;

/**
 * The tense of the clause around `text.slice(start, end)`, from the nearest verb before it in its sentence,
 * else after it; undefined where none tells. In a headline "to sign" is the future.
 * Looks no further than 240 characters either way.
 */
export function clauseTense(
  text: string,
  start: number,
  end: number,
  headline: boolean,
): ClauseTense | undefined {
  const before = lastSentencePart(text.slice(Math.max(0, start - reach), start));
  if (headline && headlineFuture.test(resetAt(before))) return 'future';
  // "by Friday" lies ahead, unless something "had" happened; "since Friday" never does.
  if (/\bsince\s$/.test(before)) return 'past';
  if (/\S\s(?:by|before)\s$/.test(before) && !/\bhad\b/.test(before)) return 'future';
  const preceding = tenses(before).at(-1);
  if (preceding) return preceding;
  const after = text.slice(end, end + reach);
  const stop = after.search(/[.!?]["”’)]?\s/);
  return tenses(stop < 0 ? after : after.slice(0, stop))[0];
}

function resetAt(text: string): string {
  headlineFuture.lastIndex = 0;
  return text;
}

function tenses(text: string): ClauseTense[] {
  const found: ClauseTense[] = [];
  let afterBe = -1;
  for (const match of text.matchAll(cue)) {
    const word = match[0];
    if (match.groups!['future'] !== undefined) {
      found.push('future');
      if (word === 'be' || word === 'will') afterBe = match.index + word.length + 1;
    } else if (match.index !== afterBe && !noVerbs.test(word)) found.push('past');
  }
  return found;
}

/** What stands after the last sentence end. Points in "U.S." and "Jan." end none. */
function lastSentencePart(text: string): string {
  let from = 0;
  for (const end of text.matchAll(/[a-z0-9)”"’]{2}[.!?]["”’)]?\s+(?=[“"‘A-Z])/g))
    from = end.index + end[0].length;
  return text.slice(from);
}
