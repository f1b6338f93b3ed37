import { prepareName } from "./prepare.js";
import type { NameKind, PreparedName } from "./types.js";

/** Names of one generation; two generations are kept. */
const mostOfGeneration = 1000;
/** A longer text is prepared each time, so that what is remembered stays small. */
const longestText = 300;

type Generation = Map<string, PreparedName>;
let young: Generation = new Map();
let old: Generation = new Map();

/** The name made ready to be compared; one that was met lately is not prepared again. Gives the same whatever was asked before. */
export function preparedName(text: string, kind: NameKind | undefined): PreparedName {
  if (text.length > longestText) return prepareName(text, kind);
  const key = `${kind ?? ""}:${text}`;
  const known = young.get(key);
  if (known) return known;
  const prepared = old.get(key) ?? prepareName(text, kind);
  if (young.size >= mostOfGeneration) [old, young] = [young, new Map()];
  young.set(key, prepared);
  return prepared;
}
