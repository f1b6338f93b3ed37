import { eventWords } from "../../model/event-words.js";
import type { MovedDeadline } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, wrap } from "../text/layout.js";
import { dayWords } from "./days.js";

/** What entries moved, a sentence for each deadline; a sentence that nothing moved where none did. */
export function renderMoved(moved: MovedDeadline[], format: "text" | "json", options: RenderOptions): string {
  if (format === "json") return `${JSON.stringify(moved, null, 2)}\n`;
  const width = Math.max(narrowest, options.width);
  const sentences = moved.length === 0 ? ["No deadline moved."] : moved.map(movedWords);
  return `${sentences.flatMap((one) => wrap(one, { width, rest: "  " })).join("\n")}\n`;
}

/** What became of a deadline, and because of what, in a sentence. */
export function movedWords({ title, key, change, from, to, days, because }: MovedDeadline): string {
  const entry =
    because.entry === null
      ? `${eventWords(because.event)}, ${because.on}`
      : `event ${because.entry} (${eventWords(because.event)}, ${because.on})`;
  const reason = because.note === null ? "" : `: ${because.note}`;
  return `${title} (${key}) ${changeWords(change, from, to, days)}, because of ${entry}${reason}.`;
}

function changeWords(change: MovedDeadline["change"], from: string | null, to: string | null, days: number | null): string {
  const [early, late] = [from === null ? "" : dayWords(from), to === null ? "" : dayWords(to)];
  switch (change) {
    case "began":
      return to === null ? "began, and its clock stands still" : `began: its last day is ${late}`;
    case "ended":
      return from === null ? "ended" : `ended: its last day was ${early}`;
    case "stopped":
      return `stands still: its last day was ${early}`;
    case "ran-again":
      return `runs again: its last day is ${late}`;
    case "moved":
      return `moved from ${early} to ${late}, ${movedBy(days ?? 0)}`;
  }
}

function movedBy(days: number): string {
  const count = Math.abs(days);
  return `${count} ${count === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}
