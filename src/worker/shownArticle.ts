import {
  type Article,
  type Entity,
  isBoilerplate,
  type Mention,
  type MentionType,
  mentionTypes,
} from '../analysis/article';
import type { ShownArticle, ShownMention } from '../annotations/overlay';

const knownTypes: ReadonlySet<string> = new Set(mentionTypes);

/** A label of the user's own counts as another name. */
const typeOf = (label: string): MentionType =>
  knownTypes.has(label) ? (label as MentionType) : 'MISC';

function mentionOf(mention: ShownMention, machine: Article): Mention {
  const { start, end, text, score, label, entity, role, boilerplate, date } = mention;
  const dateReason = machine.mentions.find((one) => one.start === start)?.dateReason;
  return {
    ...{ start, end, text, score: score ?? 1, type: typeOf(label), boilerplate },
    ...(entity !== undefined && { entity }),
    ...(role && { role }),
    ...(date && { date }),
    ...(date && dateReason && { dateReason }),
  };
}

/** The shown article in the words of the analysis, so that whatever reads an article reads people's decisions. */
export function articleOf(shown: ShownArticle, machine: Article): Article {
  const keyAt = new Map(shown.mentions.map((mention) => [mention.start, mention.entity]));
  const keyOfMachine = new Map(
    machine.mentions.flatMap(({ start, entity }) => {
      const key = keyAt.get(start);
      return entity !== undefined && key !== undefined ? [[entity, key] as const] : [];
    }),
  );
  const roles = new Map<string, Entity['roles'][number][]>();
  for (const entity of machine.entities) {
    const key = keyOfMachine.get(entity.id);
    if (key !== undefined) roles.set(key, [...(roles.get(key) ?? []), ...entity.roles]);
  }
  const { lines } = shown;
  const words = machine.lines.every(({ kind }, i) => lines[i]?.kind === kind)
    ? machine.words
    : { ...machine.words, article: Math.round(machine.words.all * shareOfArticle(shown)) };
  return {
    ...machine,
    ...{ lines, words },
    mentions: shown.mentions.map((mention) => mentionOf(mention, machine)),
    entities: shown.entities.map(({ key, type, name, aliases, count }) => ({
      ...{ id: key, type: typeOf(type) as Entity['type'], name, aliases, count },
      roles: roles.get(key) ?? [],
    })),
    quotes: machine.quotes.map(({ entity, ...quote }) => {
      const key = entity === undefined ? undefined : keyOfMachine.get(entity);
      return { ...quote, ...(key !== undefined && { entity: key }) };
    }),
  };
}

/** By length: close enough for a count of words. */
function shareOfArticle({ lines }: ShownArticle): number {
  let [own, all] = [0, 0];
  for (const { start, end, kind } of lines) {
    all += end - start;
    if (!isBoilerplate(kind)) own += end - start;
  }
  return all === 0 ? 0 : own / all;
}
