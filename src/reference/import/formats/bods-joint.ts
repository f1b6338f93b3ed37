import type { Records } from "./bods-records.js";
import { codeOf, isObject, textOf } from "./bods-statement.js";

/** An arrangement by which several hold a stake together. */
export interface JointHolding {
  record: string;
  /** Records of those who hold. */
  holders: string[];
}

/**
 * Arrangements that stand for nothing but a joint holding, by record: BODS has no other way to say that two persons hold one stake together.
 * Each of the holders then holds the whole as one block, which counts once. Trusts and nominations are no joint holdings.
 */
export function jointHoldings(records: Records): ReadonlyMap<string, JointHolding> {
  const joint = new Map<string, JointHolding>();
  for (const [record, { kind, details }] of records.parties) {
    const { entityType } = details;
    const subtype = isObject(entityType) ? codeOf(entityType.subtype) : "";
    const isArrangement = kind === "entity" && codeOf(isObject(entityType) ? entityType.type : entityType) === "arrangement";
    const words = `${textOf(details.name)} ${isObject(entityType) ? textOf(entityType.details) : ""}`.slice(0, 1000);
    if (isArrangement && subtype !== "trust" && subtype !== "nomination" && /\bjoint(ly)?\b/i.test(words))
      joint.set(record, { record, holders: [] });
  }
  if (joint.size === 0) return joint;
  for (const { subject, party, closed, record } of records.relationships.values()) {
    const holding = joint.get(records.latest(subject));
    if (holding && party !== undefined && !closed && records.stands(record)) holding.holders.push(records.latest(party));
  }
  for (const [record, { holders }] of joint)
    if (new Set(holders).size < 2 || holders.some((holder) => joint.has(holder))) joint.delete(record);
  return joint;
}
