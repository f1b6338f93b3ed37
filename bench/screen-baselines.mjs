// Two plain ways to compare names, which anyone would try first: over all names, after any-ascii.
import anyAscii from "any-ascii";
import * as fuzzball from "fuzzball";

/** Each gives the parties whose names are most alike. */
export function plainMethods(parties) {
  const names = parties.flatMap(({ id, name, aliases = [] }) => [name, ...aliases].map((text) => ({ id, text: plain(text) })));
  return [
    { name: "fuzzball WRatio", best: (text, count) => nearest(names, text, count, (left, right) => fuzzball.WRatio(left, right) / 100) },
    { name: "Jaro-Winkler", best: (text, count) => nearest(names, text, count, jaroWinkler) },
  ];
}

function nearest(names, text, count, compare) {
  const query = plain(text);
  const best = new Map();
  for (const { id, text: name } of names) {
    const score = compare(query, name);
    if (score > (best.get(id) ?? 0)) best.set(id, score);
  }
  return [...best]
    .map(([id, score]) => ({ id, score }))
    .sort((left, right) => right.score - left.score)
    .slice(0, count);
}

function plain(text) {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Winkler's with a prefix of up to 4 at 0.1, from a likeness of 0.7 on. */
export function jaroWinkler(left, right) {
  const likeness = jaro(left, right);
  if (likeness < 0.7) return likeness;
  let prefix = 0;
  while (prefix < 4 && left[prefix] !== undefined && left[prefix] === right[prefix]) prefix += 1;
  return likeness + prefix * 0.1 * (1 - likeness);
}

function jaro(left, right) {
  if (left === right) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Uint8Array(right.length);
  const met = [];
  for (let at = 0; at < left.length; at += 1) {
    for (let other = Math.max(0, at - reach); other < Math.min(right.length, at + reach + 1); other += 1) {
      if (taken[other] || left[at] !== right[other]) continue;
      taken[other] = 1;
      met.push(left[at]);
      break;
    }
  }
  if (met.length === 0) return 0;
  const back = [...right].filter((_, at) => taken[at]);
  const swapped = met.filter((letter, at) => letter !== back[at]).length / 2;
  return (met.length / left.length + met.length / right.length + (met.length - swapped) / met.length) / 3;
}
