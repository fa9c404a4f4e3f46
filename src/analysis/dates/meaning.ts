import type { Span } from '../article';

/** Which of several: "last Friday", "this June", "next week". */
export type Shift = 'last' | 'this' | 'next';

/** Which stretch of a month or year: "early 2024", "the end of January". */
export type Part = 'start' | 'early' | 'mid' | 'late' | 'end';

/** What a date expression says, before it is counted from the article's date. */
export type Meaning =
  | { readonly kind: 'days'; readonly from: number; readonly to: number }
  | { readonly kind: 'year'; readonly year: number; readonly part?: Part | undefined }
  | { readonly kind: 'decade'; readonly year: number }
  | {
      readonly kind: 'month';
      readonly month: number;
      readonly year?: number | undefined;
      readonly shift?: Shift | undefined;
      readonly part?: Part | undefined;
    }
  | {
      readonly kind: 'monthDay';
      readonly month: number;
      readonly day: number;
      readonly until?: { readonly month: number; readonly day: number };
      readonly weekday?: number;
    }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly shift?: Shift | undefined;
    }
  | {
      readonly kind: 'period';
      readonly unit: string;
      readonly shift?: Shift | undefined;
      readonly side?: 'earlier' | 'later' | undefined;
    }
  | {
      readonly kind: 'counted';
      readonly day: number;
      readonly unit: 'day' | 'week' | 'month' | 'year';
    };

/** A place in the text that names a time, and what it says. */
export interface Expression extends Span {
  readonly meaning: Meaning;
}
