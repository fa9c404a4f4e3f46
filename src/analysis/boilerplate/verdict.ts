import type { LineKind, Message, Span } from '../article';

/** What is decided about a row before or beside the line model. */
export interface Verdict {
  readonly kind: LineKind;
  readonly score: number;
  readonly reason: Message;
  readonly firstCopy?: Span;
}
