const digits = 100_000_000;

/**
 * Which company numbers came by: one bit each, so that eleven million take 12.5 MB. Numbers of digits alone have one field of bits, those
 * that begin with two letters one for each pair (125 KB); rarer forms are kept as they are, up to a bound.
 */
export class NumbersSeen {
  private readonly plain = new Uint8Array(digits / 8);
  private readonly byLetters = new Map<string, Uint8Array>();
  private readonly others = new Set<string>();

  /** Whether the number is new; beyond the bound of the rarer forms it always is. */
  add(number: string): boolean {
    const first = number.charCodeAt(0);
    if (first <= 0x39) return mark(this.plain, Number(number));
    const serial = Number(number.slice(2));
    if (!Number.isInteger(serial)) return this.addOther(number);
    const letters = number.slice(0, 2);
    let bits = this.byLetters.get(letters);
    if (!bits) {
      bits = new Uint8Array(1_000_000 / 8);
      this.byLetters.set(letters, bits);
    }
    return mark(bits, serial);
  }

  private addOther(number: string): boolean {
    if (this.others.has(number)) return false;
    if (this.others.size < 1_000_000) this.others.add(number);
    return true;
  }
}

function mark(bits: Uint8Array, at: number): boolean {
  const before = bits[at >> 3] ?? 0;
  const bit = 1 << (at & 7);
  bits[at >> 3] = before | bit;
  return (before & bit) === 0;
}
