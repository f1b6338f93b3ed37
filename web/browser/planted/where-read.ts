import { payload } from "./payload.js";
import { refill, type Syntax, stringsIn } from "./positions.js";

/** What something else in the same file is found by: a name, a path, a number, a day. Planted there, the rest would not be read any more. */
const named = /^[a-z0-9_./*:-]*$/;

/**
 * A text in which every string is planted, behind what stands there, with which it is still read: one after another, each beside those before it.
 *
 * @param read whether a text is read as the untouched one is
 */
export async function plantedWhereRead(
  text: string,
  syntax: Syntax,
  mark: string,
  read: (text: string) => boolean | Promise<boolean>,
): Promise<string> {
  const strings = stringsIn(text, syntax);
  const planted = (places: ReadonlySet<number>) => refill(text, syntax, (value, at) => (places.has(at) ? value + payload(mark) : value));
  let open = new Set<number>();
  // Many at once where that goes, for speed; else halves of them.
  const plant = async (places: number[]): Promise<void> => {
    const more = new Set([...open, ...places]);
    if (await read(planted(more))) open = more;
    else if (places.length > 1) {
      const half = places.length >> 1;
      await plant(places.slice(0, half));
      await plant(places.slice(half));
    }
  };
  const all = [...strings.keys()].filter((place) => !named.test(strings[place] ?? ""));
  for (let at = 0; at < all.length; at += 8) await plant(all.slice(at, at + 8));
  if (open.size === 0) throw new Error(`${mark}: nothing of it can be planted`);
  return planted(open);
}
