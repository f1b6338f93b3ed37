import { createHash } from "node:crypto";
import type { ScreenDecision, ScreenField, ScreenQuery, ScreenResult } from "../model/index.js";
import type { FieldPart } from "./fields.js";

/** Fields as they stand in a match id, one letter each. */
const letters = {
  n: "name",
  l: "lei",
  r: "registrationNumber",
  b: "birthDate",
  t: "nationality",
  c: "country",
  a: "address",
} as const satisfies Record<string, ScreenField | "name">;
type Compared = (typeof letters)[keyof typeof letters];

/** Digests of what was compared on both sides, by field. */
export type ComparedDigests = Partial<Record<Compared, string>>;

/** What was decided before, asked by query and party. */
export interface DecisionBook {
  /** The decision that holds for what is compared now; or the latest one, with the fields that changed since. */
  find(query: string, party: string, compared: ComparedDigests): ScreenResult["decision"];
  size: number;
  /** Every decision, the latest first; `replaced`: one on the same query and party came after it. */
  told(): (ScreenDecision & { replaced: boolean })[];
}

export const noDecisions: DecisionBook = { find: () => null, size: 0, told: () => [] };

/** Names a query by what identifies it: the same names, in any order and case, and the same kind are the same query. */
export function queryKey({ schema, properties }: ScreenQuery): string {
  const names = ["name", "alias", "weakAlias", "previousName", "firstName", "secondName", "middleName", "lastName"]
    .flatMap((key) => (Object.hasOwn(properties, key) ? (properties[key] ?? []) : []))
    .map((name) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim());
  const identifiers = names.length > 0 ? [] : [...(properties.leiCode ?? []), ...(properties.registrationNumber ?? [])];
  return digest([schema === "Person", [...new Set([...names, ...identifiers])].sort()], 12);
}

/** Digests of the two names that were taken and of every field that both sides have. */
export function comparedDigests(names: { query: string; listed: string }, parts: readonly FieldPart[]): ComparedDigests {
  const all: [Compared, [string, string]][] = [
    ["name", [names.query, names.listed]],
    ...parts.map(({ field, query, candidate }): [Compared, [string, string]] => [field, [query, candidate]]),
  ];
  return Object.fromEntries(all.map(([field, sides]) => [field, digest(sides, 6)]));
}

/** `q7f3a91c20d4:ofac-36:n91ab33.b33cd01`: everything that a decision must name, in one word. */
export function matchId(query: string, party: string, compared: ComparedDigests): string {
  const parts = Object.entries(letters).flatMap(([letter, field]) => (compared[field] ? [`${letter}${compared[field]}`] : []));
  return `q${query}:${party}:${parts.join(".")}`;
}

/** Reads a match id; undefined where the text is none. */
export function readMatchId(text: string): Pick<ScreenDecision, "query" | "party" | "compared"> | undefined {
  const [, query, party, parts] = /^q([0-9a-f]{12}):([a-z0-9]+(?:-[a-z0-9]+)*):((?:[a-z][0-9a-f]{6}\.?)+)$/.exec(text.trim()) ?? [];
  if (!query || !party || !parts) return undefined;
  const compared = parts.split(".").map((part) => [letters[part.charAt(0) as keyof typeof letters], part.slice(1)]);
  return compared.every(([field]) => field) ? { query, party, compared: Object.fromEntries(compared) } : undefined;
}

/** A book over decisions in the order in which they were made. */
export function decisionBook(decisions: Iterable<ScreenDecision>): DecisionBook {
  const byMatch = new Map<string, ScreenDecision[]>();
  const all: ScreenDecision[] = [];
  for (const one of decisions) {
    all.push(one);
    const key = `${one.query} ${one.party}`;
    const known = byMatch.get(key);
    if (known) known.push(one);
    else byMatch.set(key, [one]);
  }
  return {
    size: all.length,
    told: () => [...all].reverse().map((one) => ({ ...one, replaced: one !== byMatch.get(`${one.query} ${one.party}`)?.at(-1) })),
    find(query, party, compared) {
      const made = byMatch.get(`${query} ${party}`) ?? [];
      const holding = made.findLast((one) => changedFields(one.compared, compared).length === 0);
      const latest = holding ?? made.at(-1);
      if (!latest) return null;
      const { decision, by, why, on, editions = null } = latest;
      return { decision, by, why, on, editions, reopened: changedFields(latest.compared, compared) };
    },
  };
}

function changedFields(before: Readonly<Record<string, string | undefined>>, now: ComparedDigests): string[] {
  return Object.values(letters).filter((field) => before[field] !== now[field]);
}

function digest(value: unknown, length: number): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, length);
}
