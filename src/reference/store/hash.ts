/** Writes the hash of a key into three numbers of 32 bits. Tests put a weak one in its place. */
export type HashKey = (key: string, hash: Uint32Array) => void;

/**
 * 96 bits of a text, over its UTF-16 code units: three lanes that mix into each other and are finished like MurmurHash3. Among a
 * hundred million keys an accidental pair of the same 96 bits has a chance of 1 in 10^13. It is no cryptographic hash.
 */
export function hashKey(key: string, hash: Uint32Array): void {
  let first = 0x9747b28c;
  let second = 0x38b34ae5 ^ key.length;
  let third = 0x5bd1e995;
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    first = Math.imul(((first << 13) | (first >>> 19)) ^ unit, 0xcc9e2d51) + third;
    second = Math.imul(((second << 15) | (second >>> 17)) ^ unit, 0x1b873593) + first;
    third = Math.imul(((third << 17) | (third >>> 15)) ^ unit, 0xa1e38b93) + second;
  }
  hash[0] = finished(first ^ third);
  hash[1] = finished(second + (hash[0] ?? 0));
  hash[2] = finished(third + (hash[1] ?? 0));
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function finished(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
