import assert from 'node:assert/strict';
import { ReadStates } from '../../src/views/readStates';
import { sortRows } from '../../src/views/sorting';
import { Watches } from '../../src/views/watches';

describe('what a person did with articles', () => {
  it('begins unseen, and is remembered', () => {
    const states = new ReadStates();
    assert.equal(states.of('a'), 'unseen');
    assert.deepEqual(states.set(['a', 'b'], 'seen'), ['a', 'b']);
    states.set(['b'], 'kept');
    states.set(['c'], 'discarded');
    const again = new ReadStates(JSON.parse(JSON.stringify(states.stored())) as object);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((id) => again.of(id)),
      ['seen', 'kept', 'discarded', 'unseen'],
    );
    assert.deepEqual([...again.discarded], ['c']);
  });

  it('tells only of articles whose state is another', () => {
    const states = new ReadStates();
    states.set(['a'], 'seen');
    assert.deepEqual(states.set(['a', 'b'], 'seen'), ['b']);
  });

  it('takes back keeping and discarding, the last first, and never what was only seen', () => {
    const states = new ReadStates();
    states.set(['a', 'b'], 'discarded');
    states.set(['b'], 'kept');
    states.set(['c'], 'seen');
    assert.deepEqual(states.undo(), ['b']);
    assert.equal(states.of('b'), 'discarded');
    assert.deepEqual(states.undo(), ['a', 'b']);
    assert.equal(states.of('a'), 'unseen');
    assert.deepEqual(states.undo(), []);
    assert.equal(states.of('c'), 'seen');
  });

  it('goes with a file that gets another name', () => {
    const states = new ReadStates();
    states.set(['old'], 'kept');
    states.rename('old', 'new');
    assert.equal(states.of('new'), 'kept');
    assert.equal(states.of('old'), 'unseen');
  });
});

describe('what a person watches', () => {
  const osk = { kind: 'name', id: 'PER:petr osk', name: 'Petr Osk', type: 'PER' } as const;

  it('is news only where it came since and nobody has seen it', () => {
    const watches = new Watches();
    watches.add(osk, ['old']);
    const seen = new Set(['read']);
    const articles = new Map([[osk.id, ['old', 'read', 'fresh']]]);
    const news = watches.news(articles, (id) => !seen.has(id));
    assert.deepEqual([...news.keys()], ['fresh']);
    assert.equal(news.get('fresh')![0]!.name, 'Petr Osk');
  });

  it('stays watched until it is let go', () => {
    const watches = new Watches(new Watches([{ ...osk, before: [] }]).all);
    assert.ok(watches.has(osk.id));
    watches.remove(osk.id);
    assert.deepEqual(watches.all, []);
  });

  it('tells all that an article is news of', () => {
    const watches = new Watches();
    watches.add(osk, []);
    watches.add({ kind: 'event', id: 'e1', name: 'The ferry' }, []);
    const articles = new Map([
      [osk.id, ['x']],
      ['e1', ['x', 'y']],
    ]);
    const news = watches.news(articles, () => true);
    assert.deepEqual(
      news.get('x')!.map(({ name }) => name),
      ['Petr Osk', 'The ferry'],
    );
    assert.equal(news.size, 2);
  });
});

describe('sorting the sidebar', () => {
  const row = (name: string, articles: number, latest?: string) => ({
    ...{ id: name, name, articles, latest },
  });
  const rows = [row('b', 1, '2024-02-01'), row('', 9), row('a', 3, '2024-01-01'), row('c', 3)];
  const names = (order: Parameters<typeof sortRows>[1]) =>
    sortRows(rows, order).map(({ name }) => name);

  it('puts the newest, the largest or the first name first, and what has no name last', () => {
    assert.deepEqual(names('newest'), ['b', 'a', 'c', '']);
    assert.deepEqual(names('size'), ['a', 'c', 'b', '']);
    assert.deepEqual(names('name'), ['a', 'b', 'c', '']);
  });
});
