import assert from 'node:assert/strict';
import { Gazetteer } from '../../src/analysis/entities/gazetteer';
import { KeyTable } from '../../src/analysis/entities/key-table';
import { clusterLookup, readModel } from '../../src/analysis/entities/model';
import { recogniserOf } from '../../src/analysis/entities/recognise';
import { augment } from '../../scripts/entities/augment';
import { bodyLines, readInline, type LabelledText } from '../../scripts/entities/corpora';
import type { ListedNames } from '../../scripts/entities/gazetteer-sources';
import type { Clusters } from '../../scripts/entities/resources';
import { trainStages } from '../../scripts/entities/stages';
import { writeModel } from '../../scripts/entities/write-model';

const none = new Int32Array();
const words = new Uint16Array(1);
const clusters: Clusters = {
  words: none,
  fine: new Uint16Array(),
  middleOf: words,
  coarseOf: words,
  lookup: clusterLookup(new KeyTable(none), new Uint16Array(), words, words),
};
const names: ListedNames = {
  keys: none,
  lists: new Uint8Array(),
  gazetteer: new Gazetteer(new KeyTable(none), new Uint8Array()),
  counts: {},
};
const pool = {
  first: ['Ada'],
  surname: ['Okafor'],
  place: ['Harlow'],
  organisation: ['Vantor Group'],
};

/** A small model of a few labelled articles, as the trainer writes it. */
function train(texts: readonly LabelledText[]): Uint8Array {
  const material = augment(texts, 7, pool, 40);
  const stages = trainStages(
    { texts: material, clusters, names },
    {
      epochs: [2, 4, 2],
      rate: 0.1,
      start: 0.3,
      l2: 1e-5,
      dropout: 0.25,
      leastCount: 2,
      rows: 4000,
      folds: 2,
    },
  );
  return writeModel({ clusters, names, ...stages });
}

describe('training the recognition of names', function () {
  // Every training clears tables for millions of hashes; a busy machine needs its time for them.
  this.timeout(120_000);
  const gold = readInline('data/entities/a39.txt');
  let log: typeof console.log;
  before(() => {
    log = console.log;
    console.log = () => undefined;
  });
  after(() => (console.log = log));

  it('gives the same bytes for the same texts, and other bytes for others', () => {
    const first = train(gold.slice(0, 4));
    assert.deepEqual(train(gold.slice(0, 4)), first);
    assert.notDeepEqual(train(gold.slice(0, 3)), first);
  });

  it('learns names it can find again', () => {
    const recognise = recogniserOf(readModel(train(gold)));
    const text = 'Prime Minister Nikol Pashinyan met Reuters reporters in Yerevan on Monday.';
    assert.deepEqual(
      recognise(text, bodyLines(text)).map(({ type, text: name }) => `${type} ${name}`),
      ['PER Nikol Pashinyan', 'ORG Reuters', 'LOC Yerevan'],
    );
  });
});
