import type {
  EvidenceChange,
  EvidenceGrades,
  EvidenceList,
  EvidenceShown,
  Fact,
  FactList,
  FactShown,
  Grade,
  HandlingMark,
  QuoteRecheck,
} from "../../src/model/index.js";
import { addressOf } from "../state/address.js";
import { casePath, change } from "./cases.js";
import { type Answered, useAnswer } from "./use-answer.js";

/** The end of an id, as people write it and as addresses have it: `e1` of `2026-0001/e1`. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

export function useEvidence(of: string): Answered<EvidenceList & { withheld: number }> {
  return useAnswer(casePath(of, "/evidence"));
}

export function useFacts(of: string): Answered<FactList & { withheld: number }> {
  return useAnswer(casePath(of, "/facts"));
}

export function useFact(of: string, fact: string): Answered<FactShown> {
  return useAnswer(casePath(of, `/facts/${fact}`));
}

/** A piece of evidence with the text of a page, its characters as they are: places of quotes count them. */
export function useEvidencePage(of: string, item: string, page: number | null): Answered<EvidenceShown> {
  return useAnswer(addressOf(casePath(of, `/evidence/${item}`), { page: page === null ? undefined : String(page) }), { exact: true });
}

export function useGrades(): Answered<EvidenceGrades> {
  return useAnswer("/api/evidence-grades", { lasting: true });
}

/** Where the picture, or the bytes of the PDF document, are that the page draws. */
export function drawingPath(of: string, item: string): string {
  return casePath(of, `/evidence/${item}/drawing`);
}

/** What is said of a file that is added; fields that are left empty are left out. */
export interface AboutFile {
  title: string;
  source: string;
  publisher: string;
  published: string;
  retrieved: string;
  language: string;
  obtained: string;
  reliability: string;
  credibility: string;
  handling: string;
  replaces: string;
}

export function gradeEvidence(of: string, item: string, grade: Partial<Grade>, why: string, sent: { key: string; seen: number }) {
  return change<EvidenceChange>(casePath(of, `/evidence/${item}/grade`), { ...grade, ...(why ? { why } : {}) }, sent);
}

export interface NewQuote {
  exact: string;
  page: number;
  prefix?: string;
  suffix?: string;
  translation?: string;
  note?: string;
}

export function takeQuote(of: string, item: string, quote: NewQuote, key: string): Promise<EvidenceChange> {
  return change(casePath(of, `/evidence/${item}/quotes`), quote, { key });
}

export function recheckQuotes(of: string, record: boolean, key: string): Promise<QuoteRecheck> {
  return change(casePath(of, "/quotes/recheck"), { record }, { key });
}

export interface NewFact {
  text: string;
  quotes: string[];
  supposed?: boolean;
  handling?: HandlingMark;
}

export function stateFact(of: string, fact: NewFact, key: string): Promise<EvidenceChange> {
  return change(casePath(of, "/facts"), fact, { key });
}

export function editFact(
  of: string,
  fact: string,
  edit: Partial<Pick<Fact, "text" | "supposed">> & { quotes?: string[]; why?: string },
  sent: { key: string; seen?: number | undefined },
): Promise<EvidenceChange> {
  return change(casePath(of, `/facts/${fact}`), edit, { ...sent, method: "PATCH" });
}

/** Withdraws a piece of evidence, a quote or a fact; the record keeps it. */
export function withdraw(of: string, kind: "evidence" | "quotes" | "facts", id: string, why: string, key: string): Promise<EvidenceChange> {
  return change(casePath(of, `/${kind}/${id}/withdrawal`), { why }, { key });
}
