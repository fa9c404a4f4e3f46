import { mix } from './hash';
import type { Sheet } from './sheet';
import type { WordType } from './words';

/** What a text shows of one word, over all its places (Ratinov & Roth 2009, section 4: non-local features). */
interface Record {
  lower: number;
  capital: number;
  before: number[];
  after: number[];
  acronymOf: number;
}

const longestPool = 6;
let kinds = 300;
const kind = (): number => kinds++;
const K = { counts: kind(), before: kind(), after: kind(), acronym: kind(), acronymOf: kind() };
const none: Int32Array = new Int32Array(0);

function pool(list: number[], cluster: number): void {
  if (cluster !== 0 && list.length < longestPool && !list.includes(cluster)) list.push(cluster);
}

function initials(sheet: Sheet, from: number, to: number): string {
  let letters = '';
  for (let i = from; i <= to; i++) {
    if (sheet.types[i]!.nameLike) letters += sheet.types[i]!.word[0]!;
  }
  return letters.toUpperCase();
}

/** Initials of every run of capitalised words ("of" and "for" may stand between) and the run's last word. */
function acronyms(sheet: Sheet): Map<string, number> {
  const found = new Map<string, number>();
  for (const sentence of sheet.sentences) {
    if (sentence.casing !== 'normal') continue;
    let i = sentence.from;
    while (i < sentence.to) {
      if (sheet.runFrom[i]! < 0) {
        i++;
        continue;
      }
      let end = sheet.runTo[i]!;
      while (
        end + 2 < sentence.to &&
        joins(sheet.types[end + 1]!) &&
        sheet.runFrom[end + 2]! >= 0
      ) {
        end = sheet.runTo[end + 2]!;
      }
      // Every tail of the run may be the full name: "the International Monetary Fund", "Then the ...".
      for (let from = i; from < end && from < i + 4; from++) {
        if (sheet.types[from]!.nameLike && end - from < 10) {
          found.set(initials(sheet, from, end), sheet.types[end]!.middle);
        }
      }
      i = end + 1;
    }
  }
  return found;
}

function joins(type: WordType): boolean {
  return type.word === 'of' || type.word === 'for' || type.word === 'and' || type.word === '&';
}

function isAcronym(word: string): boolean {
  return word.length >= 2 && word.length <= 8 && /^\p{Lu}[\p{Lu}.]+$/u.test(word);
}

/** Attribute hashes by word id for the words the text says something about. */
export function documentAttributes(sheet: Sheet): Map<number, Int32Array> {
  const records = new Map<number, Record>();
  const { types } = sheet;
  const expansions = acronyms(sheet);
  for (const sentence of sheet.sentences) {
    if (sentence.boilerplate || sentence.casing !== 'normal') continue;
    for (let i = sentence.from; i < sentence.to; i++) {
      const type = types[i]!;
      if (!type.nameLike && !type.isLower) continue;
      let record = records.get(type.id);
      if (!record) {
        if (!type.nameLike && type.fine === 0) continue;
        record = { lower: 0, capital: 0, before: [], after: [], acronymOf: -1 };
        records.set(type.id, record);
      }
      if (type.isLower) {
        record.lower++;
        continue;
      }
      if (i > sentence.from) {
        record.capital++;
        pool(record.before, types[i - 1]!.middle);
      }
      if (i + 1 < sentence.to) pool(record.after, types[i + 1]!.middle);
      if (record.acronymOf < 0 && isAcronym(type.word)) {
        record.acronymOf = expansions.get(type.word.replaceAll('.', '')) ?? -1;
      }
    }
  }
  const attributes = new Map<number, Int32Array>();
  for (const [id, record] of records) attributes.set(id, attributesOf(record));
  return attributes;
}

function attributesOf(record: Record): Int32Array {
  const { lower, capital, before, after, acronymOf } = record;
  if (capital === 0 && lower === 0) return none;
  const attributes = [mix(K.counts, Math.min(lower, 3) * 8 + Math.min(capital, 4))];
  for (const cluster of before) attributes.push(mix(K.before, cluster));
  for (const cluster of after) attributes.push(mix(K.after, cluster));
  if (acronymOf >= 0) attributes.push(mix(K.acronym, 1), mix(K.acronymOf, acronymOf));
  return Int32Array.from(attributes);
}
