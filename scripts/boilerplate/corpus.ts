import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A labelled line: C body, B boilerplate, P caption, T headline, A author, D date, R out of order, M partial. */
export interface GoldLine {
  readonly text: string;
  readonly label: string;
  /** Above 0 inside the container of headline and body. */
  readonly near: number;
}

/** A labelled page. */
export interface GoldPage {
  readonly id: string;
  readonly site: string;
  readonly split: 'train' | 'val';
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly lines: readonly GoldLine[];
}

/** Corpora whose licence lets what was learnt from them ship. */
export const trainingCorpora = ['aeb', 'fundeval', 'fundus', 'wcxb'] as const;
/** All corpora; `cpe` states no licence and only measures. */
export const corpora = [...trainingCorpora, 'cpe'] as const;

/** The pages of a corpus file `NAME.jsonl` in a folder. */
export function readCorpus(folder: string, name: string): GoldPage[] {
  return readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldPage);
}
