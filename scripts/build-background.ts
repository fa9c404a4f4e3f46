/** Builds `models/background.bin` from document frequencies: tsx scripts/build-background.ts DF.json */
import { readFileSync, writeFileSync } from 'node:fs';
import { packBackground } from '../src/corpus/background';

const source = process.argv[2] ?? '../shared/corpora/events/background-df.json';
const { N, df } = JSON.parse(readFileSync(source, 'utf8')) as {
  N: number;
  df: Record<string, number>;
};
const shares = new Map(Object.entries(df).map(([term, count]) => [term, count / N]));
const bytes = packBackground(shares, 20_000);
writeFileSync('models/background.bin', bytes);
console.log(`models/background.bin: ${bytes.length} bytes`);
