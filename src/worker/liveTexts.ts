import {
  applyChanges,
  liveSpan,
  resync,
  type Shadow,
  type TextChange,
} from '../annotations/anchoring/shadow';
import { type Placed, placeRecords } from '../annotations/overlay';
import { readParagraphs, resolveAnchor } from '../annotations/paragraphs';
import type { ArticleRecord } from '../annotations/records';
import { placesOf } from './places';

interface LiveText {
  shadow: Shadow;
  /** What was placed when it was first seen, by `keyOf`. */
  readonly placed: Map<string, Placed>;
}

const keyOf = ({ by, id, ts }: ArticleRecord): string => `${by}\n${id}\n${ts}`;

/** The texts that are open in editors: their decided spans follow what is typed. */
export class LiveTexts {
  private readonly texts = new Map<string, LiveText>();

  edit(uri: string, changes: readonly TextChange[]): void {
    const live = this.texts.get(uri);
    if (live) live.shadow = applyChanges(live.shadow, changes);
  }

  leave(uri: string): void {
    this.texts.delete(uri);
  }

  /** As `placeRecords`, but records seen before stand where the edits have carried them. */
  place(
    uri: string,
    text: string,
    records: readonly ArticleRecord[],
    oldTexts: readonly string[],
  ): readonly Placed[] {
    const live: LiveText = this.texts.get(uri) ?? {
      shadow: { text, spans: [] },
      placed: new Map<string, Placed>(),
    };
    this.texts.set(uri, live);
    live.shadow = resync(live.shadow, text);
    const fresh = records.filter((record) => !live.placed.has(keyOf(record)));
    const added = placeRecords(text, fresh, oldTexts);
    for (const placed of added) live.placed.set(keyOf(placed.record), placed);
    const wanted = new Set(records.map(keyOf));
    for (const key of live.placed.keys()) if (!wanted.has(key)) live.placed.delete(key);
    live.shadow = {
      text,
      spans: [
        ...live.shadow.spans.filter(({ id }) => wanted.has(id)),
        ...added.flatMap(({ record, anchoring }) =>
          'start' in anchoring ? [liveSpan(text, keyOf(record), anchoring)] : [],
        ),
      ],
    };
    return this.current(live, records);
  }

  /** Records of a person whose words stand as they were, while their own anchor no longer leads there. */
  reanchor(uri: string, text: string, by: string): readonly ArticleRecord[] {
    const live = this.texts.get(uri);
    if (live?.shadow.text !== text) return [];
    const paragraphs = readParagraphs(text);
    const mine = [...live.placed.values()].map(({ record }) => record);
    return this.current(
      live,
      mine.filter((record) => record.by === by),
    ).flatMap(({ record, anchoring }) => {
      if (anchoring.state !== 'anchored' || !record.at) return [];
      const { start, end } = anchoring;
      const resolved = resolveAnchor(paragraphs, record.at, record.q ?? '');
      if (resolved?.start === start && resolved.end === end) return [];
      return [{ ...record, ...placesOf(text, [{ start, end }])[0]! }];
    });
  }

  private current(live: LiveText, records: readonly ArticleRecord[]): readonly Placed[] {
    const spans = new Map(live.shadow.spans.map((span) => [span.id, span]));
    return records.flatMap((record): Placed[] => {
      const key = keyOf(record);
      const first = live.placed.get(key);
      const span = spans.get(key);
      if (!first || !span) return first ? [first] : [];
      if (span.state === 'orphan') return [{ record, anchoring: { state: 'orphan' } }];
      const { start, end } = span;
      const state = span.state === 'anchored' ? first.anchoring.state : span.state;
      return state === 'anchored' || state === 'moved' || state === 'changed'
        ? [{ record, anchoring: { state, start, end } }]
        : [first];
    });
  }
}
