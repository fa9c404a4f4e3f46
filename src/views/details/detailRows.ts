import type { Span } from '../../analysis/article';
import type { Difference, Version } from '../../corpus/differences';
import type { Speaker } from '../../corpus/quotations';
import type { ArticleDossier } from '../../worker/protocol';

export type Section = 'differences' | 'timeline' | 'quotes' | 'copies';

interface SectionRow {
  readonly kind: 'section';
  readonly section: Section;
  /** Rows under it, where that is known before it is unfolded. */
  readonly count?: number;
}

/** An article on the timeline, or a copy among the copies. */
interface ArticleRow {
  readonly kind: 'article' | 'copy';
  readonly dossier: ArticleDossier;
  /** The article it copies. */
  readonly original?: ArticleDossier;
}

interface DifferenceRow {
  readonly kind: 'difference';
  readonly difference: Difference;
}

interface SpeakerRow {
  readonly kind: 'speaker';
  readonly speaker: Speaker;
}

/** Words of an article, and what of them is marked. */
export interface PlaceRow extends Span {
  readonly kind: 'place';
  readonly article: string;
  readonly text: string;
  /** Where the words that count stand in `text`. */
  readonly marked?: readonly [number, number];
  readonly version?: Version;
  readonly dossier?: ArticleDossier;
  /** Other articles with the same words. */
  readonly others: number;
}

/** Says what cannot be listed. */
interface NoteRow {
  readonly kind: 'note';
  readonly text: string;
}

export type DetailRow = SectionRow | ArticleRow | DifferenceRow | SpeakerRow | PlaceRow | NoteRow;
