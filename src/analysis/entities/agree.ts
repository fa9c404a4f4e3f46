import type { Mention } from '../article';
import { shortNames } from './companies';

/** A mention this sure keeps its type against all others. */
const sure = 0.95;

/** A name that is short for a company's must be this sure to be something else. */
const surest = 0.99;

/** So many times the weight of all other types together must a type have to win. */
const majority = 1.2;

/** "River Orrin", "Lake Geneva": the rest is what people say for short. */
const landform = /^(?:River|Lake|Mount|Loch|Cape) (?=\p{Lu})/u;

type Votes = ReadonlyMap<string, ReadonlyMap<Mention['type'], number>>;

/** "the Obamas", where persons of that surname are. */
function isFamily({ type, text, score }: Mention, votes: Votes): boolean {
  if (type === 'PER' || score >= sure || text.includes(' ') || !text.endsWith('s')) return false;
  const types = votes.get(text.slice(0, -1));
  return types?.size === 1 && types.has('PER');
}

/**
 * Lets the same name have the same type throughout an article where one type leads clearly ("one sense per
 * discourse", Gale et al. 1992). Boilerplate has no vote.
 */
export function agreeOnTypes(mentions: readonly Mention[]): Mention[] {
  const votes = new Map<string, Map<Mention['type'], number>>();
  const vote = (text: string, { type, score }: Mention): void => {
    const types = votes.get(text) ?? new Map<Mention['type'], number>();
    types.set(type, (types.get(type) ?? 0) + score);
    votes.set(text, types);
  };
  for (const mention of mentions) {
    const { text, type, score, boilerplate } = mention;
    if (boilerplate) continue;
    vote(text, mention);
    // A landform's name is seldom wrong: it counts twice.
    if (type === 'LOC' && landform.test(text))
      vote(text.replace(landform, ''), { ...mention, score: 2 * score });
    if (type !== 'PER' || !text.includes(' ')) continue;
    // "Kirstjen Nielsen" speaks for "Nielsen" and "Kirstjen".
    vote(text.slice(text.lastIndexOf(' ') + 1), mention);
    vote(text.slice(0, text.indexOf(' ')), mention);
  }
  const companies = shortNames(mentions);
  return mentions.map((mention) => {
    if (mention.score < surest && companies.has(mention.text)) return { ...mention, type: 'ORG' };
    const types = votes.get(mention.text);
    if (isFamily(mention, votes)) return { ...mention, type: 'PER' };
    if (!types || mention.score >= sure || mention.boilerplate) return mention;
    const all = [...types.values()].reduce((sum, weight) => sum + weight, 0);
    for (const [type, weight] of types) {
      if (type !== mention.type && weight >= majority * (all - weight)) return { ...mention, type };
    }
    return mention;
  });
}
