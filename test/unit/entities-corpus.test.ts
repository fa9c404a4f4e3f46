import assert from 'node:assert/strict';
import { CorpusEntities, type CorpusEntity } from '../../src/corpus/entities';
import type { EntryName } from '../../src/corpus/entry';

function name(type: EntryName['type'], full: string, count = 1, aliases: string[] = []): EntryName {
  return { type, name: full, aliases, count };
}

/** Those that go by a name or a surname. */
function called(corpus: CorpusEntities, form: string): CorpusEntity[] {
  return corpus
    .all()
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => one.endsWith(form)));
}

describe('entities across articles', () => {
  it('joins a person named in full in several articles and counts mentions', () => {
    const corpus = new CorpusEntities();
    corpus.upsert('a', [name('PER', 'Vladimir Putin', 3, ['Putin'])]);
    corpus.upsert('b', [name('PER', 'Vladimir V. Putin', 1), name('PER', 'Lyudmila Putin')]);
    const [first, second] = called(corpus, 'Putin');
    assert.equal(first!.name, 'Vladimir Putin');
    assert.equal(first!.count, 4);
    assert.deepEqual(first!.articles, ['a', 'b']);
    assert.equal(second!.name, 'Lyudmila Putin');
  });

  it('keeps names of many articles once, and tells those apart that differ in anything', () => {
    const corpus = new CorpusEntities();
    const said = (count: number, aliases: string[] = []) => ({
      ...name('PER', 'Vladimir Putin', count, aliases),
    });
    const [first] = corpus.upsert('a', [said(2, ['Putin'])]);
    assert.equal(corpus.upsert('b', [said(2, ['Putin'])])[0], first);
    for (const other of [said(3, ['Putin']), said(2), said(2, ['Mr Putin'])]) {
      assert.deepEqual(corpus.upsert('c', [other]), [other]);
    }
    corpus.remove('a');
    assert.deepEqual(corpus.all()[0]!.articles, ['b', 'c']);
    assert.equal(corpus.all()[0]!.count, 4);
  });

  it('holds a name of many articles, and lets them go one by one', () => {
    const corpus = new CorpusEntities();
    const ids = Array.from({ length: 30 }, (_, i) => `article ${i}`);
    for (const id of ids) corpus.upsert(id, [name('LOC', 'Oslo', 2), name('LOC', 'Bergen')]);
    assert.deepEqual(corpus.entityIn('article 4', name('LOC', 'Oslo'))?.articles, ids);
    for (const [left, id] of [...ids.entries()].reverse()) {
      assert.equal(corpus.entityIn(id, name('LOC', 'Oslo'))?.count, 2 * (left + 1));
      corpus.remove(id);
    }
    assert.deepEqual(corpus.all(), []);
    corpus.upsert('again', [name('LOC', 'Bergen', 5)]);
    assert.equal(corpus.all()[0]!.count, 5);
  });

  it('never joins persons on a bare surname', () => {
    const corpus = new CorpusEntities();
    corpus.upsert('a', [name('PER', 'Smith')]);
    corpus.upsert('b', [name('PER', 'Smith')]);
    corpus.upsert('c', [name('PER', 'Adam Smith')]);
    assert.equal(called(corpus, 'Smith').length, 3);
  });

  it('counts an acronym for the one organisation it stands for', () => {
    const corpus = new CorpusEntities();
    corpus.upsert('a', [name('ORG', 'SCO', 2)]);
    assert.equal(called(corpus, 'SCO')[0]!.name, 'SCO');
    corpus.upsert('b', [name('ORG', 'Shanghai Cooperation Organization', 1, ['SCO'])]);
    const [only, ...rest] = called(corpus, 'SCO');
    assert.deepEqual(rest, []);
    assert.equal(only!.name, 'Shanghai Cooperation Organization');
    assert.equal(only!.count, 3);
    corpus.upsert('c', [name('ORG', 'Southern Cross Observatory', 1, ['SCO'])]);
    assert.equal(called(corpus, 'SCO').length, 3);
  });

  it('forgets what an article said when it changes or goes', () => {
    const corpus = new CorpusEntities();
    corpus.upsert('a', [name('LOC', 'Lyon', 2)]);
    corpus.upsert('b', [name('LOC', 'Lyon', 5)]);
    corpus.upsert('b', [name('LOC', 'Paris')]);
    assert.equal(called(corpus, 'Lyon')[0]!.count, 2);
    corpus.remove('a');
    assert.deepEqual(called(corpus, 'Lyon'), []);
    assert.deepEqual(
      corpus.all().map((entity) => entity.name),
      ['Paris'],
    );
  });

  it('keeps a place and a team of the same name apart', () => {
    const corpus = new CorpusEntities();
    corpus.upsert('a', [name('LOC', 'Liverpool'), name('ORG', 'Liverpool')]);
    assert.equal(called(corpus, 'Liverpool').length, 2);
  });
});
