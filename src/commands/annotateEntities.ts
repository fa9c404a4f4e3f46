import * as vscode from 'vscode';
import { message } from '../analysis/message';
import { entityKey } from '../annotations/corpusDecisions';
import type { ShownMention } from '../annotations/overlay';
import type { ShownEntity } from '../annotations/shownEntities';
import { countName } from '../editor/card';
import { annotateCommands as ids } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { CorpusDecision, Decisions } from '../workspace/decisions';
import type { OpenArticles } from '../workspace/openArticles';
import { placeOf } from '../workspace/placeOf';
import type { CommandTable } from './annotate';
import { findTarget, needMention, newId } from './annotateTarget';
import { type NameItem, pickName } from './pickName';

const entityTypes = ['PER', 'ORG', 'LOC', 'MISC'];

/** The entity meant and the folder whose file keeps what is decided about it. */
interface Meant {
  readonly entity: ShownEntity;
  readonly mention: ShownMention;
  readonly folder: vscode.Uri;
}

/** Names found by what is typed, at most. */
const mostFound = 50;

type EntityDraft = CorpusDecision['draft'] & Readonly<Record<string, unknown>>;

const about = (folder: vscode.Uri, drafts: readonly Omit<EntityDraft, 'id'>[]): CorpusDecision[] =>
  drafts.map((draft) => {
    const withId: EntityDraft = { ...draft, id: newId() };
    return { folder, file: 'entities', draft: withId };
  });

/**
 * A new name or type makes a new key and merges the old one into it, so that a key always says type and name
 * and the lists of the corpus lead back to it.
 */
function reName(
  folder: vscode.Uri,
  key: string,
  type: string,
  name: string,
): readonly CorpusDecision[] {
  const into = entityKey(type, name);
  return about(folder, [
    ...(into === key ? [] : [{ t: 'merge', into, from: [key] }]),
    { t: 'rename', key: into, name },
  ]);
}

/** Gives an entity its canonical name. True when it was written. */
export function renameEntity(
  decisions: Decisions,
  folder: vscode.Uri,
  entity: ShownEntity,
  name: string,
): Promise<boolean> {
  const what = message('Rename “{0}” to “{1}”', entity.name, name);
  return decisions.decide(what, reName(folder, entity.key, entity.type, name));
}

/** Merge, split, alias, retype and knowledge base id of the entity at the cursor. */
export function entityCommands(
  articles: OpenArticles,
  decisions: Decisions,
  mirror: CorpusMirror,
): CommandTable {
  const meant = async (): Promise<
    (Meant & { readonly all: readonly ShownEntity[] }) | undefined
  > => {
    const target = await findTarget(articles);
    const mention = target && needMention(target);
    if (!target || !mention) return undefined;
    const all = target.shown.entities;
    const entity = all.find(({ key }) => key === mention.entity);
    const folder = placeOf(target.editor.document.uri)?.folder.uri;
    if (entity && folder) return { entity, mention, folder, all };
    void vscode.window.showInformationMessage(vscode.l10n.t('This is no entity: dates have none.'));
    return undefined;
  };

  const on =
    (run: (found: Meant & { readonly all: readonly ShownEntity[] }) => Promise<unknown>) =>
    async (): Promise<void> => {
      const found = await meant();
      if (found) await run(found);
    };

  const pickOther = async (
    entity: ShownEntity,
    all: readonly ShownEntity[],
  ): Promise<NameItem | undefined> => {
    const items = new Map<string, NameItem>();
    for (const { key, name, type } of all) items.set(key, { key, label: name, description: type });
    for (const { name, type, count } of await mirror.calls.allNames()) {
      const key = entityKey(type, name);
      const description = vscode.l10n.t('{0} · {1} mentions', type, count);
      if (!items.has(key)) items.set(key, { key, label: name, description });
    }
    items.delete(entity.key);
    const find = async (query: string): Promise<NameItem[]> =>
      (await mirror.calls.symbols(query, mostFound)).flatMap(({ type, name, alias, articles }) => {
        const key = type === 'event' ? entity.key : entityKey(type, name);
        if (key === entity.key) return [];
        const facts = [alias, type, countName(articles)].filter(Boolean);
        return [{ key, label: name, description: facts.join(' · ') }];
      });
    return pickName(vscode.l10n.t('“{0}” is the same as…', entity.name), [...items.values()], find);
  };

  return {
    [ids.mergeEntity]: on(async ({ entity, folder, all }) => {
      const other = await pickOther(entity, all);
      if (!other) return;
      await decisions.decide(
        message('Merge “{0}” into “{1}”', entity.name, other.label),
        about(folder, [{ t: 'merge', into: other.key, from: [entity.key] }]),
      );
    }),
    [ids.splitEntity]: on(async ({ entity, mention, folder }) => {
      const form = mention.text;
      const name = await vscode.window.showInputBox({
        ignoreFocusOut: true,
        title: vscode.l10n.t('“{0}” is not {1} but…', form, entity.name),
        value: form,
      });
      if (!name?.trim()) return;
      const into = entityKey(entity.type, name);
      // The same words stay words of this type: only a name of its own tells it from the old entity.
      const target = into === entity.key ? entityKey(entity.type, `${name} (2)`) : into;
      await decisions.decide(
        message('Split “{0}” from “{1}”', form, entity.name),
        about(folder, [
          { t: 'split', key: entity.key, forms: [form], into: target },
          { t: 'rename', key: target, name: name.trim() },
        ]),
      );
    }),
    [ids.addAlias]: on(async ({ entity, folder }) => {
      const alias = await vscode.window.showInputBox({
        ignoreFocusOut: true,
        title: vscode.l10n.t('Another name of “{0}”', entity.name),
      });
      if (!alias?.trim()) return;
      const from = entityKey(entity.type, alias);
      await decisions.decide(
        message('Alias “{0}” of “{1}”', alias.trim(), entity.name),
        about(folder, [
          { t: 'alias', key: entity.key, alias: alias.trim() },
          // Where articles use the other name, this entity is meant.
          ...(from === entity.key ? [] : [{ t: 'merge', into: entity.key, from: [from] }]),
        ]),
      );
    }),
    [ids.retypeEntity]: on(async ({ entity, folder }) => {
      const type = await vscode.window.showQuickPick(
        entityTypes.filter((one) => one !== entity.type),
        { title: vscode.l10n.t('“{0}” is of type…', entity.name) },
      );
      if (type === undefined) return;
      const into = entityKey(type, entity.name);
      await decisions.decide(message('“{0}” is {1}', entity.name, type), [
        ...reName(folder, entity.key, type, entity.name),
        ...about(folder, [{ t: 'retype', key: into, type }]),
      ]);
    }),
    [ids.setKnowledgeBaseId]: on(async ({ entity, folder }) => {
      const kb = await vscode.window.showInputBox({
        ignoreFocusOut: true,
        title: vscode.l10n.t('Knowledge base id of “{0}”', entity.name),
        prompt: vscode.l10n.t(
          'A Wikidata number such as Q42, or another base’s id; empty for none.',
        ),
        value: entity.kb ?? '',
      });
      if (kb === undefined) return;
      await decisions.decide(
        message('Id of “{0}”: {1}', entity.name, kb.trim()),
        about(folder, [{ t: 'kb', key: entity.key, kb: kb.trim() }]),
      );
    }),
  };
}
