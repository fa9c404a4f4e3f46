import { decideEntities, decideEvents, type EntityDecisions } from '../annotations/corpusDecisions';
import {
  parseEntityRecords,
  parseEventRecords,
  parseRuleRecords,
  ruleKinds,
} from '../annotations/corpusRecords';
import { needsReview } from '../annotations/needsReview';
import { adjudicate, agreementOf, goldAnnotator } from '../annotations/adjudication';
import { learn, tryLearning } from '../annotations/learning';
import { lessonOf } from '../annotations/lessons';
import { findOccurrences } from '../annotations/occurrences';
import { overlay, placeRecords } from '../annotations/overlay';
import type { ArticleRecord } from '../annotations/records';
import { defaultSchema, parseSchema } from '../annotations/schema';
import { type BrokenLine, foldRecords, parseSideCar } from '../annotations/store';
import { cardOf } from '../corpus/card';
import { exchangeDocument, importRecords, newRecords } from '../formats/articleExchange';
import { findArticle } from '../formats/articleFiles';
import { findFormat, formats } from '../formats/formats';
import { exportDocuments } from '../formats/lossReport';
import type { AnnotationCalls, Laid, LayRequest, TextFile } from './annotationProtocol';
import { LiveTexts } from './liveTexts';
import { placesOf } from './places';
import { articleOf } from './shownArticle';

/** Part of the ids of machine mentions: decisions outlive new versions of the models. */
const model = 'dateline';

/** Remembers the last result, for a file that is read with every article. */
function lastOf<T>(read: (file: TextFile) => T): (file: TextFile) => T {
  let last: { readonly file: TextFile; readonly value: T } | undefined;
  return (file) => {
    if (last?.file.text !== file.text || last.file.file !== file.file) {
      last = { file, value: read(file) };
    }
    return last.value;
  };
}

const readEntities = (
  file: TextFile,
): { value: EntityDecisions; broken: readonly BrokenLine[] } => {
  const { records, broken } = parseEntityRecords(file.text, file.file);
  return { value: decideEntities(records), broken };
};

const readRules = (
  file: TextFile,
): { value: ReturnType<typeof ruleKinds>; broken: readonly BrokenLine[] } => {
  const { records, broken } = parseRuleRecords(file.text, file.file);
  return { value: ruleKinds(records), broken };
};

/** A first line that is longer would make a list hard to read. */
const contextAround = 60;

export function createAnnotationCalls(): AnnotationCalls {
  const live = new LiveTexts();
  const entitiesOf = lastOf(readEntities);
  const rulesOf = lastOf(readRules);

  const lay = (request: LayRequest): Laid => {
    const { uri, text, machine, sideCars, oldTexts, annotator } = request;
    const parsed = sideCars.map((file) => parseSideCar(file.text, file.file));
    const { byAnnotator } = foldRecords(parsed.flatMap(({ records }) => records));
    const annotators = [...byAnnotator.keys()].sort();
    // What was settled speaks first, then the person at the keyboard.
    const rank = (name: string): number =>
      name === goldAnnotator ? 2 : Number(name === annotator);
    const order = annotators
      .filter((name) => request.layers?.includes(name) ?? true)
      .sort((a, b) => rank(b) - rank(a));
    const records = order.flatMap((name): ArticleRecord[] => [...byAnnotator.get(name)!.values()]);
    const standing = records.filter(({ st }) => st !== 'withdrawn');
    const entities = entitiesOf(request.entities);
    const rules = rulesOf(request.rules);
    const source = machine.source?.name ?? '';
    const shown = overlay({
      text,
      article: machine,
      model,
      placed: request.live
        ? live.place(uri, text, standing, oldTexts)
        : placeRecords(text, standing, oldTexts),
      entities: entities.value,
      ruleKind: (line) => rules.value(source, line),
    });
    const article = articleOf(shown, machine);
    const broken = [...parsed.flatMap((file) => file.broken), ...entities.broken, ...rules.broken];
    return {
      article,
      card: cardOf(text, article, shown.mentions.filter(needsReview).length),
      shown,
      broken,
      annotators,
    };
  };

  return {
    lay,
    edit: (uri, changes) => {
      live.edit(uri, changes);
    },
    leave: (uri) => {
      live.leave(uri);
    },
    reanchor: (uri, text, by) => live.reanchor(uri, text, by),
    places: placesOf,
    occurrences(text, words) {
      const spans = findOccurrences(text, words);
      const places = placesOf(text, spans);
      let line = 0;
      let counted = 0;
      return spans.map(({ start, end }, i) => {
        for (; counted < start; counted++) if (text[counted] === '\n') line++;
        const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - contextAround);
        const context = text.slice(from, end + contextAround).split(/[\r\n]/, 1)[0]!;
        return { start, end, ...places[i]!, line, context };
      });
    },
    adjudicate({ text, sideCars, oldTexts }) {
      const records = sideCars.flatMap((file) => parseSideCar(file.text, file.file).records);
      const { byAnnotator } = foldRecords(records);
      const all = [...byAnnotator.values()].flatMap((layer) => [...layer.values()]);
      return adjudicate(text, placeRecords(text, all, oldTexts));
    },
    agreement: agreementOf,
    lesson: (request) => lessonOf(request.text, request.machine, lay(request).shown),
    learn: (lessons) => ({ layer: learn(lessons), trial: tryLearning(lessons) }),
    planEvents(file) {
      const { records, broken } = parseEventRecords(file.text, file.file);
      const { pins, brought, titles } = decideEvents(records);
      return { pins, brought, titles, broken };
    },
    schema: (text) =>
      text.trim() === '' ? { schema: defaultSchema, problems: [] } : parseSchema(text),
    formats: () => formats.map(({ id, name }) => ({ id, name })),
    exchange(request, about) {
      const { article, shown } = lay(request);
      return exchangeDocument({ ...about, text: request.text, article, shown });
    },
    write(format, documents) {
      return exportDocuments(known(format), documents);
    },
    read(format, files, texts) {
      const textOf = (id: string): string | undefined =>
        texts.get(findArticle(texts.keys(), id) ?? id);
      return known(format).read(files, textOf);
    },
    imported(document, by, ts, sideCars) {
      const { records, ...rest } = importRecords(document, by, ts);
      const held = sideCars.flatMap(({ text, file }) => parseSideCar(text, file).records);
      return { records: newRecords(records, foldRecords(held)), ...rest };
    },
  };
}

function known(id: string): NonNullable<ReturnType<typeof findFormat>> {
  const format = findFormat(id);
  if (!format) throw new Error(`no such format: ${id}`);
  return format;
}
