import {
  type CaseEntry,
  type CaseState,
  type DocketCase,
  type DocketDecision,
  type DocketRun,
  type EvidenceItem,
  type Fact,
  type HandlingMark,
  type JournalEntry,
  type Json,
  type Quote,
  type StatePart,
  stateParts,
} from "../../model/index.js";
import { canonicalJson, type DocketView, sha256 } from "../journal/index.js";
import { correctedEntries } from "../reading.js";

/** One thing that counts in the state of a case: what counts of it, and what people call it. */
export interface StateItem {
  value: Json;
  name: string;
  /** The case itself is the office's own. */
  handling: HandlingMark;
}

/** The state of a case with its contents. */
export type Snapshot = ReadonlyMap<StatePart, ReadonlyMap<string, StateItem>>;

/** What a decision rests on, as far as it takes part in the state. */
export type Basis = Pick<DocketDecision, "run" | "findings">;

type State = { [key: string]: Json };

/** What counts of an object of each kind. How it is called, handled or annotated changes no decision. */
const counted: { [Kind in keyof CountedObjects]: (state: CountedObjects[Kind]) => unknown } = {
  evidence: ({ files, grade, withdrawn }) => ({
    files: files.filter(({ role }) => role === "original").map(({ sha256: digest }) => digest),
    grade,
    withdrawn: withdrawn !== null,
  }),
  quote: ({ evidence, file, selector, translation, checked, withdrawn }) => ({
    ...{ evidence, file, selector, translation },
    stands: quoteStanding(checked),
    withdrawn: withdrawn !== null,
  }),
  fact: ({ text, quotes, supposed, withdrawn }) => ({ text, quotes, supposed, withdrawn: withdrawn !== null }),
  run: ({ kind, subject, asOf, tool, reference, rulePacks, inputs, result, findings, withdrawn }) => ({
    ...{ kind, subject, asOf, tool, reference, rulePacks, inputs, result, findings },
    withdrawn: withdrawn !== null,
  }),
};

interface CountedObjects {
  evidence: EvidenceItem;
  quote: Quote;
  fact: Fact;
  run: DocketRun;
}

/** Words that stand elsewhere in their file are still the same words. */
function quoteStanding(checked: Quote["checked"]): string {
  return checked === null || checked.outcome === "found" || checked.outcome === "moved" ? "as quoted" : checked.outcome;
}

const partOfKind = { evidence: "evidence", quote: "quotes", fact: "facts", run: "runs" } as const;

/** The entries of a case that make its state, and those of its decisions. */
export function countedEntries(view: DocketView, of: string): Promise<readonly JournalEntry[]> {
  return view.caseEntries(of, ["case", "event", ...Object.keys(partOfKind), "decision"]);
}

/**
 * The state of a case after some entries of its journal, as it counts for a decision: the procedure, the parties, the events in force, the
 * evidence by digest and grade, the quotes, the facts, the attached runs, and the findings that the decision cites. What carries the decision
 * out, and what the case did from there on, is no change of what it was taken on.
 *
 * @param decision its name in the case, where it has one
 */
export function snapshotOf(entries: readonly JournalEntry[], basis: Basis, decision: string | null): Snapshot {
  const parts = new Map(stateParts.map((part) => [part, new Map<string, StateItem>()]));
  const put = (part: StatePart, id: string, item: StateItem) => parts.get(part)?.set(id, item);
  const shown = newestStates(entries);
  const file = [...shown.values()].find(({ kind }) => kind === "case")?.state as DocketCase | undefined;
  if (file) {
    put("procedure", "procedure", { value: file.procedure, name: file.procedure ?? "none", handling: "internal" });
    for (const { role, name } of file.parties)
      put("parties", `${role}: ${name}`, { value: { role, name }, name: `${name} (${role})`, handling: "internal" });
  }
  const events = [...shown.values()].filter(({ kind }) => kind === "event").map(({ state }) => state as unknown as CaseEntry);
  for (const event of inForceFor(events, decision))
    put("events", event.id ?? "", { value: event as unknown as Json, name: `${event.event} of ${event.on}`, handling: "internal" });
  for (const { kind, id, state } of shown.values()) {
    if (!isCounted(kind)) continue;
    put(partOfKind[kind], id, {
      value: plain(countedPart(kind, state)),
      name: nameOf(state, id),
      handling: (state.handling ?? "internal") as HandlingMark,
    });
  }
  const decided = parts.get("runs")?.get(basis.run);
  const run = decided?.value as State | undefined;
  const handling = decided?.handling ?? "internal";
  put("findings", basis.run, { value: run?.findings ?? null, name: `every finding of ${basis.run}`, handling });
  for (const { id, title, sha256: digest } of basis.findings)
    put("findings", `${basis.run}/${id}`, { value: digest, name: title, handling });
  return parts;
}

/** The state by digests. */
export function stateOf(snapshot: Snapshot): CaseState {
  const parts = stateParts.map((part) => {
    const items = Object.fromEntries([...(snapshot.get(part) ?? [])].map(([id, { value }]) => [id, digestOf(value)]));
    return { part, digest: digestOf(items), items };
  });
  const digest = digestOf({ form: "1", parts: Object.fromEntries(parts.map((one) => [one.part, one.digest])) });
  return { form: "1", digest, parts };
}

export function digestOf(value: Json): string {
  return sha256(canonicalJson(value));
}

function newestStates(entries: readonly JournalEntry[]): Map<string, { kind: string; id: string; state: State }> {
  const shown = new Map<string, { kind: string; id: string; state: State }>();
  for (const { body } of entries) {
    const { kind, id } = body.object;
    if (body.after === null) shown.delete(`${kind} ${id}`);
    else shown.set(`${kind} ${id}`, { kind, id: body.case === null ? id : id.slice(body.case.length + 1), state: body.after as State });
  }
  return shown;
}

/** The events as they read once corrected, without those that carry the decision out and what followed from them. */
function inForceFor(events: CaseEntry[], decision: string | null): CaseEntry[] {
  const inForce = correctedEntries(events);
  const carrying = decision === null ? undefined : carryingOut(inForce, decision);
  if (!carrying) return inForce;
  const after = (event: CaseEntry) => Number(event.id) > Number(carrying.id) && event.on >= carrying.on;
  return inForce.filter((event) => event.decision !== decision && !after(event));
}

/** The event that carries a decision out: the first one in force that names it. */
export function carryingOut(inForce: CaseEntry[], decision: string): CaseEntry | undefined {
  return inForce.find((event) => event.decision === decision);
}

function countedPart(kind: keyof CountedObjects, state: State): unknown {
  return (counted[kind] as (state: unknown) => unknown)(state);
}

function isCounted(kind: string): kind is keyof typeof counted {
  return Object.hasOwn(counted, kind);
}

/** Whether evidence was taken back. */
export function standsNoMore({ withdrawn }: State): boolean {
  return withdrawn !== undefined && withdrawn !== null && withdrawn !== false;
}

/** As JSON has it: a field that is not there is not there. */
function plain(value: unknown): Json {
  return JSON.parse(canonicalJson(value)) as Json;
}

const longestName = 90;

function nameOf({ title, text, selector }: State, id: string): string {
  const exact = (selector as { exact?: Json } | undefined)?.exact;
  const words = [title, exact, text].find((one) => typeof one === "string") as string | undefined;
  if (words === undefined) return id;
  return words.length > longestName ? `${words.slice(0, longestName - 1)}…` : words;
}
