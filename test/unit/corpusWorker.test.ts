import assert from 'node:assert/strict';
import type { CorpusEntry, EventView } from '../../src/corpus/entry';
import type { Granularity } from '../../src/corpus/linkage';
import { WorkerGone } from '../../src/worker/calls';
import { createCorpusCalls } from '../../src/worker/corpusCalls';
import type { CorpusCalls, CorpusUpdate } from '../../src/worker/protocol';
import { CorpusFeed } from '../../src/workspace/corpusFeed';
import type { CorpusMirror } from '../../src/workspace/corpusMirror';
import { asRemote } from './asRemote';
import { entryOf, ferry, quakes } from './corpus.samples';

const entries: CorpusEntry[] = [
  ...ferry.map((text, i) => entryOf(`ferry${i}.txt`, text)),
  ...quakes.map((text, i) => entryOf(`quake${i}.txt`, text)),
];

/** The groups of an update, without their ids. */
const groupsOf = ({ events }: CorpusUpdate): string[] =>
  events.map(({ articles }) => [...articles].sort().join(' ')).sort();

/** Takes back what was packed; the update with every event, as it is or as it was held. */
function restored(
  calls: CorpusCalls,
  packed: readonly Uint8Array[],
  known: readonly EventView[],
): CorpusUpdate {
  calls.hold(packed);
  calls.holdEvents(known);
  const update = calls.restore();
  const views = new Map([...known, ...update.events].map((event) => [event.id, event]));
  return { ...update, events: update.changes.changed.map((id) => views.get(id)!) };
}

const groupsOfArticles = ({ events }: CorpusUpdate): Set<string> =>
  new Set(events.map(({ articles }) => articles.join()));

