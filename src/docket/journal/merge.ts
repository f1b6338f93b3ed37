import type { Json, MergedField } from "../../model/index.js";
import { canonicalJson } from "./canonical.js";

/** Two changes to one object: every field that either changed, and both in one where no field clashes. */
export interface Merge {
  fields: MergedField[];
  merged: Json | null;
}

/** A field that an object does not have. */
const absent = Symbol("absent");
type Field = Json | typeof absent;

/**
 * Merges two changes that were made on the same version, field by field; a field is whatever is no object, so a list counts as one. Changes
 * to different fields go together, and so do equal changes to one.
 *
 * @example mergeChanges({ title: "A", owner: "x" }, { title: "B", owner: "x" }, { title: "A", owner: "y" }).merged // { title: "B", owner: "y" }
 */
export function mergeChanges(base: Json, mine: Json, theirs: Json): Merge {
  const fields: MergedField[] = [];
  const merged = mergeField([], base, mine, theirs, fields);
  const clashes = fields.some(({ from }) => from === "clash");
  return { fields, merged: clashes || merged === absent ? null : merged };
}

function mergeField(path: string[], base: Field, mine: Field, theirs: Field, fields: MergedField[]): Field {
  if (same(mine, theirs) && same(base, mine)) return base;
  if (isObject(mine) && isObject(theirs) && (isObject(base) || base === absent)) {
    return mergeObjects(path, isObject(base) ? base : {}, mine, theirs, fields);
  }
  const from = same(mine, theirs) ? "both" : same(base, theirs) ? "mine" : same(base, mine) ? "theirs" : "clash";
  const merged = from === "theirs" ? theirs : mine;
  fields.push({
    path,
    ...given("base", base),
    ...given("mine", mine),
    ...given("theirs", theirs),
    ...(from === "clash" ? {} : given("merged", merged)),
    from,
  });
  return merged;
}

type Members = { [key: string]: Json };

function mergeObjects(path: string[], base: Members, mine: Members, theirs: Members, fields: MergedField[]): Json {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])].sort();
  const of = (object: Members, key: string): Field => (Object.hasOwn(object, key) ? (object[key] as Json) : absent);
  const merged = keys.map((key) => [key, mergeField([...path, key], of(base, key), of(mine, key), of(theirs, key), fields)] as const);
  return Object.fromEntries(merged.filter((pair): pair is [string, Json] => pair[1] !== absent));
}

function isObject(value: Field): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(left: Field, right: Field): boolean {
  if (left === absent || right === absent) return left === right;
  return canonicalJson(left) === canonicalJson(right);
}

function given<Key extends string>(key: Key, value: Field): { [key: string]: Json } {
  return value === absent ? {} : { [key]: value };
}
