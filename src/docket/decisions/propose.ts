import {
  type Day,
  DocketDecision,
  type HandlingMark,
  type Json,
  type RunFinding,
  type RunOrDecisionDone,
  type StoredFile,
  strictestMark,
} from "../../model/index.js";
import { readCaseFile, todayOf } from "../cases/case-file.js";
import type { Doing } from "../cases/change.js";
import { checked } from "../cases/checked.js";
import { addDays } from "../days.js";
import { type Docket, DocketError, type DocketView, type NewFile } from "../journal/index.js";
import { doneOf } from "../runs/attach.js";
import { nextName, readRun, runFindings } from "../runs/read.js";
import { isSamePerson } from "../same-person.js";
import { readDecision, standingOfDecision } from "./read.js";
import { citedStands, entryOf, refused } from "./rules.js";
import { countedEntries, snapshotOf, stateOf } from "./state.js";

/** A decision as somebody proposes it. */
export interface Proposal {
  title: string;
  handling: HandlingMark;
  run: string;
  outcome: DocketDecision["outcome"];
  /** The day of the decision; today where the office is where it is left out. */
  on?: Day | undefined;
  /** The last day for which it holds. */
  until?: Day | undefined;
  /** Who answers for what is accepted until then. */
  owner?: string | undefined;
  /** Ids of findings of the run. */
  findings: string[];
  facts: string[];
  evidence: string[];
  measures: DocketDecision["measures"];
  grounds: string | null;
  /** A draft determination that is its content. */
  draft: { file: StoredFile; content: NewFile } | null;
}

/**
 * Proposes a decision on the state that a case is in now. It decides nothing before somebody else approves it.
 *
 * @throws DocketError `not-found` where it cites what is not there, `refused` where what it cites was withdrawn, `invalid` for what is no decision
 */
export async function proposeDecision(docket: Docket, of: string, proposal: Proposal, doing: Doing): Promise<RunOrDecisionDone> {
  const appended = await docket.append({ ...doing, asks: { propose: of, ...asked(proposal) } as Json }, async (view) => {
    const id = await nextName(view, of, "decision");
    const after = await proposed(view, of, proposal, { ...doing, id, authors: [] });
    return [
      entryOf(of, id, "decision-proposed", after, {
        seen: 0,
        reason: proposal.grounds,
        files: proposal.draft ? [proposal.draft.content] : [],
      }),
    ];
  });
  return doneOf(appended, of, "decision-proposed");
}

/**
 * Proposes a decision anew on the present state, with whatever is to be otherwise in it. An approval that it had does not hold for it.
 *
 * @throws DocketError `refused` where it was withdrawn or carried out
 */
export async function renewDecision(
  docket: Docket,
  of: string,
  name: string,
  changes: Partial<Proposal>,
  doing: Doing,
): Promise<RunOrDecisionDone> {
  const appended = await docket.append({ ...doing, asks: { renew: name, case: of, ...asked(changes) } as Json }, async (view) => {
    const { id, state, version } = await readDecision(view, of, name);
    const { status, carriedOut } = await standingOfDecision(view, of, await countedEntries(view, of), { id, state, version });
    if (status === "withdrawn") throw refused(`decision ${id} was withdrawn. Propose another one with \`beholden docket decide ${of}\`.`);
    if (carriedOut !== null)
      throw refused(
        `decision ${id} was carried out by event ${carriedOut}. A decision that changes it is one of its own: \`beholden docket decide ${of}\`.`,
      );
    const kept = { ...state, findings: state.findings.map((one) => one.id), draft: null };
    const next = { ...kept, ...definedIn(changes) } as Proposal;
    const before = changes.draft === undefined && saysTheSame(next, state) ? { draft: state.draft, files: state.files } : undefined;
    const after = await proposed(view, of, next, { ...doing, id, authors: state.authors, before });
    return [
      entryOf(of, id, "decision-renewed", after, {
        seen: version,
        reason: changes.grounds ?? null,
        files: changes.draft ? [changes.draft.content] : [],
      }),
    ];
  });
  return doneOf(appended, of, "decision-renewed");
}

/** Whether a draft that says what was decided before still says what is decided now. */
function saysTheSame(next: Proposal, { run, outcome, measures }: DocketDecision): boolean {
  const ids = (all: Proposal["measures"]) => all.map(({ id }) => id).join(" ");
  return next.run === run && next.outcome === outcome && ids(next.measures) === ids(measures);
}

interface Proposing extends Doing {
  id: string;
  authors: string[];
  before?: Pick<DocketDecision, "draft" | "files"> | undefined;
}

