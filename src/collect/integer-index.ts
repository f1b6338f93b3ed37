const initialCapacity = 1024;

/**
 * Gives every distinct triple of 32-bit integers a number from 0, in order of first sight. Open addressing on typed
 * arrays: at a million keys a Map of texts takes several times the memory and time.
 */
export class IntegerIndex {
  size = 0;
  private keys = new Int32Array(initialCapacity * 3);
  /**
   * 0 where free, else the number plus one of the key that hashes here. A number needs fewer bits than there are slots: the bits above
   * hold those of the hash, so that another key's slot is told without fetching that key from memory.
   */
  private slots = new Int32Array(initialCapacity * 2);

  /** Number of a triple; -1 where it was never added. */
  find(a: number, b: number, c: number): number {
    return this.numberIn(this.slotOf(a | 0, b | 0, c | 0, hash(a, b, c)));
  }

  /** Number of a triple, which is added where it is new: then it equals the `size` before. */
  add(a: number, b: number, c: number): number {
    const hashed = hash(a, b, c);
    const slot = this.slotOf(a | 0, b | 0, c | 0, hashed);
    const known = this.numberIn(slot);
    if (known >= 0) return known;
    const number = this.size;
    this.keys[number * 3] = a;
    this.keys[number * 3 + 1] = b;
    this.keys[number * 3 + 2] = c;
    this.size = number + 1;
    this.fill(slot, hashed, number);
    if (this.size * 3 >= this.keys.length) this.grow();
    return number;
  }

  /** One of the three integers of a numbered key. */
  part(number: number, which: 0 | 1 | 2): number {
    return this.keys[number * 3 + which] ?? 0;
  }

  private numberIn(slot: number): number {
    return ((this.slots[slot] ?? 0) & (this.slots.length - 1)) - 1;
  }

  private fill(slot: number, hashed: number, number: number): void {
    this.slots[slot] = (hashed & -this.slots.length) | (number + 1);
  }

  private slotOf(a: number, b: number, c: number, hashed: number): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    let slot = hashed & mask;
    for (;;) {
      const held = slots[slot] ?? 0;
      if (held === 0) return slot;
      if (((held ^ hashed) & ~mask) === 0) {
        const at = ((held & mask) - 1) * 3;
        if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c) return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Fourfold: putting all keys into new slots costs more than the memory, which the system gives only where it is written. */
  private grow(): void {
    const keys = new Int32Array(this.keys.length * 4);
    keys.set(this.keys);
    this.keys = keys;
    this.slots = new Int32Array(this.slots.length * 4);
    for (let number = 0; number < this.size; number += 1) {
      const [a, b, c] = [this.part(number, 0), this.part(number, 1), this.part(number, 2)];
      const hashed = hash(a, b, c);
      this.fill(this.slotOf(a, b, c, hashed), hashed, number);
    }
  }
}

/** Mixing steps of MurmurHash3 (public domain): addresses and ports of one network differ in few bits. */
function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ Math.imul(c, 0xe6546b64);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
