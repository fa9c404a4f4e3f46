import { hashString } from '../corpus/hash';

/** What one person has done with an article. Kept and discarded ones were seen. */
export type ReadState = 'unseen' | 'seen' | 'kept' | 'discarded';

/** As it is kept from session to session. */
export interface StoredStates {
  /** Keys of the articles seen: a list of addresses would grow too long to be written often. */
  readonly seen: readonly string[];
  readonly kept: readonly string[];
  readonly discarded: readonly string[];
}

type Before = ReadonlyMap<string, ReadState>;

const mostUndone = 100;

/** Stands for an article's address in far less space. */
export function keyOf(id: string): string {
  return hashString(id).toString(36) + hashString(id, 1).toString(36);
}

/** What a person has seen, kept and discarded of a folder. */
export class ReadStates {
  private readonly seen: Set<string>;
  private readonly kept: Set<string>;
  private readonly thrown: Set<string>;
  private readonly history: Before[] = [];

  constructor(stored: Partial<StoredStates> = {}) {
    this.seen = new Set(stored.seen);
    this.kept = new Set(stored.kept);
    this.thrown = new Set(stored.discarded);
  }

  of(id: string): ReadState {
    if (this.kept.has(id)) return 'kept';
    if (this.thrown.has(id)) return 'discarded';
    return this.seen.has(keyOf(id)) ? 'seen' : 'unseen';
  }

  get discarded(): ReadonlySet<string> {
    return this.thrown;
  }

  /** Gives the articles whose state is another now. `undo` takes it back, except what only tells of seen. */
  set(ids: readonly string[], state: ReadState): readonly string[] {
    const before = new Map(
      ids.map((id) => [id, this.of(id)] as const).filter(([, was]) => was !== state),
    );
    const isDecision = [state, ...before.values()].some(
      (each) => each === 'kept' || each === 'discarded',
    );
    if (before.size > 0 && isDecision) {
      this.history.push(before);
      if (this.history.length > mostUndone) this.history.shift();
    }
    for (const id of before.keys()) this.put(id, state);
    return [...before.keys()];
  }

  /** Takes back the last keeping or discarding; gives the articles it was about. */
  undo(): readonly string[] {
    const before = this.history.pop() ?? new Map<string, ReadState>();
    for (const [id, state] of before) this.put(id, state);
    return [...before.keys()];
  }

  /** An article's file has another address now. */
  rename(from: string, to: string): void {
    this.put(to, this.of(from));
    this.put(from, 'unseen');
  }

  stored(): StoredStates {
    return { seen: [...this.seen], kept: [...this.kept], discarded: [...this.thrown] };
  }

  private put(id: string, state: ReadState): void {
    if (state === 'unseen') this.seen.delete(keyOf(id));
    else this.seen.add(keyOf(id));
    this.kept.delete(id);
    this.thrown.delete(id);
    if (state === 'kept') this.kept.add(id);
    if (state === 'discarded') this.thrown.add(id);
  }
}
