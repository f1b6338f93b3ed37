/** Keys for the first million entries come in one step from here by doubling. */
const initialCapacity = 1024;

/**
 * Gives every distinct triple of 32-bit integers a number from 0, in order of first sight. Open addressing on typed
 * arrays: at a million keys a Map of texts takes several times the memory and time.
 */
export class IntegerIndex {
  size = 0;
  private keys = new Int32Array(initialCapacity * 3);
  /** Number plus one of the key that hashes here, 0 where free; always at least twice as many as keys. */
  private slots = new Int32Array(initialCapacity * 2);

  /** Number of a triple; -1 where it was never added. */
  find(a: number, b: number, c: number): number {
    return (this.slots[this.slotOf(a | 0, b | 0, c | 0)] ?? 0) - 1;
  }

  /** Number of a triple, which is added where it is new: then it equals the `size` before. */
  add(a: number, b: number, c: number): number {
    const slot = this.slotOf(a | 0, b | 0, c | 0);
    const known = this.slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const number = this.size;
    this.keys[number * 3] = a;
    this.keys[number * 3 + 1] = b;
    this.keys[number * 3 + 2] = c;
    this.size = number + 1;
    this.slots[slot] = this.size;
    if (this.size * 3 >= this.keys.length) this.grow();
    return number;
  }

  /** One of the three integers of a numbered key. */
  part(number: number, which: 0 | 1 | 2): number {
    return this.keys[number * 3 + which] ?? 0;
  }

  private slotOf(a: number, b: number, c: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(a, b, c) & mask;
    for (;;) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number < 0) return slot;
      const at = number * 3;
      if (this.keys[at] === a && this.keys[at + 1] === b && this.keys[at + 2] === c) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const keys = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    this.slots = new Int32Array((keys.length / 3) * 2);
    for (let number = 0; number < this.size; number += 1) {
      this.slots[this.slotOf(this.part(number, 0), this.part(number, 1), this.part(number, 2))] = number + 1;
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
