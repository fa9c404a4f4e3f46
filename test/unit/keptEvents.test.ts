import assert from 'node:assert/strict';
import type { EventView } from '../../src/corpus/entry';
import { readEvents, writeEvents } from '../../src/workspace/keptEvents';

const made = { key: '1.0', granularity: 'normal' };
const events = Array.from({ length: 250 }, (_, i): EventView => {
  const id = `e${i}`;
  const title = `Zoë’s\nline ${i}\u2028and another`;
  return { id, title, articles: [`file:///${i}.txt`], sources: [], names: [], why: [], stages: [] };
});

describe('the kept events', () => {
  it('come back as they were, whatever is in their titles', async () => {
    assert.deepEqual(await readEvents(made, await writeEvents(made, events)), events);
    assert.deepEqual(await readEvents(made, await writeEvents(made, [])), []);
  });

  it('are none for another program or granularity', async () => {
    const bytes = await writeEvents(made, events);
    assert.deepEqual(await readEvents({ ...made, key: '1.1' }, bytes), []);
    assert.deepEqual(await readEvents({ ...made, granularity: 'fine' }, bytes), []);
  });

  it('are refused when they were cut short', async () => {
    const bytes = await writeEvents(made, events);
    const lines = new TextDecoder().decode(bytes).split('\n');
    const short = new TextEncoder().encode(lines.slice(0, -1).join('\n'));
    await assert.rejects(readEvents(made, short));
    await assert.rejects(readEvents(made, bytes.subarray(0, bytes.length - 5)));
  });
});
