import type { Remote } from '../worker/calls';
import type { ComparingCalls } from '../worker/comparingCalls';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { OpenArticles } from '../workspace/openArticles';
import type { ArticleReader } from './articleReader';

/** What it takes to compare what articles say. */
export interface ComparingParts {
  readonly mirror: CorpusMirror;
  readonly articles: OpenArticles;
  readonly texts: ArticleReader;
  readonly comparing: Remote<ComparingCalls>;
}
