import assert from 'node:assert/strict';
import { CorpusEntities } from '../../src/corpus/entities';
import type { CorpusEntry, EntryName } from '../../src/corpus/entry';
import { type EventMap, type MappedEvent, mapOf } from '../../src/corpus/eventMap';
import { Corpus } from '../../src/corpus/index';
import { placeNames } from '../../src/webview/network';
import { mapLists, networkSvg, timelineSvg } from '../../src/webview/picture';
import { placeEvents } from '../../src/webview/timeline';
import { bakery, entryOf, ferry, quakes } from './corpus.samples';

const named = (type: EntryName['type'], name: string): EntryName => ({
  ...{ type, name, aliases: [], count: 1 },
});
const tarn = named('PER', 'Ilsa Tarn');
const velmora = named('LOC', 'Velmora');
const osk = named('PER', 'Petr Osk');

function entry(id: string, text: string, day: string | undefined, names: EntryName[]) {
  const made = entryOf(id, text, day);
  return { ...made, card: { ...made.card, names } };
}

function mapped(entries: readonly CorpusEntry[], limits?: Parameters<typeof mapOf>[2]): EventMap {
  const corpus = new Corpus();
  const names = new CorpusEntities();
  corpus.apply(entries, []);
  for (const { id, card } of entries) names.upsert(id, card.names);
  return mapOf(corpus, names, limits);
}

const entries = [
  entry('q1', quakes[0], '2024-05-06', [tarn, velmora]),
  entry('q2', quakes[1], '2024-05-07', [tarn, velmora]),
  entry('f1', ferry[0], '2024-05-02', [osk]),
  entry('b1', bakery, undefined, [named('LOC', 'Orsk')]),
];

/** So many events of so many sizes, a day each. */
function events(count: number): MappedEvent[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 28))).toISOString().slice(0, 10);
    const title = `A headline of quite some length for event number ${i}`;
    return { id: `e${i}`, title, start: day, end: day, articles: 1 + (i % 9), sources: 1 };
  });
}

const words = {
  timeline: 'Events',
  network: 'Names',
  day: (day: Date) => day.toISOString().slice(0, 10),
  event: ({ title, articles }: MappedEvent) => `${title}, ${articles} articles`,
  name: ({ name }: { name: string }) => name,
};

describe('the event map', () => {
  it('holds dated events in the order of their days and says how many have no day', () => {
    const map = mapped(entries);
    assert.deepEqual(
      map.events.map(({ start, end, articles }) => [start, end, articles]),
      [
        ['2024-05-02', '2024-05-02', 1],
        ['2024-05-06', '2024-05-07', 2],
      ],
    );
    assert.equal(map.undated, 1);
  });

  it('ties the names that stand in the same articles', () => {
    const { names, ties } = mapped(entries);
    assert.deepEqual(
      ties.map(({ from, to, articles }) => [[names[from]!.name, names[to]!.name].sort(), articles]),
      [[['Ilsa Tarn', 'Velmora'], 2]],
    );
  });

  it('keeps the strongest and counts what it leaves out', () => {
    const map = mapped(entries, { events: 1, names: 2, ties: 1 });
    assert.deepEqual([map.events.length, map.smaller], [1, 1]);
    assert.equal(map.events[0]!.articles, 2, 'the larger event stays');
    assert.deepEqual([map.names.length, map.rarer], [2, 2]);
  });
});

describe('the timeline', () => {
  for (const count of [1, 5, 100]) {
    it(`of ${count} events overlaps nowhere and stays inside its frame`, () => {
      const { events: placed, width, height } = placeEvents(events(count), 900);
      assert.equal(placed.length, count);
      const boxes = placed.map(({ x, y, width: length, height: thick, label }) => {
        const left = Math.min(x, label?.x ?? x);
        const end = label && label.x > x ? label.x + label.text.length * 5.5 : x + length;
        return { left, right: Math.max(x + length, end), top: y, bottom: y + thick };
      });
      for (const [i, a] of boxes.entries()) {
        assert.ok(a.left >= 0 && a.right <= width && a.bottom <= height, JSON.stringify(a));
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          assert.ok(apart, JSON.stringify([a, b]));
        }
      }
    });
  }
});

describe('the pictures', () => {
  const hostile = '"><script>alert(1)</script>&';
  const map: EventMap = {
    events: [{ ...events(1)[0]!, id: hostile, title: hostile }],
    names: [
      { id: 'PER:a', type: 'PER', name: hostile, articles: 3 },
      { id: 'ORG:b', type: 'ORG', name: 'Port Authority', articles: 2 },
      { id: 'LOC:c', type: 'LOC', name: 'Velmora', articles: 2 },
    ],
    ties: [{ from: 0, to: 1, articles: 2 }],
    ...{ smaller: 0, undated: 0, rarer: 0 },
  };
  const timeline = timelineSvg(placeEvents(map.events, 700), words);
  const network = networkSvg(placeNames(map, 700), words);

  it('show article text letter by letter', () => {
    const { events: list, names } = mapLists(map, words);
    for (const markup of [timeline, network, list, names]) {
      assert.ok(!markup.includes('<script'), markup);
    }
  });

  it('can be walked by keyboard: one stop for Tab, a name for each node', () => {
    for (const [svg, nodes] of [
      [timeline, 1],
      [network, 3],
    ] as const) {
      assert.equal(svg.match(/role="button"/g)?.length, nodes);
      assert.equal(svg.match(/tabindex="0"/g)?.length, 1);
      assert.equal(svg.match(/<g [^>]*aria-label="[^"]/g)?.length, nodes);
    }
  });

  it('tell the types of names by form, and are the same each time', () => {
    for (const form of ['<circle class="person"', 'class="organisation"', 'class="place"']) {
      assert.ok(network.includes(form), form);
    }
    assert.equal(networkSvg(placeNames(map, 700), words), network);
  });

  it('keep every name inside the frame', () => {
    const { names, width, height } = placeNames(map, 700);
    for (const { x, y } of names) assert.ok(x > 0 && x < width && y > 0 && y < height);
  });
});
