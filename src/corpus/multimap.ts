const gone = 0xffffffff;

/**
 * A map from hashes to slots, several to a hash, in two flat arrays: about 13 bytes an entry, where a Map of lists takes more
 * than a hundred. A hash takes no more than `most` slots; further ones are not kept.
 */
export class HashMultimap {
  private keys = new Uint32Array(1024);
  /** Slot plus one; 0 is free, `gone` was deleted. */
  private slots = new Uint32Array(1024);
  private used = 0;

  constructor(private readonly most: number) {}

  add(hash: number, slot: number): void {
    if (this.used * 4 >= this.keys.length * 3) this.rebuild();
    let held = 0;
    let at = this.start(hash);
    while (this.slots[at] !== 0) {
      if (this.keys[at] === hash && this.slots[at] !== gone && ++held >= this.most) return;
      at = this.next(at);
    }
    this.keys[at] = hash;
    this.slots[at] = slot + 1;
    this.used++;
  }

  delete(hash: number, slot: number): void {
    for (let at = this.start(hash); this.slots[at] !== 0; at = this.next(at)) {
      if (this.keys[at] !== hash || this.slots[at] !== slot + 1) continue;
      this.slots[at] = gone;
      return;
    }
  }

  /** The slots of a hash, into `found`; nothing where there are as many as the map keeps at most. */
  collect(hash: number, found: number[]): void {
    const before = found.length;
    for (let at = this.start(hash); this.slots[at] !== 0; at = this.next(at)) {
      if (this.keys[at] === hash && this.slots[at] !== gone) found.push(this.slots[at]! - 1);
    }
    if (found.length - before >= this.most) found.length = before;
  }

  private start(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) & (this.keys.length - 1);
  }

  private next(at: number): number {
    return (at + 1) & (this.keys.length - 1);
  }

  /** Makes room, leaving out what was deleted. */
  private rebuild(): void {
    const { keys, slots } = this;
    const live = slots.reduce((count, slot) => count + (slot !== 0 && slot !== gone ? 1 : 0), 0);
    const size = live * 2 > keys.length ? keys.length * 2 : keys.length;
    this.keys = new Uint32Array(size);
    this.slots = new Uint32Array(size);
    this.used = live;
    slots.forEach((slot, i) => {
      if (slot === 0 || slot === gone) return;
      let at = this.start(keys[i]!);
      while (this.slots[at] !== 0) at = this.next(at);
      this.keys[at] = keys[i]!;
      this.slots[at] = slot;
    });
  }
}
