import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { createAnalyzer } from '../../src/analysis/analyze';
import { renderMessage } from '../../src/analysis/message';
import type { CorpusEntry } from '../../src/corpus/entry';
import { createDigest } from '../../src/corpus/digest';
import { Corpus } from '../../src/corpus/index';
import { readable } from '../../src/corpus/readable';
import { Random } from '../bench/random';
import { bakery, entryOf, ferry, quakes } from './corpus.samples';

describe('events', () => {
  const corpus = new Corpus();
  corpus.apply(
    [
      entryOf('q0', quakes[0], '2025-05-05'),
      entryOf('q1', quakes[1], '2025-05-06'),
      entryOf('q2', quakes[2]),
      entryOf('bakery', bakery, '2025-06-01'),
      ...ferry.map((text, i) => entryOf(`f${i}`, text, '2025-04-01')),
    ],
    [],
  );

  it('stand newest first, their articles too, undated ones last', () => {
    assert.deepEqual(
      corpus.events().map(({ end }) => end),
      ['2025-06-01', '2025-05-06', '2025-04-01'],
    );
    const quake = corpus.eventOf('q0')!;
    assert.deepEqual(quake.articles, ['q1', 'q0', 'q2']);
    assert.deepEqual([quake.start, quake.end], ['2025-05-05', '2025-05-06']);
  });

  it('have a headline of theirs as title, unless a person gave one', () => {
    const quake = corpus.eventOf('q0')!;
    const headlines = quake.articles.map((id) => corpus.article(id)!.card.title);
    assert.ok(headlines.includes(quake.title));
    const { changed } = corpus.setTitles(new Map([[quake.id, 'The Velmora quake']]));
    assert.deepEqual(changed, [quake.id]);
    assert.equal(corpus.eventOf('q0')?.title, 'The Velmora quake');
    corpus.setTitles(new Map());
    assert.equal(corpus.eventOf('q0')?.title, quake.title);
  });

  it('say what their articles share', () => {
    assert.match(
      corpus.whyMember('q0').map(renderMessage).join('; '),
      /Telling words in common: .*Velmora/,
    );
    assert.match(corpus.eventOf('q0')!.why.map(renderMessage).join('; '), /Velmora/);
    assert.deepEqual(corpus.eventOf('bakery')!.why, []);
  });

  it('say what sets two articles apart', () => {
    const reasons = corpus.whyApart('q0', 'f0').map(renderMessage).join('\n');
    assert.match(reasons, /^Share: /);
    assert.match(reasons, /Differ: .*Velmora/);
    assert.match(reasons, /Sandholm/);
    assert.deepEqual(corpus.whyApart('q0', 'unknown'), []);
  });

  it('fall into stages where headlines announce first and report then', () => {
    const pact = new Corpus();
    pact.apply(
      [
        entryOf(
          'a',
          'Velmora and Orsk to sign fishing treaty on Friday\nVelmora and Orsk will sign the Sandholm fishing treaty on Friday, foreign minister Ilsa Tarn said.',
          '2025-01-13',
        ),
        entryOf(
          'b',
          'Velmora and Orsk sign fishing treaty\nVelmora and Orsk signed the Sandholm fishing treaty on Friday, and foreign minister Ilsa Tarn praised it.',
          '2025-01-17',
        ),
      ],
      [],
    );
    const [event] = pact.events();
    assert.deepEqual(
      event?.stages.map(({ label, articles, day }) => [renderMessage(label), articles, day]),
      [
        ['announced', ['a'], '2025-01-13'],
        ['signed', ['b'], '2025-01-17'],
      ],
    );
    assert.equal(corpus.eventOf('f0')?.stages.length, 1);
  });
});

describe('events of the seeds', () => {
  const seeds = '../shared/seeds';
  const others = ['basil', 'gvc', 'allsides'].map(
    (name) => `../shared/corpora/events/${name}.dev.jsonl`,
  );
  let entries: CorpusEntry[] = [];

  before(function () {
    if (!existsSync(seeds)) {
      console.log('      the seed articles are not at hand');
      this.skip();
    }
    const analyse = createAnalyzer({
      entities: readFileSync('models/entities.bin'),
      boilerplate: readFileSync('models/boilerplate.bin'),
    });
    const digest = createDigest(readFileSync('models/background.bin'));
    entries = readdirSync(seeds).map((name) => {
      const text = readFileSync(`${seeds}/${name}`, 'utf8');
      return digest(name, text, analyse(text, { path: name }));
    });
  });

  it('are one, of five articles, announced by four and signed in one', () => {
    const corpus = new Corpus();
    corpus.apply(entries, []);
    assert.equal(corpus.events().length, 1);
    const [event] = corpus.events();
    assert.match(event!.title, /Russia|Iran/);
    assert.deepEqual(
      event!.stages.map(({ label, articles }) => [renderMessage(label), articles.length]),
      [
        ['announced', 4],
        ['signed', 1],
      ],
    );
  });

  it('are one among hundreds of other articles too', function () {
    if (!others.every((file) => existsSync(file))) this.skip();
    const crowd = others
      .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as { id: string; text: string })
      .map(({ id, text }) => entryOf(id, text));
    assert.ok(crowd.length > 300);
    const corpus = new Corpus();
    corpus.apply(new Random(1).sample([...crowd, ...entries], crowd.length + 5), []);
    assert.deepEqual(
      [...corpus.eventOf(entries[0]!.id)!.articles].sort(),
      entries.map(({ id }) => id).sort(),
    );
  });
});

describe('names in reasons', () => {
  it('are written as a sentence would, not as a dateline', () => {
    assert.equal(readable('TARNHOLM'), 'Tarnholm');
    assert.equal(readable('PORT VELMORA'), 'PORT Velmora');
    assert.equal(readable('NATO'), 'NATO');
    assert.equal(readable('McHale'), 'McHale');
    const corpus = new Corpus();
    const [first, second] = ['before noon', 'after dark'].map((when, i) =>
      entryOf(
        `t${i}`,
        `Harbour fire ${when}\nTARNHOLM — Fire crews fought a blaze in the harbour of Tarnholm ${when}, 41 men in all.`,
      ),
    );
    corpus.apply([first!, second!], []);
    assert.match(corpus.whyMember('t0').map(renderMessage).join('; '), /“Tarnholm”/);
  });
});
