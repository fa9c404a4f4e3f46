/** Counts of hashes (31 bits, 0 excepted) in two flat arrays: a tenth of the memory of a Map. */
export class CountTable {
  private keys = new Uint32Array(1024);
  private counts = new Uint32Array(1024);
  private used = 0;

  of(hash: number): number {
    return this.counts[this.slotOf(hash)]!;
  }

  /** Adds to a count; a count never falls below 0. */
  add(hash: number, difference: number): void {
    let slot = this.slotOf(hash);
    if (this.keys[slot] === 0) {
      if (difference <= 0) return;
      if (this.used * 2 >= this.keys.length) {
        this.grow();
        slot = this.slotOf(hash);
      }
      this.keys[slot] = hash + 1;
      this.used++;
    }
    this.counts[slot] = Math.max(0, this.counts[slot]! + difference);
  }

  /** Linear probing; keys are kept plus one, so that 0 means empty. */
  private slotOf(hash: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash + 1) slot = (slot + 1) & mask;
    return slot;
  }

  /** Doubles the table; hashes whose count fell to 0 are forgotten. */
  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    this.used = 0;
    keys.forEach((key, i) => {
      if (counts[i]! > 0) {
        const slot = this.slotOf(key - 1);
        this.keys[slot] = key;
        this.counts[slot] = counts[i]!;
        this.used++;
      }
    });
  }
}
