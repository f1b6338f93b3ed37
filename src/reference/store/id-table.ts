import type { HashKey } from "./hash.js";

const SEGMENT_BITS = 18;
const SEGMENT = 2 ** SEGMENT_BITS;

/**
 * Numbers ids from 0 in the order in which they come: an open-addressing table over 96-bit hashes, some 20 bytes an id and no text. Ids
 * that share all 96 bits would get one number; the store finds that out when it reads the party, whose mentions bear two ids.
 */
export class IdTable {
  /** The hash of the id that was last asked for. */
  readonly hash = new Uint32Array(3);
  size = 0;
  private readonly hashKey: HashKey;
  private slots = new Uint32Array(1024);
  private slot = 0;
  private readonly segments: Uint32Array[] = [];

  constructor(hashKey: HashKey) {
    this.hashKey = hashKey;
  }

  /** The number of an id; undefined where it has none yet. */
  find(id: string): number | undefined {
    this.hashKey(id, this.hash);
    const mask = this.slots.length - 1;
    for (let slot = (this.hash[0] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const held = this.slots[slot] ?? 0;
      if (held !== 0 && !this.hasHash(held - 1)) continue;
      this.slot = slot;
      return held === 0 ? undefined : held - 1;
    }
  }

  /** Numbers the id that `find` has just not found. */
  add(): number {
    const number = this.size++;
    const segmentIndex = number >>> SEGMENT_BITS;
    const segment = this.segments[segmentIndex] ?? new Uint32Array(SEGMENT * 3);
    this.segments[segmentIndex] = segment;
    segment.set(this.hash, (number & (SEGMENT - 1)) * 3);
    this.slots[this.slot] = number + 1;
    if (this.size > this.slots.length * 0.75) this.grow();
    return number;
  }

  /** Lets go of everything but the size. */
  clear(): void {
    this.slots = new Uint32Array(1);
    this.segments.length = 0;
  }

  private hasHash(number: number): boolean {
    const { hash } = this;
    const segment = this.segments[number >>> SEGMENT_BITS];
    const at = (number & (SEGMENT - 1)) * 3;
    return segment !== undefined && segment[at] === hash[0] && segment[at + 1] === hash[1] && segment[at + 2] === hash[2];
  }

  private grow(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      const segment = this.segments[number >>> SEGMENT_BITS];
      let slot = (segment?.[(number & (SEGMENT - 1)) * 3] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}
