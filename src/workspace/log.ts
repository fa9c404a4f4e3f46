import type { Message } from '../analysis/article';
import type { MentionState, ShownMention } from '../annotations/overlay';
import type { BrokenLine } from '../annotations/store';
import type { CachedFile } from './shard';
import type { Analysed } from '../worker/protocol';

/** What an article's decisions are counted by; human: mentions that people added. */
export type Counted = MentionState | 'human' | 'note';
export type StateCounts = ReadonlyMap<Counted, number>;

function countStates({ article, shown }: Analysed): StateCounts {
  if (!shown) return new Map([['suggested', article.mentions.length]]);
  const counts = new Map<Counted, number>();
  const add = (state: Counted): void => void counts.set(state, (counts.get(state) ?? 0) + 1);
  for (const { state, origin } of [...shown.mentions, ...shown.rejected, ...shown.displaced]) {
    add(state);
    if (origin === 'human') add('human');
  }
  if (shown.notes.length > 0) counts.set('note', shown.notes.length);
  return counts;
}

/** What became of each file that Dateline looked at; the Analysis Report is made from it. */
export class AnalysisLog {
  readonly analysed = new Map<string, { readonly words: number; readonly boilerplate: number }>();
  readonly skipped = new Map<string, Message>();
  readonly warnings = new Map<string, Message>();
  readonly times = new Map<string, number>();
  readonly states = new Map<string, StateCounts>();
  /** Mentions that have lost their place, by article. */
  readonly displaced = new Map<string, readonly ShownMention[]>();
  /** Articles that people annotated and that are gone from their place. */
  gone: readonly string[] = [];
  /** Lines of files under `.dateline/` that cannot be read, by file. */
  readonly broken = new Map<string, readonly BrokenLine[]>();
  /** Articles that went to another event when all were last grouped anew in the background. */
  moved: readonly string[] = [];
  /** How often the thread that groups articles has died and was started again, and why the last time. */
  restarts = 0;
  lastDeath = '';
  /** Articles of the last run that were not analysed again because their files are unchanged. */
  kept = 0;
  /** Wall-clock milliseconds of the last index run; absent before its end. */
  lastRun?: { readonly files: number; readonly milliseconds: number; readonly cancelled: boolean };

  noteAnalysed(analysed: Analysed): void {
    const { uri, article, times, shown } = analysed;
    this.states.set(uri, countStates(analysed));
    if (shown && shown.displaced.length > 0) this.displaced.set(uri, shown.displaced);
    else this.displaced.delete(uri);
    this.skipped.delete(uri);
    this.analysed.set(uri, {
      words: article.words.all,
      boilerplate: article.words.all - article.words.article,
    });
    for (const [stage, time] of Object.entries(times)) {
      this.times.set(stage, (this.times.get(stage) ?? 0) + time);
    }
  }

  /** Of these files, the lines that cannot be read. */
  noteBroken(files: readonly string[], broken: readonly BrokenLine[]): void {
    for (const file of files) this.broken.delete(file);
    for (const line of broken) {
      this.broken.set(line.file, [...(this.broken.get(line.file) ?? []), line]);
    }
  }

  noteWarning(uri: string, warning: Message | undefined): void {
    if (warning) this.warnings.set(uri, warning);
    else this.warnings.delete(uri);
  }

  noteSkipped(uri: string, reason: Message): void {
    this.forget(uri);
    this.skipped.set(uri, reason);
  }

  /** An article whose analysis was kept from before. */
  noteKept(uri: string, { words, boilerplate, decided, warning }: Omit<CachedFile, 'entry'>): void {
    this.kept++;
    this.noteWarning(uri, warning);
    this.analysed.set(uri, { words, boilerplate });
    this.states.set(uri, new Map(decided?.states as Iterable<[Counted, number]>));
  }

  forget(uri: string): void {
    this.analysed.delete(uri);
    this.skipped.delete(uri);
    this.warnings.delete(uri);
    this.states.delete(uri);
    this.displaced.delete(uri);
  }

  knows(uri: string): boolean {
    return this.analysed.has(uri) || this.skipped.has(uri);
  }

  /** Every file that was looked at. */
  files(): string[] {
    return [...this.analysed.keys(), ...this.skipped.keys()];
  }
}
