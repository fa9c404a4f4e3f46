import { readFileSync } from 'node:fs';
import type { CorpusEntry } from '../../src/corpus/entry';
import { createDigest } from '../../src/corpus/digest';
import { plainArticle } from '../bench/plain-article';

const digest = createDigest(readFileSync('models/background.bin'));

/** An invented article as the corpus holds it, every line taken for body. */
export function entryOf(id: string, text: string, day?: string): CorpusEntry {
  return digest(id, text, plainArticle(text, day));
}

export const quakes = [
  'Strong quake hits Velmora coast\nA magnitude 6.1 earthquake struck the coast of Velmora on Monday, and mayor Ilsa Tarn said 14 people were injured in the port. Rescue teams searched the fallen harbour hall.',
  'Velmora earthquake injures 14\nFourteen people were injured when a 6.1 magnitude earthquake shook the port of Velmora, mayor Ilsa Tarn said. The harbour hall collapsed and rescue teams were sent.',
  'Rescue teams search Velmora harbour hall after earthquake\nRescuers in Velmora dug through the harbour hall that collapsed in the magnitude 6.1 earthquake. Mayor Ilsa Tarn put the injured at 14.',
] as const;

export const ferry = [
  'Ferry runs aground off Sandholm\nThe ferry Aldona ran aground off Sandholm island with 212 passengers aboard, captain Petr Osk said. Lifeboats took all passengers to the island by noon.',
  'All 212 passengers leave stranded ferry Aldona\nLifeboats brought the 212 passengers of the ferry Aldona to Sandholm island after it ran aground in fog, captain Petr Osk said.',
] as const;

export const bakery =
  'Baker wins prize for rye loaf\nThe Orsk bakery of Pavel Lind won the national bread prize for its dark rye loaf, baked in a wood oven since 1931.';
