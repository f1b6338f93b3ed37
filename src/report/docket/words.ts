import type { JournalHead, Mark, RunningDeadline } from "../../model/index.js";
import { wrap } from "../text/layout.js";
import { markWords } from "../words.js";

/** How a terminal shows an answer. */
export interface Shown {
  width: number;
  color: boolean;
}

export const statusWords = {
  open: "open",
  overdue: "OVERDUE",
  closed: "over",
  met: "met",
  "met-late": "met late",
  paused: "the clock stands still",
  unsettled: "not settled",
} satisfies Record<RunningDeadline["status"], string>;

export const kindWords = { "provider-review": "review of a provider", "own-exposure": "review of one's own exposure" } as const;

/** A rule with how far its text was checked, where it was not read in full. */
export function cited({ citation, mark }: { citation: string; mark: Mark }): string {
  return mark === "R" ? citation : `${citation} (${markWords[mark]})`;
}

/** What letters and reports print, so that a journal can be held against them. */
export function headWords({ number, digest }: JournalHead): string {
  return `Journal: ${number} entries, head ${digest}`;
}

/** Days to a last day, in words. */
export function daysWords(days: number): string {
  if (days === 0) return "today";
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}

/** The end of an id, as people write it: `e1` for `2026-0001/e1`. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** What a list names and does not show, with how to read it; nothing where there is nothing of that kind. */
export function restrictedLines(of: string | null, restricted: readonly string[], width: number): string[] {
  const [first] = restricted;
  if (first === undefined) return [];
  const [kind = "", name = ""] = first.split(" ");
  // A quote is read with the evidence that it stands in.
  const opens =
    kind === "quote" ? "`beholden docket evidence show`" : `\`beholden docket ${[kind, "show", of, name].filter(Boolean).join(" ")}\``;
  return ["", ...wrap(`Restricted, so named alone: ${restricted.join(", ")}. To open one is an entry of the record: ${opens}.`, { width })];
}
