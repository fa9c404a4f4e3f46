import type { Article, TextOrigin } from './article';

/** The trained files that the analysis needs, as read from `models/`. */
export interface Models {
  readonly entities: Uint8Array;
  readonly boilerplate: Uint8Array;
}

/** One text in, one annotated article out. Pure: the same text and origin always give the same article. */
export type Analyze = (text: string, origin: TextOrigin) => Article;
