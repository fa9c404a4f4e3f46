import type { Message } from '../analysis/article';
import type { Analysed } from '../worker/protocol';

/** What became of each file that Dateline looked at; the Analysis Report is made from it. */
export class AnalysisLog {
  readonly analysed = new Map<string, { readonly words: number; readonly boilerplate: number }>();
  readonly skipped = new Map<string, Message>();
  readonly warnings = new Map<string, Message>();
  readonly times = new Map<string, number>();
  /** Articles of the last run that were not analysed again because their files are unchanged. */
  kept = 0;
  /** Wall-clock milliseconds of the last index run; absent before its end. */
  lastRun?: { readonly files: number; readonly milliseconds: number; readonly cancelled: boolean };

  noteAnalysed({ uri, article, times }: Analysed): void {
    this.skipped.delete(uri);
    this.analysed.set(uri, {
      words: article.words.all,
      boilerplate: article.words.all - article.words.article,
    });
    for (const [stage, time] of Object.entries(times)) {
      this.times.set(stage, (this.times.get(stage) ?? 0) + time);
    }
  }

  noteWarning(uri: string, warning: Message): void {
    this.warnings.set(uri, warning);
  }

  noteSkipped(uri: string, reason: Message): void {
    this.analysed.delete(uri);
    this.warnings.delete(uri);
    this.skipped.set(uri, reason);
  }

  /** An article whose analysis was kept from before. */
  noteKept(uri: string, facts: { readonly words: number; readonly boilerplate: number }): void {
    this.kept++;
    this.analysed.set(uri, facts);
  }

  forget(uri: string): void {
    this.analysed.delete(uri);
    this.skipped.delete(uri);
    this.warnings.delete(uri);
  }

  knows(uri: string): boolean {
    return this.analysed.has(uri) || this.skipped.has(uri);
  }

  /** Every file that was looked at. */
  files(): string[] {
    return [...this.analysed.keys(), ...this.skipped.keys()];
  }
}
