import type {
  CaseChange,
  CaseEntry,
  CaseList,
  CaseParty,
  Day,
  DocketWhy,
  HandlingMark,
  KindOfCase,
  Procedure,
  RunOrDecisionDone,
  ShownCase,
  ShownDecision,
  ShownRun,
} from "../../src/model/index.js";
import { addressOf } from "../state/address.js";
import { type Sending, send } from "./client.js";
import { type Answered, refreshAnswers, useAnswer } from "./use-answer.js";

const cases = "/api/cases";

/** A case as one sees it. */
export type SeenCase = ShownCase & { withheld: number; handling: HandlingMark | null };

/** The address of what belongs to a case. */
export function casePath(id: string, rest = ""): string {
  return `${cases}/${encodeURIComponent(id)}${rest}`;
}

/** Cases with where they stand and their next deadlines, the most pressing first: as many as one answer holds. */
export function useCases(query: Readonly<Record<string, string | undefined>> = {}): Answered<CaseList> {
  return useAnswer<CaseList>(addressOf(cases, { limit: "1000", ...query }));
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
  for (const one of [cases, "/api/work", "/api/record"]) refreshAnswers(one);
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

/** Attaches the JSON of a review or a dossier to a case. */
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
