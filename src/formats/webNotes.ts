import { message } from '../analysis/message';
import { contextLength } from '../annotations/anchoring/quoteMatch';
import type { ExchangeDocument, ExchangeNote, Loss } from './exchange';
import { offsetMap } from './offsets';
import { type Json, list, object, text } from './readJson';

const noteIri = 'urn:dateline:note:';

const encoded = (id: string): string => noteIri + encodeURIComponent(id);

/** Notes as Web Annotations that comment on an article or a part of it, and reply to each other. */
export function writeNotes(
  { text: source, notes = [] }: ExchangeDocument,
  article: string,
): readonly Json[] {
  const map = offsetMap(source, 'codepoint');
  return notes.map(({ id, text: value, by, re, start, end }) => {
    const selector =
      start === undefined || end === undefined
        ? undefined
        : [
            {
              type: 'TextPositionSelector',
              start: map.toUnit(start),
              end: map.toUnit(end),
            },
            {
              type: 'TextQuoteSelector',
              exact: source.slice(start, end),
              prefix: source.slice(Math.max(0, start - contextLength), start),
              suffix: source.slice(end, end + contextLength),
            },
          ];
    const place = selector ? { source: article, selector } : { source: article };
    return {
      id: encoded(id),
      type: 'Annotation',
      motivation: re === undefined ? 'commenting' : 'replying',
      creator: { type: 'Person', name: by },
      body: [{ type: 'TextualBody', value, format: 'text/plain', purpose: 'commenting' }],
      target: re === undefined ? place : [place, encoded(re)],
    };
  });
}

/** Is this annotation a note rather than a mention? */
export function isNote({ motivation }: Json): boolean {
  return motivation === 'commenting' || motivation === 'replying';
}

/** The notes among annotations. One whose words are not in the text is kept on the whole article, and reported. */
export function readNotes(
  items: readonly unknown[],
  source: string,
  document: string,
  losses: Loss[],
): readonly ExchangeNote[] {
  const map = offsetMap(source, 'codepoint');
  let astray = 0;
  const notes = items
    .map(object)
    .filter(isNote)
    .map((annotation, index): ExchangeNote => {
      const targets = [list(annotation['target']), annotation['target']].flat();
      const place = targets.map(object).find((target) => target['source'] !== undefined) ?? {};
      const selectors = [list(place['selector']), place['selector']].flat().map(object);
      const position = selectors.find(({ type }) => type === 'TextPositionSelector');
      const quote = text(selectors.find(({ type }) => type === 'TextQuoteSelector')?.['exact']);
      const start = map.fromUnit(position?.['start'] as number);
      const end = map.fromUnit(position?.['end'] as number);
      const fits =
        start !== undefined &&
        end !== undefined &&
        (quote === undefined || source.slice(start, end) === quote);
      if (position && !fits) astray++;
      const body = [list(annotation['body']), annotation['body']].flat().map(object);
      const re = targets.map(text).find((target) => target?.startsWith(noteIri));
      return {
        id: decoded(text(annotation['id'])) ?? `note${index}`,
        text: body.map((one) => text(one['value'])).find((value) => value !== undefined) ?? '',
        by: text(object(annotation['creator'])['name']) ?? 'import',
        ...(re === undefined ? {} : { re: decoded(re)! }),
        ...(fits ? { start, end } : {}),
      };
    });
  if (astray > 0) {
    const what = message('Notes whose words are not found stand on the whole article.');
    losses.push({ document, what, count: astray });
  }
  return notes;
}

function decoded(iri: string | undefined): string | undefined {
  if (iri === undefined) return undefined;
  const id = iri.startsWith(noteIri) ? iri.slice(noteIri.length) : iri;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
