/** The parts of an IPv6 address in the form of RFC 5952, `zz` for the `::`. */
export function hextets(address: string): string[] {
  const [left = "", right] = address.split("::");
  const parts = (text: string) => (text === "" ? [] : text.split(":"));
  return right === undefined ? parts(left) : [...parts(left), "zz", ...parts(right)];
}

/** A list cut into parts of at most so many. */
export function inParts<Item>(all: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}

/** A list cut into parts whose texts, with one character between, are no longer than so many. */
export function inPartsOfLength(all: readonly string[], most: number): string[][] {
  const parts: string[][] = [];
  let length = 0;
  for (const one of all) {
    const part = parts.at(-1);
    if (part && length + 1 + one.length <= most) {
      part.push(one);
      length += 1 + one.length;
    } else {
      parts.push([one]);
      length = one.length;
    }
  }
  return parts;
}
