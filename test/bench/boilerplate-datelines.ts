import { corpora, readCorpus } from '../../scripts/boilerplate/corpus';
import type { Structure } from '../../src/analysis/structure';

/**
 * Pages of the corpora whose body opens with a dateline, read by hand, and the places it names. All other pages
 * count as having none.
 */
const datelines: Readonly<Record<string, string>> = {
  'aeb:0d46122928b6': 'Madrid',
  'aeb:264dc3ae3124': 'Buffalo',
  'aeb:359fee228518': 'Washington',
  'aeb:35b158918c67': 'Cleveland',
  'aeb:374ac9a59a85': 'Dubai',
  'aeb:57d46c9d751e': 'New York',
  'aeb:5a822960e9a2': 'Vienna',
  'aeb:5caf91b8a442': 'Hayward',
  'aeb:776a1c046798': 'Sioux Falls',
  'aeb:a6968f427cdb': 'Columbia',
  'aeb:aec5deeaada8': 'Washington',
  'aeb:c58aa507c4de': 'Washington',
  'aeb:d0382c0d9573': 'San Francisco',
  'aeb:d1c57d7821e5': 'Washington',
  'aeb:d605bdef2cde': 'Hong Kong',
  'aeb:eecd2575093b': 'Los Angeles',
  'aeb:ef2b3f268a67': 'Santa Fe',
  'aeb:f344ca5fb36e': 'Honolulu',
  'fundeval:Reuters_0': 'Islamabad',
  'fundeval:Reuters_2': 'Accra',
  'fundus:TimesOfIndia_2024_09_02': 'New Delhi',
  'fundus:iNews_2023_08_30': 'Flushing Meadows',
  'fundus:Reuters_2023_05_16': 'Kathmandu',
  'fundus:Reuters_2024_03_07': 'Beirut, The Hague',
  'wcxb:dev:0031': 'New Jersey',
  'wcxb:dev:4557': 'Washington',
};

/** Datelines found and right, over train and val pages, as their containers. */
export function measureDatelines(
  folder: string,
  structure: (text: string) => Structure,
): { right: number; found: number; of: number } {
  const counts = { right: 0, found: 0, of: Object.keys(datelines).length };
  for (const page of corpora.flatMap((name) => readCorpus(folder, name))) {
    const lines = page.lines.filter(({ near }) => near > 0);
    const { dateline } = structure(
      lines.map(({ text }) => text.replace(/[\r\n]/g, ' ')).join('\n'),
    );
    if (dateline === undefined) continue;
    counts.found++;
    if (dateline.places.join(', ') === datelines[page.id]) counts.right++;
  }
  return counts;
}
