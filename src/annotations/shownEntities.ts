import type { Article } from '../analysis/article';
import { type EntityDecisions, entityKey } from './corpusDecisions';
import type { ShownMention } from './overlay';

/** An entity of an article under people's decisions. */
export interface ShownEntity {
  /** Corpus-wide key. */
  readonly key: string;
  readonly type: string;
  readonly name: string;
  /** Other forms: those of this article, then those people added. */
  readonly aliases: readonly string[];
  readonly kb?: string;
  /** Standing mentions outside boilerplate. */
  readonly count: number;
  /** Ids of its mentions. */
  readonly mentions: readonly string[];
}

interface Gathering {
  readonly forms: Map<string, number>;
  readonly ids: string[];
  readonly type: string;
  count: number;
}

const withoutEntity = new Set(['DATE']);

/**
 * Gives every mention its entity and gathers the entities of the article: the machine's links where there are
 * any, else the words themselves; then merges, splits, types and names as people decided.
 */
export function shownEntities(
  mentions: readonly ShownMention[],
  article: Article,
  decisions: EntityDecisions,
): { readonly mentions: readonly ShownMention[]; readonly entities: readonly ShownEntity[] } {
  const machine = new Map(article.entities.map((entity) => [entity.id, entity]));
  const linked = new Map(
    article.mentions.map((mention) => [`${mention.start} ${mention.end}`, mention.entity ?? '']),
  );
  const fullest = new Map<string, string>();
  for (const { type, name } of article.entities) {
    const key = entityKey(type, name);
    if (decisions.resolve(key) === key) fullest.set(key, name);
  }
  const gathered = new Map<string, Gathering>();
  const shown = mentions.map((mention) => {
    if (withoutEntity.has(mention.label)) return mention;
    const found = machine.get(linked.get(`${mention.start} ${mention.end}`) ?? '');
    const own = found?.type === mention.label ? entityKey(found.type, found.name) : undefined;
    const key = decisions.resolve(
      mention.entity ?? own ?? entityKey(mention.label, mention.text),
      mention.text,
    );
    const type = decisions.types.get(key) ?? mention.label;
    const standing = mention.state !== 'rejected' && mention.state !== 'orphan';
    if (standing) gather(gathered, key, type, mention);
    const label = mention.state === 'suggested' ? type : mention.label;
    return { ...mention, label, entity: key };
  });
  const entities = [...gathered].map(([key, { forms, ids, type, count }]): ShownEntity => {
    const ordered = [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form);
    const name = decisions.names.get(key) ?? fullest.get(key) ?? ordered[0]!;
    const kb = decisions.kb.get(key);
    const aliases = new Set([...ordered, ...(decisions.aliases.get(key) ?? [])]);
    aliases.delete(name);
    return {
      ...{ key, type, name, aliases: [...aliases], count, mentions: ids },
      ...(kb === undefined ? {} : { kb }),
    };
  });
  return { mentions: shown, entities };
}

function gather(
  gathered: Map<string, Gathering>,
  key: string,
  type: string,
  { id, text, boilerplate }: ShownMention,
): void {
  const entity = gathered.get(key) ?? { forms: new Map<string, number>(), ids: [], type, count: 0 };
  gathered.set(key, entity);
  const form = text.replace(/\s+/g, ' ');
  entity.forms.set(form, (entity.forms.get(form) ?? 0) + 1);
  entity.ids.push(id);
  if (!boilerplate) entity.count++;
}
