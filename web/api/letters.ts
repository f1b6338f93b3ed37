import type {
  IssuePreview,
  LetterChange,
  LetterList,
  LetterPreview,
  LetterRemovals,
  ShownLetter,
  ShownTemplate,
  TemplateChange,
  TemplateList,
} from "../../src/model/index.js";
import { addressOf } from "../state/address.js";
import { casePath, change } from "./cases.js";
import { send } from "./client.js";
import { type Answered, refreshAnswers, useAnswer } from "./use-answer.js";

export function useLetters(of: string): Answered<LetterList & { withheld: number }> {
  return useAnswer(casePath(of, "/letters"));
}

export function useLetter(of: string, id: string): Answered<ShownLetter> {
  return useAnswer(casePath(of, `/letters/${id}`));
}

export function useRemovals(of: string, id: string | null): Answered<LetterRemovals> {
  return useAnswer(id === null ? null : casePath(of, `/letters/${id}/removals`));
}

export function useTemplates(): Answered<TemplateList> {
  return useAnswer("/api/templates");
}

export function useTemplate(id: string | null): Answered<ShownTemplate> {
  return useAnswer(id === null ? null : `/api/templates/${id}`);
}

/** What issuing would give a letter; null: nothing is asked. */
export function useIssuePreview(of: string, id: string | null, asked: { on?: string; service?: string }): Answered<IssuePreview> {
  return useAnswer(id === null ? null : addressOf(casePath(of, `/letters/${id}/issue`), asked));
}

type Fields = Record<string, string>;

/** The letter as it would be with what is typed. Nothing is saved. */
export function previewLetter(of: string, id: string, fields: Fields): Promise<LetterPreview> {
  return send(casePath(of, `/letters/${id}/preview`), { fields }, { key: crypto.randomUUID() });
}

export function draftLetter(of: string, template: string, key: string): Promise<LetterChange> {
  return change(casePath(of, "/letters"), { template, fields: {} }, { key });
}

export function saveFields(of: string, id: string, fields: Fields, seen: number, key: string): Promise<LetterChange> {
  return change(casePath(of, `/letters/${id}`), { fields }, { method: "PATCH", key, seen });
}

export function reviewLetter(of: string, id: string, verdict: "fit" | "changes", note: string, key: string): Promise<LetterChange> {
  return change(casePath(of, `/letters/${id}/reviews`), { verdict, note: note || null }, { key });
}

export function approveLetter(of: string, id: string, key: string): Promise<LetterChange> {
  return change(casePath(of, `/letters/${id}/approval`), {}, { key });
}

export function confirmCitation(of: string, id: string, citation: string, why: string, key: string): Promise<LetterChange> {
  return change(casePath(of, `/letters/${id}/citations`), { citation, ...(why ? { why } : {}) }, { key });
}

export function issueLetter(of: string, id: string, asked: { on?: string; service?: string }, key: string): Promise<LetterChange> {
  return change(casePath(of, `/letters/${id}/issue`), asked, { key });
}

export function releaseLetter(of: string, id: string, key: string): Promise<LetterChange> {
  return change(casePath(of, `/letters/${id}/release`), { fields: {} }, { key });
}

/** A file of an issued letter. */
export function letterFilePath(of: string, id: string, form: string): string {
  return casePath(of, `/letters/${id}/files/${form}`);
}

/** The draft of a letter in a form that is not kept before it is issued. */
export function draftFilePath(of: string, id: string, form: string): string {
  return addressOf(casePath(of, `/letters/${id}`), { format: form });
}

export async function setTemplate(text: string, seen: number, key: string): Promise<TemplateChange> {
  const done = await send<TemplateChange>("/api/templates", { text, seen }, { key });
  refreshAnswers("/api/templates");
  return done;
}

export async function resetTemplate(id: string, key: string): Promise<TemplateChange> {
  const done = await send<TemplateChange>(`/api/templates/${id}`, {}, { method: "DELETE", key });
  refreshAnswers("/api/templates");
  return done;
}
