import type { EventMap } from '../../corpus/eventMap';

/** What the page of the event map says to the extension. */
export type FromPage =
  /** It is there and waits for its map. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly event?: string; readonly name?: string }
  /** A picture to be saved: SVG text, or a PNG in base 64. */
  | { readonly type: 'save'; readonly format: 'svg' | 'png'; readonly data: string };

/** What the extension says to the page: the map, and all words about it in the reader's language. */
export interface ToPage {
  readonly map: EventMap;
  readonly language: string;
  readonly timeline: string;
  readonly network: string;
  readonly eventNote: string;
  readonly nameNote: string;
  /** What is said of each event and name, by id. */
  readonly said: Readonly<Record<string, string>>;
}
