import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Input } from '../inputs';
import type { Result } from '../engine';

/** A gold record and what was found in its text. */
export interface Pair<Gold> {
  readonly gold: Gold;
  readonly text: string;
  readonly analysed: Extract<Result, { kind: 'analysed' }>['analysed'];
}

export type Analyse = (inputs: AsyncIterable<Input>) => AsyncIterable<Result>;

/** The records of an NDJSON file. Throws with file and line where one is not JSON. */
async function* readRecords(path: string): AsyncGenerator {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    number++;
    if (line.trim() === '') continue;
    try {
      yield JSON.parse(line);
    } catch {
      throw new Error(`${path} line ${number}: not JSON`);
    }
  }
}

/**
 * Analyses the texts of a gold file and pairs each record with the result. `textOf` gives a record's text;
 * throws where the file cannot be read, a record has no text, or an analysis fails.
 */
export async function* pairs<Gold>(
  path: string,
  textOf: (gold: Gold) => string,
  analyse: Analyse,
): AsyncGenerator<Pair<Gold>> {
  const waiting: { readonly gold: Gold; readonly text: string }[] = [];
  async function* inputs(): AsyncGenerator<Input> {
    let number = 0;
    for await (const record of readRecords(path)) {
      const gold = record as Gold;
      const text = textOf(gold);
      waiting.push({ gold, text });
      yield { kind: 'text', id: `gold-${number++}`, from: 'ndjson', text };
    }
  }
  for await (const result of analyse(inputs())) {
    const { gold, text } = waiting.shift()!;
    if (result.kind !== 'analysed') throw new Error(`${path}: ${result.id}: ${result.why}`);
    yield { gold, text, analysed: result.analysed };
  }
}
