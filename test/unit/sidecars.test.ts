import assert from 'node:assert/strict';
import { parseSideCar } from '../../src/annotations/store';
import { type FilePort, type Leftover, SideCarFiles } from '../../src/workspace/sidecarFiles';

const file = '.dateline/annotations/a.txt.ana.jsonl';
const head = { v: 1, t: 'head', path: 'a.txt', sha256: 'aa', unit: 'utf16', by: 'ana' };
const note = (id: string): object => ({
  ...{ t: 'note', id, text: id, st: 'accepted', by: 'ana', ts: '2025-01-01T00:00:00.000Z' },
});

/** A disk in memory whose every step takes a moment. */
class SlowDisk implements FilePort {
  readonly files = new Map<string, string>();
  /** The next write tears: half of it arrives, then the window is gone. */
  tear = false;
  /** The next rename takes the old file away, then the window is gone. */
  killed = false;
  /** Of what is left of writes. */
  age = 0;

  async read(name: string): Promise<string | undefined> {
    await pause();
    return this.files.get(name);
  }

  async write(name: string, text: string): Promise<void> {
    await pause();
    if (this.tear) {
      this.files.set(name, text.slice(0, text.length / 2));
      throw new Error('killed');
    }
    this.files.set(name, text);
  }

  async rename(from: string, to: string): Promise<void> {
    // As VS Code does it: the old file goes first.
    this.files.delete(to);
    await pause();
    if (this.killed) throw new Error('killed');
    this.files.set(to, this.files.get(from)!);
    this.files.delete(from);
  }

  async leftovers(name: string): Promise<Leftover[]> {
    await pause();
    const names = [...this.files.keys()].filter((one) => one.startsWith(`${name}.`));
    return names.map((one) => ({ file: one, age: this.age }));
  }

  async remove(name: string): Promise<void> {
    await pause();
    this.files.delete(name);
  }
}

const pause = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done);
  });

let windows = 0;
function openWindow(disk: FilePort, now = () => 0): SideCarFiles {
  const window = windows++;
  let writes = 0;
  return new SideCarFiles(disk, () => `${window}-${writes++}`, now);
}

const idsOn = (disk: SlowDisk): string[] =>
  parseSideCar(disk.files.get(file) ?? '', file)
    .records.flatMap((record) => ('id' in record ? [record.id] : []))
    .sort();

describe('side-car files', () => {
  it('hold the records of many decisions made at once, in order, below one head', async () => {
    const disk = new SlowDisk();
    const window = openWindow(disk);
    const ids = Array.from({ length: 20 }, (_, i) => `n${String(i).padStart(2, '0')}`);
    await Promise.all(ids.map((id) => window.append(file, [note(id)], head)));
    assert.deepEqual(idsOn(disk), ids);
    const { records, broken } = parseSideCar(disk.files.get(file)!, file);
    assert.equal(records.filter(({ t }) => t === 'head').length, 1);
    assert.equal(records[0]!.t, 'head');
    assert.deepEqual(broken, []);
    assert.deepEqual([...disk.files.keys()], [file], 'no temporary file is left');
  });

  it('write a newer head when the text has changed since', async () => {
    const disk = new SlowDisk();
    const window = openWindow(disk);
    await window.append(file, [note('a')], head);
    await window.append(file, [note('b')], { ...head, sha256: 'bb' });
    await window.append(file, [note('c')], { ...head, sha256: 'bb' });
    const heads = disk.files.get(file)!.match(/"t":"head"/g);
    assert.equal(heads?.length, 2);
  });

  it('lose nothing when two windows write at the same moment', async () => {
    const disk = new SlowDisk();
    const [one, two] = [openWindow(disk), openWindow(disk)];
    await Promise.all([one.append(file, [note('a')], head), two.append(file, [note('b')], head)]);
    assert.equal(idsOn(disk).length, 1, 'the later write pushed the earlier one out');
    // The watcher of each window tells of the other's write.
    await one.heal(file);
    await two.heal(file);
    assert.deepEqual(idsOn(disk), ['a', 'b']);
    assert.equal(await one.heal(file), false, 'nothing is missing any more');
  });

  it('keep the old file whole when the window is killed in the middle of a write', async () => {
    const disk = new SlowDisk();
    await openWindow(disk).append(file, [note('a')], head);
    const before = disk.files.get(file);
    disk.tear = true;
    await assert.rejects(openWindow(disk).append(file, [note('b')], head), /killed/);
    assert.equal(disk.files.get(file), before);
    disk.tear = false;
    await openWindow(disk).append(file, [note('c')], head);
    assert.deepEqual(idsOn(disk), ['a', 'c']);
  });

  it('lose nothing when the window is killed between taking the old file away and putting the new one', async () => {
    const disk = new SlowDisk();
    await openWindow(disk).append(file, [note('a')], head);
    disk.killed = true;
    await assert.rejects(openWindow(disk).append(file, [note('b')], head), /killed/);
    assert.equal(disk.files.has(file), false);
    disk.killed = false;
    const window = openWindow(disk);
    const { records } = parseSideCar((await window.read(file))!, file);
    assert.equal(records.length, 3, 'the head and both decisions');
    await window.append(file, [note('c')], head);
    assert.deepEqual(idsOn(disk), ['a', 'b', 'c']);
    disk.age = 3_600_000;
    await window.append(file, [note('d')], head);
    assert.deepEqual([...disk.files.keys()], [file], 'what was left is cleared away');
    assert.deepEqual(idsOn(disk), ['a', 'b', 'c', 'd']);
  });

  it('do not bring back a file that a person has deleted', async () => {
    const disk = new SlowDisk();
    const window = openWindow(disk);
    await window.append(file, [note('a')], head);
    disk.files.delete(file);
    await window.heal(file);
    assert.equal(disk.files.has(file), false);
  });

  it('stay as git has put them when that takes away what was written a while ago', async () => {
    const disk = new SlowDisk();
    let time = 0;
    const window = openWindow(disk, () => time);
    await window.append(file, [note('a')], head);
    const committed = disk.files.get(file)!;
    await window.append(file, [note('b')], head);
    time = 60_000;
    disk.files.set(file, committed);
    assert.equal(await window.heal(file), false);
    assert.deepEqual(idsOn(disk), ['a']);
  });
});
