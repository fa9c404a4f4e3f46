import { message } from '../analysis/message';
import type { CorpusEntry, EventStage } from './entry';
import { byDayThenId } from './order';

const irregular: Readonly<Record<string, string>> = {
  meet: 'met',
  hold: 'held',
  win: 'won',
  begin: 'begun',
  take: 'taken',
  make: 'made',
  give: 'given',
  leave: 'left',
  send: 'sent',
  sell: 'sold',
  buy: 'bought',
  build: 'built',
  run: 'run',
  put: 'put',
  cut: 'cut',
  step: 'stepped',
  ink: 'signed',
  fight: 'fought',
  choose: 'chosen',
  speak: 'spoken',
  fly: 'flown',
  bring: 'brought',
  pay: 'paid',
  come: 'come',
  become: 'become',
  go: 'gone',
  get: 'got',
  strike: 'struck',
  hit: 'hit',
  host: 'hosted',
  visit: 'visited',
  open: 'opened',
  offer: 'offered',
  enter: 'entered',
  cancel: 'cancelled',
  ban: 'banned',
  drop: 'dropped',
  stop: 'stopped',
};

/** What announcements of an event and reports of it done say of it: "to ink" and "to sign" are one thing. */
const sameVerb: Readonly<Record<string, string>> = { ink: 'sign' };

/**
 * The phases of an event in time: first the articles that announce it, then those that report it done, where headline
 * and lede tell the two apart and the days do not contradict. Otherwise one phase.
 * @param members the event's articles in any order
 */
export function stagesOf(members: readonly CorpusEntry[]): EventStage[] {
  const ordered = [...members].sort(byDayThenId);
  const before = ordered.filter((entry) => entry.features.tense === 'future');
  const after = ordered.filter((entry) => entry.features.tense !== 'future');
  const verb = commonVerb(before);
  const happened = after.filter((entry) => entry.features.tense === 'past');
  if (verb === undefined || happened.length === 0 || firstDay(happened) < firstDay(before)) {
    return [stage('reported', ordered)];
  }
  return [stage('announced', before), stage(participle(verb), after)];
}

function stage(label: string, members: readonly CorpusEntry[]): EventStage {
  const day = members.find((entry) => entry.card.day !== undefined)?.card.day;
  return {
    label: message(label),
    ...(day === undefined ? {} : { day }),
    articles: members.map((entry) => entry.id),
  };
}

/** The day of the earliest dated one; unknown days contradict nothing. */
function firstDay(members: readonly CorpusEntry[]): string {
  return members[0]?.card.day ?? '9999';
}

function commonVerb(members: readonly CorpusEntry[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { features } of members) {
    if (features.announces === undefined) continue;
    const verb = sameVerb[features.announces] ?? features.announces;
    votes.set(verb, (votes.get(verb) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** "sign" → "signed". */
function participle(verb: string): string {
  const known = irregular[verb];
  if (known !== undefined) return known;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${verb}ed`;
}
