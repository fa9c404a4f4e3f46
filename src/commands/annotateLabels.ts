import * as vscode from 'vscode';
import { message } from '../analysis/message';
import { annotateCommands as ids } from '../ids';
import type { Decisions } from '../workspace/decisions';
import type { Labels } from '../workspace/labels';
import type { OpenArticles } from '../workspace/openArticles';
import type { CommandTable } from './annotate';
import {
  decideSpans,
  findTarget,
  isMachines,
  mentionOn,
  needMention,
  selectAndDecide,
  type SpanDecision,
  type Target,
} from './annotateTarget';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

async function pickLabel(known: Labels, { editor }: Target): Promise<string | undefined> {
  const labels = await known.of(editor.document.uri);
  const items = labels.map(({ name, key, description }) => ({
    label: name,
    description: [key && `Alt+${key}`, description].filter(Boolean).join(' · '),
  }));
  const title = vscode.l10n.t('Label');
  return (await vscode.window.showQuickPick(items, { title }))?.label;
}

/** Offsets where a word begins or ends in a line's words, counted from the text's start. */
function wordsAround(text: string, at: number): { start: number; end: number }[] {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  const line = text.slice(from, to < 0 ? text.length : to);
  return [...words.segment(line)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: from + index, end: from + index + segment.length }] : [],
  );
}

/** Labels for words: give, change, take away, and the edges of what is labelled. */
export function labelCommands(
  articles: OpenArticles,
  decisions: Decisions,
  labels: Labels,
): CommandTable {
  const decide = (
    target: Target,
    name: ReturnType<typeof message>,
    wanted: readonly SpanDecision[],
  ): Promise<boolean> =>
    decideSpans(decisions, name, target.editor.document.uri, target.text, wanted);

  const giveLabel = async (target: Target, label: string): Promise<void> => {
    const { span, shown } = target;
    const empty = span.start === span.end;
    const place = empty ? (target.mention ?? wordAt(target)) : span;
    if (!place) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the words to label first.'));
      return;
    }
    const { start, end } = place;
    const same = mentionOn(shown.mentions, place) ?? mentionOn(shown.rejected, place);
    const isNew = same?.label !== label;
    const over = { label, st: 'accepted', ...(isNew && { src: 'human' }) } as const;
    const name = message('Label “{0}” {1}', target.text.slice(start, end), label);
    await selectAndDecide(target, { start, end }, () =>
      decide(target, name, [{ mention: same, span: { start, end }, over }]),
    );
  };

  const wordAt = ({ text, span }: Target): { start: number; end: number } | undefined =>
    wordsAround(text, span.start).find(
      ({ start, end }) => start <= span.start && span.start <= end,
    );

  /** Moves an edge by a word: `1` to the right, `-1` to the left. */
  const resize = async (edge: 'start' | 'end', direction: 1 | -1): Promise<void> => {
    const target = await findTarget(articles);
    const mention = target && needMention(target);
    if (!target || !mention) return;
    const { start, end } = mention;
    const stops = wordsAround(target.text, mention[edge])
      .map((word) => word[edge])
      .filter((stop) => (edge === 'start' ? stop < end : stop > start));
    const stop =
      direction === 1
        ? stops.find((one) => one > mention[edge])
        : stops.findLast((one) => one < mention[edge]);
    if (stop === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no further word.'));
      return;
    }
    const span = { start, end, [edge]: stop };
    await selectAndDecide(target, span, () =>
      decide(target, message('Resize “{0}”', mention.text), [
        { mention, span, over: { st: 'accepted', src: 'human' } },
      ]),
    );
  };

  return {
    [ids.label]: async (given?: { readonly key?: string }) => {
      const target = await findTarget(articles);
      if (!target) return;
      const known = await labels.of(target.editor.document.uri);
      const label =
        given?.key === undefined
          ? await pickLabel(labels, target)
          : known.find(({ key }) => key === given.key)?.name;
      if (label !== undefined) await giveLabel(target, label);
    },
    [ids.changeLabel]: async () => {
      const target = await findTarget(articles);
      if (!target || !needMention(target)) return;
      const label = await pickLabel(labels, target);
      if (label !== undefined) await giveLabel(target, label);
    },
    [ids.removeMention]: async () => {
      const target = await findTarget(articles);
      const mention = target && needMention(target);
      if (!target || !mention) return;
      const st = isMachines(mention) ? 'rejected' : 'withdrawn';
      await decide(target, message('Remove “{0}”', mention.text), [
        { mention, span: mention, over: { st } },
      ]);
    },
    [ids.growMention]: () => resize('end', 1),
    [ids.shrinkMention]: () => resize('end', -1),
    [ids.growMentionLeft]: () => resize('start', -1),
    [ids.shrinkMentionLeft]: () => resize('start', 1),
  };
}
