import type * as vscode from 'vscode';
import type { Analysed } from '../worker/protocol';

/** An article that was analysed and is to be shown. */
export interface LayJob {
  readonly uri: vscode.Uri;
  /** The text that was analysed. */
  readonly text: string;
  readonly analysed: Analysed;
  /** Open in an editor: decided spans follow what is typed. */
  readonly live: boolean;
  /** Is the text still the article's? Asked before anything is worked out. */
  readonly isCurrent: () => boolean;
}

/** Lays people's decisions over what the machine found. */
export interface Layer {
  /** Something will be laid soon. */
  prepare(): void;
  /** Changes with every decision that bears on an article; empty where there is none. */
  stamp(uri: vscode.Uri): Promise<string>;
  /** Reads all decisions again, also those whose change the editor has not told. */
  refresh(): Promise<void>;
  /** Never rejects: where decisions cannot be read, the machine's findings are shown. */
  lay(job: LayJob): Promise<Analysed>;
}
