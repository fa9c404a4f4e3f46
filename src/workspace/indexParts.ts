import type * as vscode from 'vscode';
import type { AnalysisPool } from '../worker/pool';
import type { Analysed } from '../worker/protocol';
import type { CorpusFeed } from './corpusFeed';
import type { CorpusMirror } from './corpusMirror';
import type { IndexCache } from './indexCache';
import type { Layer } from './lay';
import type { AnalysisLog } from './log';

/** What the index works with. */
export interface IndexParts {
  readonly pool: AnalysisPool;
  readonly feed: CorpusFeed;
  readonly log: AnalysisLog;
  readonly cache: IndexCache;
  readonly mirror: CorpusMirror;
  readonly layer: Layer;
  /** Ends the corpus worker, so that `Indexer.recover` follows. */
  readonly endCorpus: (why: string) => void;
  /** What the editor shows of a file that is open in it as an article. */
  readonly inEditor: (uri: vscode.Uri) => Promise<Analysed | undefined>;
}
