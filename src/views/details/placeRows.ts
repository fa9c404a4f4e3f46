import type { Difference, Stated } from '../../corpus/differences';
import type { Speaker } from '../../corpus/quotations';
import type { ArticleDossier } from '../../worker/protocol';
import type { PlaceRow } from './detailRows';

/** A row is read in a narrow sidebar: the words that count come early. */
const wordsBefore = 14;

export type Dossiers = ReadonlyMap<string, ArticleDossier>;

/** One row for each different sentence that states one of the versions, one sentence an article. */
export function placesOfDifference({ versions }: Difference, dossiers: Dossiers): PlaceRow[] {
  return versions.flatMap((version) =>
    sayings(version.places).map(([{ article, start, end, sentence }, ...others]) => {
      const cut = cutBefore(sentence.text, start - sentence.start);
      const text = (cut > 0 ? '…' : '') + oneLine(sentence.text.slice(cut));
      const at = start - sentence.start - cut + (cut > 0 ? 1 : 0);
      const dossier = dossiers.get(article);
      return {
        kind: 'place',
        ...{ article, start, end, text, version, others: others.length },
        marked: [at, at + end - start] as const,
        ...(dossier && { dossier }),
      };
    }),
  );
}

/** One row for each different quote. */
export function placesOfSpeaker({ quotations }: Speaker, dossiers: Dossiers): PlaceRow[] {
  return quotations.map(({ text, places }) => {
    const { article, start, end } = places[0]!;
    const dossier = dossiers.get(article);
    return {
      kind: 'place',
      ...{ article, start, end, text, others: places.length - 1 },
      ...(dossier && { dossier }),
    };
  });
}

/** The longest sentence of each article, those with equal words together. */
function sayings(places: readonly Stated[]): [Stated, ...Stated[]][] {
  const longest = new Map<string, Stated>();
  for (const place of places) {
    const known = longest.get(place.article);
    if (!known || known.sentence.text.length < place.sentence.text.length) {
      longest.set(place.article, place);
    }
  }
  const bySentence = new Map<string, [Stated, ...Stated[]]>();
  for (const place of longest.values()) {
    const key = oneLine(place.sentence.text);
    const same = bySentence.get(key);
    if (same) same.push(place);
    else bySentence.set(key, [place]);
  }
  return [...bySentence.values()];
}

/** Every white space by one space, so that places stay places. */
function oneLine(text: string): string {
  return text.replace(/\s/g, ' ');
}

/** How much to leave out at the beginning, whole words, so that what stands at `at` comes early. */
function cutBefore(text: string, at: number): number {
  if (at <= wordsBefore) return 0;
  const space = text.indexOf(' ', at - wordsBefore);
  return space < 0 || space >= at ? at : space + 1;
}
