import {
  type HandlingMark,
  isOpenTo,
  type Json,
  type RunFinding,
  type StateDifference,
  type StatePart,
  stateParts,
  strictestMark,
} from "../../model/index.js";
import { mergeChanges } from "../journal/index.js";
import { digestOf, type Snapshot, type StateItem } from "./state.js";

/** What is another way in one state than in another, part by part, in the order of the parts. */
export function differencesBetween(before: Snapshot, after: Snapshot, run: string): StateDifference[] {
  return stateParts.flatMap((part) => {
    const [old, now] = [before.get(part) ?? new Map(), after.get(part) ?? new Map()];
    const ids = [...new Set([...old.keys(), ...now.keys()])];
    return ids.flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)];
      if (was && is && digestOf(was.value) === digestOf(is.value)) return [];
      return [difference({ part, item: id, was, is }, old.get(run))];
    });
  });
}

interface Compared {
  part: StatePart;
  item: string;
  was: StateItem | undefined;
  is: StateItem | undefined;
}

function difference({ part, item, was, is }: Compared, decided: StateItem | undefined): StateDifference {
  const change = !was ? "added" : !is ? "removed" : "changed";
  // A run more is told by what it has otherwise than the one that was decided on.
  const fields =
    !was && part === "runs" && is
      ? fieldsBetween(rerunOf(decided, is) ?? null, is.value)
      : change === "changed"
        ? fieldsBetween(was?.value ?? null, is?.value ?? null)
        : [];
  const handling = strictestMark([was, is].flatMap((one) => one?.handling ?? []));
  return { part, item, change, handling, what: words({ part, item, was, is }, fields), fields };
}

/** The value of the run that was decided on, where another one is of the same subject. */
function rerunOf(decided: StateItem | undefined, other: StateItem): Json | undefined {
  const subject = (value: Json) => JSON.stringify([(value as { kind?: Json }).kind, (value as { subject?: Json }).subject]);
  return decided && subject(decided.value) === subject(other.value) ? decided.value : undefined;
}

function fieldsBetween(before: Json, after: Json): StateDifference["fields"] {
  if (before === null || typeof before !== "object" || Array.isArray(before)) {
    return before === null ? [] : [{ name: "", before: valueWords(before), after: valueWords(after) }];
  }
  return mergeChanges(before, after, before).fields.map(({ path, base, mine }) => ({
    name: path.join("."),
    before: base === undefined ? null : valueWords(base),
    after: mine === undefined ? null : valueWords(mine),
  }));
}

function valueWords(value: Json): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  return typeof value === "object" ? packWords(value) : String(value);
}

/** Rule packs by id and the beginning of their digests; anything else as it is. */
function packWords(value: Json): string {
  const packs = Array.isArray(value) ? value : [];
  const named = packs.map((one) => one as { id?: Json; sha256?: Json }).filter(({ id }) => typeof id === "string");
  if (named.length === 0 || named.length < packs.length) return JSON.stringify(value);
  return named.map(({ id, sha256 }) => (typeof sha256 === "string" ? `${id} ${sha256.slice(0, 8)}` : String(id))).join(", ");
}

/** What an item of a part of the state is called in the record. */
export const partKinds = {
  procedure: "procedure",
  parties: "party",
  events: "event",
  evidence: "evidence",
  quotes: "quote",
  facts: "fact",
  runs: "run",
  findings: "finding",
} satisfies Record<StatePart, string>;

const things: Record<StatePart, string> = { ...partKinds, procedure: "the procedure" };

function words({ part, item, was, is }: Compared, fields: StateDifference["fields"]): string {
  const name = is?.name ?? was?.name ?? "";
  const thing = part === "procedure" || part === "parties" ? `${things[part]} ${name}` : `${things[part]} ${item} (${name})`;
  if (!is) return `${thing} ${part === "events" ? "was struck out" : "is gone"}`;
  if (!was) return `${thing} ${added[part] ?? "was added"}${part === "runs" ? rerunWords(fields) : ""}`;
  if (isWithdrawn(is.value) && !isWithdrawn(was.value)) return `${thing} was withdrawn`;
  return `${part === "events" ? `event ${item} (${was.name})` : thing} changed: ${fields.map(fieldWords).join("; ")}`;
}

const added: Partial<Record<StatePart, string>> = { events: "was recorded", runs: "was attached" };

/** What people ask of a run more: on what other day, reference, rules and files it stands. */
function rerunWords(fields: StateDifference["fields"]): string {
  const told = {
    asOf: "as of",
    "reference.edition": "reference edition",
    "reference.sha256": "reference",
    rulePacks: "rules",
    "inputs.sha256": "files read",
    "inputs.declaration": "declaration",
    tool: "beholden",
  };
  const found = fields.flatMap(({ name, before, after }) => {
    const label = (told as Record<string, string>)[name];
    if (label === undefined) return [];
    return /sha256|declaration/.test(name) ? [`another ${label}`] : [`${label} ${after ?? "none"} (was ${before ?? "none"})`];
  });
  return found.length > 0 ? `: ${found.join("; ")}` : "";
}

function fieldWords({ name, before, after }: StateDifference["fields"][number]): string {
  const label = name.replaceAll(".", " ").replaceAll("-", " ");
  return `${label ? `${label} ` : ""}is ${after ?? "none"}, was ${before ?? "none"}`;
}

function isWithdrawn(value: Json): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && value.withdrawn === true;
}

/** How the findings that a decision cites stand in a newer run of the same subject, and how many others came or went. */
export function findingDifferences(
  cited: readonly RunFinding[],
  before: readonly RunFinding[],
  after: readonly RunFinding[],
  newer: { id: string; handling: HandlingMark },
): StateDifference[] {
  const { id: run, handling } = newer;
  const now = new Map(after.map((one) => [one.id, one]));
  const old = new Set(before.map(({ id }) => id));
  const ofCited = cited.flatMap((one): StateDifference[] => {
    const is = now.get(one.id);
    const of = { part: "findings" as const, item: one.id, handling };
    if (!is)
      return [
        {
          ...of,
          change: "removed",
          what: `finding ${one.id} (${one.title}): ${one.outcome} before, and ${run} does not have it`,
          fields: [],
        },
      ];
    const fields = (["outcome", "certainty", "status"] as const)
      .filter((name) => one[name] !== is[name])
      .map((name) => ({ name, before: one[name], after: is[name] }));
    if (fields.length === 0) return [];
    return [{ ...of, change: "changed", what: `finding ${one.id} (${one.title}) in ${run}: ${fields.map(fieldWords).join("; ")}`, fields }];
  });
  const others = after.filter(({ id }) => !old.has(id));
  const came = others.map(
    (one): StateDifference => ({
      part: "findings",
      item: one.id,
      change: "added",
      handling,
      what: `finding ${one.id} (${one.title}) is new in ${run}: ${one.outcome}`,
      fields: [],
    }),
  );
  return [...ofCited, ...came];
}

/** Differences without the words of what is handled more strictly than up to a mark: that there is one stays. */
export function openDifferences(differences: readonly StateDifference[], upTo: HandlingMark): StateDifference[] {
  return differences.map((one) =>
    isOpenTo(one.handling, upTo)
      ? one
      : { ...one, item: "withheld", what: `something among the ${one.part} is otherwise that is handled as ${one.handling}`, fields: [] },
  );
}
