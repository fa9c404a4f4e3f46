import type { Mention } from '../article';

/** A mention this sure keeps its type against all others. */
const sure = 0.9;

/** So many times as often as all other types together must a type be given to win. */
const majority = 3;

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
  const vote = (text: string, type: Mention['type']): void => {
    const types = votes.get(text) ?? new Map<Mention['type'], number>();
    types.set(type, (types.get(type) ?? 0) + 1);
    votes.set(text, types);
  };
  for (const { text, type, boilerplate } of mentions) {
    if (boilerplate) continue;
    vote(text, type);
    if (type !== 'PER' || !text.includes(' ')) continue;
    // "Kirstjen Nielsen" speaks for "Nielsen" and "Kirstjen".
    vote(text.slice(text.lastIndexOf(' ') + 1), type);
    vote(text.slice(0, text.indexOf(' ')), type);
  }
  return mentions.map((mention) => {
    const types = votes.get(mention.text);
    if (isFamily(mention, votes)) return { ...mention, type: 'PER' };
    if (!types || mention.score >= sure || mention.boilerplate) return mention;
    const all = [...types.values()].reduce((sum, count) => sum + count, 0);
    for (const [type, count] of types) {
      if (type !== mention.type && count >= majority * (all - count)) return { ...mention, type };
    }
    return mention;
  });
}