async function proposed(
  view: DocketView,
  of: string,
  given: Proposal,
  { by, at, id, authors, before }: Proposing,
): Promise<DocketDecision> {
  const file = await readCaseFile(view, of);
  const run = await readRun(view, of, given.run);
  if (run.state.withdrawn) throw refused(`run ${run.id} was withdrawn: ${run.state.withdrawn.why}. Decide on another one.`);
  const today = todayOf(file, at);
  const on = given.on ?? today;
  if (on > addDays(today, 1)) throw refused(`the decision is dated ${on}, and today is ${today}.`);
  if (on < run.state.asOf) throw refused(`the decision of ${on} is before ${run.state.asOf}, the day that run ${run.id} was made for.`);
  const findings = cited(await runFindings(view, run), given.findings, run.id);
  const draft = given.draft ? { draft: given.draft.file.sha256, files: [given.draft.file] } : (before ?? { draft: null, files: [] });
  const basis = { run: run.id, findings };
  const state = stateOf(snapshotOf(await countedEntries(view, of), basis, id));
  const { title, handling, outcome, measures, grounds, until, owner } = given;
  acceptedByWhom({ on, until, owner, grounds });
  const [facts, evidence] = [uniqueNames(given.facts), uniqueNames(given.evidence)];
  const marks = await marksOf(view, of, [
    ...facts.map((one) => ["fact", one] as const),
    ...evidence.map((one) => ["evidence", one] as const),
  ]);
  const made = {
    ...basis,
    title,
    handling: strictestMark([handling, run.state.handling, ...marks]),
    outcome,
    on,
    ...(until === undefined ? {} : { until }),
    ...(owner === undefined ? {} : { owner }),
    facts,
    evidence,
    measures,
    grounds,
    ...draft,
    state,
  };
  restsOnSomething(made);
  const whole = { ...made, authors: withAuthor(authors, by), proposed: { by, at }, approved: null, returned: null, withdrawn: null };
  const decision = checked(DocketDecision, whole, "a decision");
  await citedStands(view, of, decision);
  return decision;
}

/** How what is cited is handled: a decision is never more open than what it rests on. */
async function marksOf(view: DocketView, of: string, cited: (readonly [kind: string, name: string])[]): Promise<HandlingMark[]> {
  const found = await Promise.all(cited.map(([kind, name]) => view.object(kind, `${of}/${name}`)));
  return found.flatMap((one) => (one?.state as { handling?: HandlingMark } | undefined)?.handling ?? []);
}

/** Findings of a run by their ids. */
function cited(all: RunFinding[], ids: readonly string[], run: string): RunFinding[] {
  return uniqueNames(ids).map((id) => {
    const found = all.find((one) => one.id === id);
    if (found) return found;
    const some = all.slice(0, 5).map((one) => one.id);
    throw new DocketError(
      "not-found",
      `run ${run} has no finding ${id}. ${some.length > 0 ? `It has ${all.length}, such as ${some.join(", ")}; \`beholden docket run show\` lists them.` : "It has none."}`,
    );
  });
}

function restsOnSomething({
  outcome,
  findings,
  facts,
  evidence,
  measures,
}: Pick<DocketDecision, "outcome" | "findings" | "facts" | "evidence" | "measures">): void {
  if (outcome === "permitted-with-measures" && measures.length === 0)
    throw new DocketError("invalid", "what is permitted with measures names them. Expected --measure with the id of one; repeatable.");
  if (outcome !== "prohibited" && outcome !== "permitted-with-measures") return;
  if (findings.length + facts.length + evidence.length === 0)
    throw new DocketError("invalid", `a decision that says ${outcome} rests on something. Expected --finding, --fact or --evidence.`);
}

/** What is accepted for a time has an owner, a reason and an end that is still to come. */
function acceptedByWhom({ on, until, owner, grounds }: { on: Day } & Pick<Proposal, "until" | "owner" | "grounds">): void {
  if (until === undefined) return;
  if (until < on) throw new DocketError("invalid", `the decision of ${on} would hold until ${until}, which is before it.`);
  if (owner === undefined || grounds === null)
    throw new DocketError("invalid", "what holds until a day has somebody who answers for it, and a reason. Expected --owner and --why.");
}

function withAuthor(authors: string[], by: string): string[] {
  return authors.some((one) => isSamePerson(one, by)) ? authors : [...authors, by];
}

function uniqueNames(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** What was asked, as JSON: of a draft its digest. */
function asked({ draft, ...rest }: Partial<Proposal>): Record<string, unknown> {
  return { ...definedIn(rest), ...(draft === undefined ? {} : { draft: draft?.file.sha256 ?? null }) };
}

function definedIn<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
