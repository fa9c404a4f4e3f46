import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSentence, seeded } from '../bench/newsGenerator';

/** One article of many, of a day of its own and about nothing that others tell of. */
export function oneOfMany(i: number): string {
  const random = seeded(i + 1);
  const day = new Date(Date.UTC(2020, 0, 1) + i * 7_200_000);
  // Words of its own, so that it tells of no event but its own.
  const own = i
    .toString(5)
    .replace(/./g, (digit) => ['ba', 'ke', 'li', 'mo', 'du'][Number(digit)]!);
  const sentence = (): string => newSentence(random).replace(/(?<=^|\s)\p{Ll}{4,}/gu, `$&${own}`);
  const words = sentence().replace(/[.,]/g, '').split(' ').slice(0, 7).join(' ');
  const paragraph = (): string => Array.from({ length: 3 }, sentence).join(' ');
  return [
    `Number ${i}: ${words}`,
    'By Ruth Adams',
    day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
    '',
    ...[`HALDEN — ${paragraph()}`, '', paragraph(), '', paragraph(), ''],
  ].join('\n');
}

/** Writes so many articles, a hundred to a folder. */
export function writeMany(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const part = join(folder, String(Math.floor(i / 100)));
    if (i % 100 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${i}.txt`), oneOfMany(i));
  }
}