describe('the corpus in its worker', () => {
  it('is the same again when a new worker is given what the old one packed', () => {
    const first = createCorpusCalls();
    const before = first.apply(entries, []);
    const packed = first.pack(entries.map(({ id }) => id));
    const after = restored(createCorpusCalls(), packed, before.events);
    assert.deepEqual(groupsOf(after), groupsOf(before));
    assert.deepEqual(
      after.events.map(({ id }) => id).sort(),
      before.events.map(({ id }) => id).sort(),
    );
    const anew = restored(createCorpusCalls(), packed, []);
    assert.deepEqual(groupsOf(anew), groupsOf(before));
    const [first1, ...others] = before.events;
    const partly = restored(createCorpusCalls(), packed, others);
    assert.deepEqual(groupsOf(partly), groupsOf(before), first1!.id);
  });

  it('tells only of events that are not as they were held', () => {
    const first = createCorpusCalls();
    const before = first.apply(entries, []);
    const packed = first.pack(entries.map(({ id }) => id));
    const ferryEvent = before.events.find(({ articles }) => articles.includes('ferry0.txt'))!;

    const same = createCorpusCalls();
    same.holdEvents(before.events);
    same.hold(packed);
    const unmoved = same.restore();
    assert.deepEqual(unmoved.events, []);
    assert.deepEqual([...unmoved.changes.changed].sort(), before.changes.changed.toSorted());

    const fewer = createCorpusCalls();
    fewer.holdEvents(before.events);
    const gone = entries.findIndex(({ id }) => id === 'ferry1.txt');
    fewer.hold(packed.toSpliced(gone, 1));
    const less = fewer.restore();
    assert.deepEqual(
      less.events.map(({ id, articles }) => [id, articles]),
      [[ferryEvent.id, ['ferry0.txt']]],
    );

    // Whoever asked saw the event with one article since.
    const asked = createCorpusCalls();
    const [alone] = asked.apply([entries[0]!], []).events;
    const founded = { ...ferryEvent, id: alone!.id };
    const others = before.events.filter((event) => event !== ferryEvent);
    asked.holdEvents([founded, ...others]);
    asked.hold(packed);
    const whole = asked.restore();
    assert.deepEqual(
      whole.events.map(({ id, articles }) => [id, articles]),
      [[alone!.id, ferryEvent.articles]],
    );
  });

  it('takes over events beside an article that was opened before', () => {
    const first = createCorpusCalls();
    const before = first.apply(entries, []);
    const packed = first.pack(entries.map(({ id }) => id));
    const second = createCorpusCalls();
    const opened = entryOf('opened.txt', 'A new mill\nGrain is ground in Ostrow again.');
    second.apply([entries[1]!, opened], []);
    const after = restored(second, packed, before.events);
    assert.deepEqual(groupsOf(after), [...groupsOf(before), 'opened.txt'].sort());
    const [article] = second.dossiers([entries[1]!.id]);
    assert.ok(before.events.some(({ id }) => id === article!.event));
  });

  it('keeps what it was told while it was restored', () => {
    const first = createCorpusCalls();
    const before = first.apply(entries, []);
    const packed = first.pack(entries.map(({ id }) => id));
    const ids = before.events.map(({ id }) => id).sort();
    const ferryEvent = before.events.find(({ articles }) => articles.includes('ferry0.txt'))!;

    const calls = createCorpusCalls();
    calls.hold(packed.slice(0, 4));
    // The same text as before, another text, and an article that is gone.
    const another = entryOf('ferry1.txt', quakes[0]);
    calls.apply([entries[0]!, another], [entries[2]!.id]);
    const after = restored(calls, packed.slice(4), before.events);
    assert.equal(after.articles, entries.length - 1);
    assert.deepEqual(groupsOf(after), ['ferry0.txt', 'ferry1.txt quake1.txt quake2.txt']);
    assert.equal(calls.dossiers(['ferry1.txt'])[0]?.card.title, another.card.title);
    assert.deepEqual(calls.search('Sandholm', 9), ['ferry0.txt']);
    assert.equal(calls.dossiers(['ferry0.txt'])[0]?.event, ferryEvent.id);
    assert.ok(after.events.every(({ id }) => ids.includes(id)));
  });

  for (const when of ['before', 'while', 'after']) {
    it(`gives the places of articles that are gone to those told of ${when} it is restored with their texts`, () => {
      const first = createCorpusCalls();
      const before = first.apply(entries, []);
      const event = first.dossiers(['ferry0.txt'])[0]!.event;
      const packed = first.pack(entries.map(({ id }) => id));
      const renamed = ferry.map((text, i) => entryOf(`moved/${i}.txt`, text));

      const calls = createCorpusCalls();
      if (when === 'before') calls.apply(renamed, []);
      if (when === 'while') {
        calls.hold(packed);
        calls.apply(renamed, ['ferry0.txt', 'ferry1.txt']);
      } else {
        calls.holdGone(packed.slice(0, 2));
        calls.hold(packed.slice(2));
      }
      calls.holdEvents(before.events);
      calls.restore();
      if (when === 'after') calls.apply(renamed, []);
      calls.regroup();
      assert.deepEqual(
        calls.dossiers(renamed.map(({ id }) => id)).map((each) => each.event),
        [event, event],
      );
    });
  }

  it('obeys what people decided after the events were kept', () => {
    const first = createCorpusCalls();
    const before = first.apply(entries, []);
    const packed = first.pack(entries.map(({ id }) => id));
    const taken = before.events.find(({ articles }) => articles.includes('ferry0.txt'))!;
    const pins = new Map([['ferry0.txt', 'own']]);
    const decided = { pins, brought: new Set(pins.keys()), titles: new Map([['own', 'By hand']]) };
    const second = createCorpusCalls();
    second.decide(decided);
    const after = restored(second, packed, before.events);
    const own = after.events.find(({ id }) => id === 'own');
    assert.deepEqual([own?.title, own?.articles], ['By hand', ['ferry0.txt']]);
    const others = after.events.find(({ id }) => id === taken.id);
    assert.deepEqual(
      others?.articles,
      taken.articles.filter((id) => id !== 'ferry0.txt'),
    );
  });

  it('groups all anew in pieces once enough has changed, and not before', async () => {
    const calls = createCorpusCalls();
    const many = Array.from({ length: 240 }, (_, i) =>
      entryOf(`council${i}.txt`, `Council ${i} votes on bridge ${i * 7}\nThe vote came late.`),
    );
    calls.apply(many.slice(0, 200), []);
    assert.equal(await calls.improve(), undefined);
    calls.apply(many.slice(200), []);
    const improved = await calls.improve();
    assert.equal(improved?.articles, many.length);
    assert.equal(await calls.improve(), undefined);
  });

  it('groups anew at once when another granularity is asked for, and normally when it is unknown', () => {
    const calls = createCorpusCalls();
    // Twelve pairs of articles that share one to twelve of their words.
    const pairs = Array.from({ length: 12 }, (_, pair) =>
      ['a', 'b'].map((side) => {
        const word = (i: number): string => `vel${pair}mor${i}${i <= pair ? '' : side}`;
        return entryOf(`${pair}${side}`, Array.from({ length: 12 }, (_, i) => word(i)).join(' '));
      }),
    );
    const normal = calls.apply(pairs.flat(), []);
    const fine = calls.setGranularity('fine');
    const more = fine.changes.changed.length - fine.changes.removed.length;
    assert.ok(more > 0, 'as many events as before');
    const again = calls.setGranularity('no such' as Granularity);
    const back = again.events.map(({ articles }) => articles.join());
    assert.ok(back.length > 0 && back.every((group) => groupsOfArticles(normal).has(group)));
  });

  it('is not fed what is taken out while it is restored', async () => {
    const many = Array.from({ length: 250 }, (_, i) =>
      entryOf(`council${i}.txt`, `Council ${i} votes on bridge ${i * 7}\nThe vote came late.`),
    );
    const first = createCorpusCalls();
    const before = first.apply(many, []);
    const ids = many.map(({ id }) => id);
    const packed = new Map(first.pack(ids).map((bytes, i) => [ids[i]!, bytes]));
    const updates: CorpusUpdate[] = [];
    const mirror = {
      calls: asRemote(createCorpusCalls()),
      reset: (update: CorpusUpdate) => updates.push(update),
    } as unknown as CorpusMirror;
    const feed = new CorpusFeed(mirror, () => false);
    const restoring = feed.restore(packed, before.events, []);
    packed.delete(ids.at(-1)!);
    assert.equal(await restoring, true);
    assert.deepEqual(
      updates.map(({ articles }) => articles),
      [many.length - 1],
    );
  });

  describe('is fed', () => {
    /** A corpus that fails as often as told, and what is told of that. */
    const failing = (failures: number, beginsAnew: boolean) => {
      const taken: string[][] = [];
      const told: [string, readonly string[]][] = [];
      const mirror = {
        take: () => undefined,
        calls: {
          apply: async (upserts: readonly CorpusEntry[]) => {
            if (failures-- > 0) throw new Error('no such word\n  at line 5');
            taken.push(upserts.map(({ id }) => id));
          },
        },
      } as unknown as CorpusMirror;
      const feed = new CorpusFeed(mirror, (why, articles) => {
        told.push([why, articles]);
        return beginsAnew;
      });
      return { feed, taken, told };
    };
    const [first, second] = [entries[0]!, entries[1]!];

    it('after it failed, which is told and ends what waited for it where it begins anew', async () => {
      const { feed, taken, told } = failing(1, true);
      feed.upsert(first);
      await assert.rejects(feed.flush(), WorkerGone);
      feed.upsert(second);
      await feed.flush();
      assert.deepEqual(told, [['no such word', [first.id]]]);
      assert.deepEqual(taken, [[second.id]]);
    });

    it('without what it could not take in where it does not begin anew', async () => {
      const { feed, taken, told } = failing(1, false);
      feed.upsert(first);
      await feed.flush();
      feed.upsert(second);
      await feed.flush();
      assert.deepEqual(told, [['no such word', [first.id]]]);
      assert.deepEqual(taken, [[second.id]]);
    });
  });
});
