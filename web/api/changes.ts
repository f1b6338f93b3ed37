import type { ChangeDecision, ChangeList, RecordLine, ShownChange } from "../../src/model/index.js";
import { addressOf } from "../state/address.js";
import { send } from "./client.js";
import { type Answered, refreshAnswers, useAnswer } from "./use-answer.js";

/** Every import that is kept as a change set. */
export function useChanges(): Answered<ChangeList> {
  return useAnswer<ChangeList>("/api/changes");
}

/** One change set; with what it does to kept reviews where that is asked for, which takes as long as the reviews do. */
export function useChange(source: string, knockOn: boolean): Answered<ShownChange> {
  return useAnswer<ShownChange>(addressOf(`/api/changes/${encodeURIComponent(source)}`, { knockOn: knockOn ? "true" : undefined }));
}

/** Cases that were taken in from bundles, as the record has them. */
export function useTakenIn(wanted: boolean): Answered<{ lines: RecordLine[] }> {
  return useAnswer<{ lines: RecordLine[] }>(wanted ? "/api/record?act=case-imported&newestFirst=true&limit=100" : null);
}

/** The change sets on which nobody decided yet. */
export function useOpenChanges(wanted: boolean): Answered<{ open: { source: string; title: string; held: boolean }[] }> {
  return useAnswer<{ open: { source: string; title: string; held: boolean }[] }>(wanted ? "/api/open-changes" : null);
}

/** What is decided: on rows alone, or on the whole. */
interface Verdict {
  state: ChangeDecision["state"] | "reopened";
  rows?: readonly string[];
  why: string;
}

/** Accepts or rejects a change set or rows of it, or takes back what was decided. */
export async function decideChange(source: string, { why, ...decided }: Verdict, key: string): Promise<void> {
  await send(`/api/changes/${encodeURIComponent(source)}/decision`, { ...decided, ...(why ? { why } : {}) }, { key });
  for (const one of ["/api/changes", "/api/open-changes", "/api/record", "/api/reference", "/api/parties"]) refreshAnswers(one);
}
