import type { DeadlineCount } from "../../model/index.js";
import { DocketError, type DocketView } from "../journal/index.js";
import { countOf } from "../standing.js";
import { readCaseFile, standingOf, todayOf } from "./case-file.js";
import type { Look } from "./show.js";

/**
 * Why a deadline ends on its day, counted day by day.
 *
 * @param key the deadline's name in the case, such as `response`, or `concurrence/Justice` where each agency has one
 * @throws DocketError `not-found` where no such deadline runs
 */
export async function whyDeadline(view: DocketView, of: string, key: string, { at, asOf }: Look): Promise<DeadlineCount> {
  const file = await readCaseFile(view, of);
  const day = asOf ?? todayOf(file, at);
  const count = file.rules && countOf(file.rules.procedure, file.entries, day, key, file.rules.calendar);
  if (count) return count;
  const running = standingOf(file, day)?.deadlines.map((one) => one.key) ?? [];
  const expected = running.length > 0 ? `Expected one of: ${running.join(", ")}.` : "None runs: a deadline begins with its event.";
  throw new DocketError("not-found", `no deadline ${key} runs in case ${of} on ${day}. ${expected}`);
}
