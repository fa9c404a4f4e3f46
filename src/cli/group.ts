import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { CorpusEntry } from '../corpus/entry';
import { Corpus } from '../corpus/index';
import { unpackEntry } from '../corpus/pack';
import { print } from './print';
import { eventsRecord } from './record';

interface Grouped {
  readonly key: 'path' | 'id';
  readonly given: string | number;
  readonly entry: CorpusEntry;
}

/** Reads one line of `analyze --json --features`; a line without an article (the events line) gives nothing. */
function readRecord(line: string): Grouped | undefined {
  const record = JSON.parse(line) as {
    readonly path?: string;
    readonly id?: string | number;
    readonly features?: string;
  };
  const given = record.path ?? record.id;
  if (given === undefined) return undefined;
  if (typeof record.features !== 'string') {
    throw new Error('no "features": analyse with --json --features');
  }
  const entry = unpackEntry(Buffer.from(record.features, 'base64'));
  return { key: record.path === undefined ? 'id' : 'path', given, entry };
}

/**
 * `dateline group`: the events of articles that were analysed elsewhere, by NDJSON streams of
 * `analyze --json --features`. Prints which event each article is in, then the events. Returns the exit code.
 */
export async function group(files: readonly string[], stdin: boolean): Promise<number> {
  const articles: Grouped[] = [];
  let failed = 0;
  for (const name of stdin ? ['stdin'] : files) {
    let number = 0;
    const input = stdin ? process.stdin : createReadStream(name);
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if (line.trim() === '') continue;
      try {
        const record = readRecord(line);
        if (record) articles.push(record);
      } catch (error) {
        failed++;
        const why = error instanceof Error ? error.message : String(error);
        process.stderr.write(`failed: ${name} line ${number}: ${why}\n`);
      }
    }
  }
  const corpus = new Corpus();
  corpus.apply(
    articles.map(({ entry }) => entry),
    [],
  );
  for (const { key, given, entry } of articles) {
    const copy = corpus.copyOf(entry.id);
    await print({
      [key]: given,
      event: corpus.eventOf(entry.id)?.id ?? null,
      ...(copy && { duplicateOf: copy.article }),
    });
  }
  await print(eventsRecord(corpus.events()));
  return failed > 0 ? 1 : 0;
}
