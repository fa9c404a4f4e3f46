import assert from 'node:assert/strict';
import type { EventView } from '../../src/corpus/entry';
import { EventModel } from '../../src/views/eventModel';
import type { Shown } from '../../src/views/model';

const event = (i: number, articles: readonly string[]): EventView => ({
  ...{ id: `e${i}`, title: `Event ${i}`, articles, sources: [], names: [], why: [], stages: [] },
});

/** A model over ten thousand articles, two to an event. */
function large() {
  const events = new Map(
    Array.from({ length: 5000 }, (_, i) => [`e${i}`, event(i, [`a${2 * i}`, `a${2 * i + 1}`])]),
  );
  const byArticle = (id: string) => events.get(`e${Math.floor(Number(id.slice(1)) / 2)}`);
  const mirror = {
    events: () => [...events.values()],
    event: (id: string) => events.get(id),
    eventOf: byArticle,
    calls: {
      dossiers: async (ids: readonly string[]) => ids.map((id) => ({ id, card: {}, why: [] })),
    },
  } as unknown as ConstructorParameters<typeof EventModel>[0];
  return { events, model: new EventModel(mirror, 'Events') };
}

describe('events in the sidebar', () => {
  const all: Shown = { sort: 'newest' };
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

  it('draws again only the events that changed, among ten thousand articles', async () => {
    const { model } = large();
    const rows = await model.children(undefined, all);
    const touched = await model.touched({ changed: ['e7', 'e9', 'e7'], removed: [] }, all);
    assert.equal(touched.length, 2);
    // The very objects that the tree was given: others it would not know.
    assert.ok(touched.every((row) => rows.includes(row!)));
    const unseen = await model.touched({ changed: ['e4000'], removed: [] }, all);
    assert.deepEqual(unseen, []);
  });

  it('draws the list again where events come, go or move', async () => {
    const { events, model } = large();
    await model.children(undefined, all);
    events.delete('e7');
    assert.deepEqual(await model.touched({ changed: [], removed: ['e7'] }, all), [undefined]);
  });

  it('gives a thousand rows, says how many are left, and grows to one that is sought', async () => {
    const { model } = large();
    const rows = await model.children(undefined, all);
    assert.equal(rows.length, 1001);
    assert.deepEqual(rows.at(-1), { kind: 'rest', id: 'rest events', count: 4000 });
    assert.equal(model.uncover('e3'), false);
    assert.equal(model.uncover('e2500'), true);
    assert.ok(ids(await model.children(undefined, all)).includes('e2500'));
  });

  it('leaves out what was discarded, and events of which nothing is left', async () => {
    const { model } = large();
    const but = new Set(['a0', 'a1', 'a2']);
    const rows = await model.children(undefined, { ...all, but });
    assert.ok(!ids(rows).includes('e0'));
    const [first] = rows;
    assert.deepEqual(ids(await model.children(first, { ...all, but })), ['a3']);
  });

  it('stands in the order wanted', async () => {
    const { events, model } = large();
    events.set('e42', event(42, ['a84', 'a85', 'x']));
    const rows = await model.children(undefined, { sort: 'size' });
    assert.equal(rows[0]!.id, 'e42');
  });
});
