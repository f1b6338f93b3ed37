import { type Docket, type DocketView, knownProcedures, noteReads, openDecisions, showCase } from "./docket/index.js";
import {
  type CaseReport,
  type EvidenceItem,
  type Fact,
  type HandlingMark,
  isOpenTo,
  type Quote,
  type ShownCase,
  strictestMark,
} from "./model/index.js";
import { version } from "./version.js";

export interface ReportRequest {
  at: string;
  asOf?: string | undefined;
  /** What is handled more strictly is left out and counted. */
  upTo: HandlingMark;
}

/**
 * A case as its report tells it, from one state of the record: parties, standing, course, evidence, facts, runs, decisions and what is open.
 *
 * @throws DocketError `not-found` where there is no such case
 */
export function caseReport(docket: Docket, of: string, request: ReportRequest): Promise<CaseReport> {
  return docket.read((view) => reportIn(view, of, request));
}

async function reportIn(view: DocketView, of: string, { at, asOf, upTo }: ReportRequest): Promise<CaseReport> {
  const shown = await showCase(view, of, { at, asOf });
  const all = {
    evidence: (await namedIn<EvidenceItem>(view, of, "evidence")).map(({ id, state }) => ({ id, item: state, handling: state.handling })),
    quotes: (await namedIn<Quote>(view, of, "quote")).map(({ id, state }) => ({ id, quote: state, handling: state.handling })),
    facts: (await namedIn<Fact>(view, of, "fact")).map(({ id, state }) => ({ id, fact: state, handling: state.handling })),
    runs: shown.runs,
    decisions: shown.decisions,
  };
  const open = <One extends { handling: HandlingMark }>(list: One[]) => list.filter(({ handling }) => isOpenTo(handling, upTo));
  const [evidence, quotes, facts, runs, decisions] = [
    open(all.evidence),
    open(all.quotes),
    open(all.facts),
    open(all.runs),
    openDecisions(all.decisions, upTo),
  ];
  const kept = { evidence, quotes, facts, runs, decisions };
  const standing = standingQuotes(all.quotes, all.evidence);
  const toldFacts = facts.map(({ id, fact }) => ({ id, fact, support: supportOf(of, fact, standing) }));
  const withoutEvidence = shown.evidence.withoutEvidence.filter(({ fact }) => isOpenTo(fact.handling, upTo));
  const told = { ...shown, runs, decisions, evidence: { ...shown.evidence, withoutEvidence } };
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version },
    asOf: shown.standing?.asOf ?? asOf ?? at.slice(0, 10),
    upTo,
    // The case itself is the office's own: a report of it is never public by itself.
    handling: strictestMark(["internal", ...Object.values(kept).flatMap((list) => list.map(({ handling }) => handling))]),
    case: told,
    names: namesOf(shown),
    evidence: evidence.map(({ id, item }) => ({ id, item })),
    quotes: quotes.map(({ id, quote }) => ({ id, quote })),
    facts: toldFacts,
    openPoints: openPointsOf(told, toldFacts),
    leftOut: Object.entries(kept).flatMap(([kind, list]) => {
      const count = all[kind as keyof typeof all].length - list.length;
      return count > 0 ? [{ kind, count }] : [];
    }),
    head: shown.head,
  };
}

/** What the procedure and the state are called by people. */
function namesOf({ procedure: id, standing }: ShownCase): CaseReport["names"] {
  const procedure = id === null ? undefined : knownProcedures().get(id);
  const state = procedure?.states.find((one) => one.id === standing?.state);
  return { procedure: procedure?.title ?? null, state: state?.title ?? null };
}

async function namedIn<State>(view: DocketView, of: string, kind: string): Promise<{ id: string; state: State }[]> {
  return (await view.objects({ kind, case: of }))
    .map(({ id, state }) => ({ id: id.slice(of.length + 1), state: state as State }))
    .sort((left, right) => Number(left.id.slice(1)) - Number(right.id.slice(1)));
}

/** Quotes that stand as they were taken, out of evidence that was not withdrawn. */
function standingQuotes(quotes: { id: string; quote: Quote }[], evidence: { id: string; item: EvidenceItem }[]): Set<string> {
  const withdrawn = new Set(evidence.flatMap(({ id, item }) => (item.withdrawn === null ? [] : [id])));
  const stands = ({ checked, withdrawn: gone, evidence: from }: Quote) =>
    gone === null && (checked === null || checked.outcome === "found" || checked.outcome === "moved") && !withdrawn.has(nameOf(from));
  return new Set(quotes.flatMap(({ id, quote }) => (stands(quote) ? [id] : [])));
}

function supportOf(of: string, { quotes, supposed }: Fact, standing: Set<string>): CaseReport["facts"][number]["support"] {
  if (quotes.some((one) => standing.has(one.slice(of.length + 1)))) return "quoted";
  if (quotes.length > 0) return "weakened";
  return supposed ? "supposed" : "none";
}

/** The name of an object in its case: e1 of `A-1/e1`. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** What somebody has to see to: deadlines, what is not settled, what was not read, what rests on nothing, what is older than the case. */
function openPointsOf({ standing, decisions, runs }: ShownCase, facts: CaseReport["facts"]): string[] {
  const deadlines = standing?.deadlines ?? [];
  const running = deadlines.filter(({ status }) => status === "overdue" || status === "open" || status === "unsettled");
  const without = facts.filter(({ fact, support }) => fact.withdrawn === null && support !== "quoted");
  return [
    ...running.map(
      ({ title, agency, due, status }) =>
        `${title}${agency ? ` (${agency})` : ""}: ${status === "overdue" ? "overdue since" : "last day"} ${due ?? "not settled"}.`,
    ),
    ...deadlines.flatMap(({ title, unsettled }) => (unsettled ? [`${title}: ${unsettled}`] : [])),
    ...(standing?.remarks ?? []),
    ...without.map(
      ({ id, support }) =>
        `Fact ${id} ${support === "weakened" ? "rests on quotes of which none stands" : support === "supposed" ? "is supposed" : "is without evidence"}.`,
    ),
    ...decisions
      .filter(({ standing: one }) => one.status === "proposed")
      .map(({ id, proposed }) => `Decision ${id} waits for approval by somebody else than ${proposed.by}.`),
    ...decisions
      .filter(({ standing: one }) => !one.current && one.status !== "withdrawn")
      .map(({ id }) => `Decision ${id} was decided on an older state.`),
    ...runs.filter(({ newer, withdrawn }) => newer !== null && !withdrawn).map(({ id, newer }) => `Run ${id} has a newer one, ${newer}.`),
  ];
}

/** Records that the restricted items of a report were read: an entry for each. */
export async function noteRestricted(docket: Docket, report: CaseReport, doing: { by: string; at: string }): Promise<void> {
  const { case: shown, evidence, quotes, facts } = report;
  const all = [
    ...evidence.map(({ id, item }) => ({ kind: "evidence", id, handling: item.handling })),
    ...quotes.map(({ id, quote }) => ({ kind: "quote", id, handling: quote.handling })),
    ...facts.map(({ id, fact }) => ({ kind: "fact", id, handling: fact.handling })),
    ...shown.runs.map(({ id, handling }) => ({ kind: "run", id, handling })),
    ...shown.decisions.map(({ id, handling }) => ({ kind: "decision", id, handling })),
  ];
  const restricted = all.filter(({ handling }) => handling === "restricted");
  await noteReads(
    docket,
    restricted.map(({ kind, id, handling }) => ({ act: "item-read", case: shown.id, item: `${kind} ${id}`, handling, sha256: null })),
    doing,
  );
}
