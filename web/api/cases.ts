import { useEffect, useState } from "react";
import type {
  CaseChange,
  CaseEntry,
  CaseList,
  CaseParty,
  Day,
  DocketWhy,
  EvidenceList,
  FactList,
  HandlingMark,
  KindOfCase,
  Procedure,
  RunOrDecisionDone,
  ShownCase,
  ShownDecision,
  ShownRun,
  WorkList,
} from "../../src/model/index.js";
import { addressOf } from "../state/address.js";
import { get, type Sending, send } from "./client.js";
import { casesOfReviews } from "./docket-of-review.js";
import { type Answered, refreshAnswers, useAnswer } from "./use-answer.js";

const cases = "/api/cases";

/** A case as one sees it. */
export type SeenCase = ShownCase & { withheld: number; handling: HandlingMark | null };

/** The address of what belongs to a case. */
export function casePath(id: string, rest = ""): string {
  return `${cases}/${encodeURIComponent(id)}${rest}`;
}

/** Cases of one page. */
const pageOfCases = 1_000;

/** Every case with where it stands and its next deadline, the most pressing first. A page is shown as soon as it is there; the rest follows. */
export function useCases(): Answered<CaseList> {
  const first = useAnswer<CaseList>(addressOf(cases, { limit: String(pageOfCases) }));
  const [read, setRead] = useState<{ of: CaseList; list: CaseList } | null>(null);
  const list = read && read.of === first.value ? read.list : first.value;
  useEffect(() => {
    if (!first.value || !list?.next) return;
    const of = first.value;
    let wanted = true;
    get<CaseList>(addressOf(cases, { limit: String(pageOfCases), after: list.next })).then(
      (page) => wanted && setRead({ of, list: { ...page, cases: [...list.cases, ...page.cases] } }),
      // The pages that were read stay; the list says how many there are in all.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [first.value, list]);
  return { ...first, value: list };
}

/** What waits in every case, by its clock. */
export function useWork(): Answered<WorkList> {
  return useAnswer<WorkList>("/api/work");
}

/** One case on a day; null asks for nothing. */
export function useCase(id: string | null, asOf?: string): Answered<SeenCase> {
  return useAnswer<SeenCase>(id === null ? null : addressOf(casePath(id), { asOf }));
}

/** Why a deadline ends on its day, counted day by day. */
export function useCount(id: string, deadline: string | null, asOf?: string): Answered<DocketWhy> {
  return useAnswer<DocketWhy>(deadline === null ? null : addressOf(casePath(id, "/count"), { deadline, asOf }));
}

/** A procedure: its states, what may happen in each, its services and deadlines. */
export function useProcedure(id: string | null): Answered<Procedure> {
  return useAnswer<Procedure>(id === null ? null : `/api/procedures/${id}`);
}

/** A procedure in a list of them. */
export type ProcedureLine = Pick<Procedure, "id" | "title" | "kind" | "authority" | "from" | "until" | "mark">;

export function useProcedures(): Answered<{ procedures: ProcedureLine[] }> {
  return useAnswer("/api/procedures");
}

/** The evidence of a case with its quotes as they stand. */
export function useEvidenceOf(id: string): Answered<EvidenceList> {
  return useAnswer<EvidenceList>(casePath(id, "/evidence"));
}

/** The facts of a case. */
export function useFacts(id: string): Answered<FactList> {
  return useAnswer<FactList>(casePath(id, "/facts"));
}

export function useRun(id: string, run: string | null): Answered<ShownRun> {
  return useAnswer<ShownRun>(run === null ? null : casePath(id, `/runs/${run}`));
}

export function useDecision(id: string, decision: string | null): Answered<ShownDecision> {
  return useAnswer<ShownDecision>(decision === null ? null : casePath(id, `/decisions/${decision}`));
}

/**
 * Changes something in the docket. What was read of it before is read again, so that every screen shows what is there now.
 *
 * @throws RequestFailed with what went wrong; the form keeps what was typed
 */
export async function change<Answer>(path: string, body: unknown, sending: Sending): Promise<Answer> {
  const done = await send<Answer>(path, body, sending);
  for (const one of [cases, casesOfReviews, "/api/work", "/api/record"]) refreshAnswers(one);
  return done;
}

/** What happened, as it is typed: fields that are left empty are left out. */
export type Happened = Omit<CaseEntry, "id" | "corrects" | "reads" | "confirms" | "effective" | "holds"> & { why?: string };

export interface NewCase {
  id?: string;
  caption: string;
  kind: KindOfCase;
  procedure: string | null;
  reference: string | null;
  parties: CaseParty[];
}

export type CaseEdit = Partial<Pick<NewCase, "caption" | "reference" | "parties" | "procedure">> & { why?: string };

export function openCase(body: NewCase, key: string): Promise<{ case: string; repeated: boolean }> {
  return change(cases, body, { key });
}

export function editCase(id: string, body: CaseEdit, key: string, seen: number): Promise<CaseChange> {
  return change(casePath(id), body, { method: "PATCH", key, seen });
}

export function recordEvent(id: string, body: Happened, key: string): Promise<CaseChange> {
  return change(casePath(id, "/events"), body, { key });
}

export function correctEvent(id: string, number: number, body: { reads: Partial<CaseEntry>; why: string }, key: string) {
  return change<CaseChange>(casePath(id, `/events/${number}`), body, { method: "PATCH", key });
}

export function withdrawEvent(id: string, number: number, why: string, key: string): Promise<CaseChange> {
  return change(casePath(id, `/events/${number}/withdrawal`), { why }, { key });
}

export function confirmService(id: string, body: { service: number; day?: Day; why: string }, key: string): Promise<CaseChange> {
  return change(casePath(id, "/confirmations"), body, { key });
}

export function confirmPoint(id: string, body: { point: string; holds: boolean; why: string }, key: string): Promise<CaseChange> {
  return change(casePath(id, "/confirmations"), body, { key });
}

export function addNote(id: string, text: string, key: string): Promise<CaseChange> {
  return change(casePath(id, "/notes"), { text }, { key });
}

/** Attaches the JSON of a review, a dossier or a scenario to a case. */
export function attachRun(id: string, result: Blob, about: { title?: string | undefined; handling: HandlingMark }, key: string) {
  const form = new FormData();
  form.append("result", result, "result.json");
  return change<RunOrDecisionDone>(addressOf(casePath(id, "/runs"), about), form, { key });
}

export function withdrawRun(id: string, run: string, why: string, key: string): Promise<RunOrDecisionDone> {
  return change(casePath(id, `/runs/${run}/withdrawal`), { why }, { key });
}

export interface NewDecision {
  title: string;
  run: string;
  outcome: string;
  on?: Day;
  /** The last day for which it holds, with who answers for it. */
  until?: Day;
  owner?: string;
  measures?: { id: string; name: string }[];
  handling: HandlingMark;
  findings: string[];
  facts: string[];
  evidence: string[];
  grounds?: string;
}

export function proposeDecision(id: string, body: NewDecision, key: string): Promise<RunOrDecisionDone> {
  return change(casePath(id, "/decisions"), body, { key });
}

/** Approves a decision, sends it back, proposes it anew on the present state, or withdraws it. */
export function moveDecision(
  id: string,
  decision: string,
  move: "approval" | "return" | "renewal" | "withdrawal",
  body: Readonly<Record<string, unknown>>,
  key: string,
): Promise<RunOrDecisionDone> {
  return change(casePath(id, `/decisions/${decision}/${move}`), body, { key });
}
