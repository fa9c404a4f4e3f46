import type { Line, Mention } from '../article';
import { agreeOnTypes } from './agree';
import { blocksOf } from './blocks';
import { addAuthors } from './bylines';
import { completeCompanies } from './companies';
import { spansOf, tag, type Tagging, type TokenSpan } from './decode';
import { Lattice } from './lattice';
import { taggedTypes } from './labels';
import { addRoles } from './roles';
import { settle } from './settle';
import { readModel, type EntityModel } from './model';
import { layOut, type Sheet, type Vocabulary } from './sheet';
import { Scorer, SecondLook } from './tagger';
import { describeWord, type WordType } from './words';

/** Words remembered between texts; then the memory starts afresh. */
const mostWords = 40_000;

/** Remembers the description of every word in every casing. */
export function createVocabulary(model: Pick<EntityModel, 'clusterOf'>): Vocabulary {
  const known = {
    normal: new Map<string, WordType>(),
    upper: new Map<string, WordType>(),
    title: new Map<string, WordType>(),
    lower: new Map<string, WordType>(),
  };
  return (word, casing) => {
    const words = known[casing];
    let type = words.get(word);
    if (!type) {
      type = describeWord(word, casing, model.clusterOf);
      if (words.size >= mostWords) words.clear();
      words.set(word, type);
    }
    return type;
  };
}

function toMentions(text: string, sheet: Sheet, spans: readonly TokenSpan[]): Mention[] {
  const { starts, ends } = sheet.tokens;
  let at = 0;
  return spans.flatMap((span) => {
    while (sheet.sentences[at]!.to <= span.first) at++;
    const sentence = sheet.sentences[at]!;
    return settle(sheet, sentence, span).map(({ first, last, type }) => ({
      start: starts[first]!,
      end: ends[last]!,
      type: taggedTypes[type]!,
      text: text.slice(starts[first], ends[last]),
      score: Math.round(span.score * 1000) / 1000,
      boilerplate: sentence.boilerplate,
    }));
  });
}

/** Finds PER, ORG, LOC and MISC mentions in the given lines of a text, in text order, never overlapping. */
export type Recogniser = (text: string, lines: readonly Line[]) => Mention[];

/**
 * Loads the model once and gives the function that uses it.
 * @param model the bytes of `models/entities.bin`
 * @throws Error if they are no entity model of this version.
 */
export function createRecogniser(model: Uint8Array): Recogniser {
  return recogniserOf(readModel(model));
}

/** The same from a model already in memory. */
export function recogniserOf(model: EntityModel): Recogniser {
  const tagText = taggerOf(model);
  return (text, lines) => {
    const mentions = blocksOf(text, lines).flatMap((block) => {
      const { sheet, tagging } = tagText(text, block);
      const spans = completeCompanies(sheet, spansOf(tagging));
      return agreeOnTypes(toMentions(text, sheet, spans));
    });
    return addRoles(text, lines, addAuthors(text, lines, mentions));
  };
}

/** Both passes of the tagger, with the labels and probabilities of every token. */
export function taggerOf(
  model: EntityModel,
): (text: string, lines: readonly Line[]) => { sheet: Sheet; tagging: Tagging } {
  const vocabulary = createVocabulary(model);
  const scorer = new Scorer(model.first);
  const lattice = new Lattice();
  lattice.setTransitions(model.first.transitions);
  const second = model.second && new SecondLook(model.second);
  const secondLattice = new Lattice();
  if (model.second) secondLattice.setTransitions(model.second.transitions);
  return (text, lines) => {
    const sheet = layOut(text, lines, vocabulary, model.gazetteer);
    const scores = scorer.score(sheet);
    let tagging = tag(sheet, scores, lattice);
    if (second) {
      second.revise(sheet, scores, tagging);
      tagging = tag(sheet, scores, secondLattice);
    }
    return { sheet, tagging };
  };
}
