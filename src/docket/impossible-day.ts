import type { CaseEntry } from "../model/index.js";
import { isRealDay } from "./days.js";

/** What is wrong with the days that an entry names: one that no calendar has, or an instant that is none; null where all is well. */
export function impossibleDay(entry: CaseEntry): string | null {
  const days = [entry.on, entry.until, entry.effective, entry.reads?.on, entry.reads?.until].filter((day) => day !== undefined);
  const wrong = days.find((day) => !isRealDay(day));
  if (wrong !== undefined) return `there is no day ${wrong}`;
  const instant = [entry.at, entry.reads?.at].find((at) => at !== undefined && Number.isNaN(Date.parse(at)));
  return instant === undefined ? null : `there is no instant ${instant}`;
}
