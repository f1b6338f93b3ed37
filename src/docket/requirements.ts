import { type CaseEntry, type Day, eventClause, eventTitle, type Move, type Requirement, ranks } from "../model/index.js";
import { addDays } from "./days.js";
import { runningDeadlines } from "./deadlines.js";
import { type Confirmations, hasBeenRead, isConfirmed, isDenied } from "./points.js";
import type { Reading } from "./reading.js";
import { servedDay } from "./service.js";

/** What a requirement is checked against: what took effect before the entry. */
export interface Before {
  reading: Reading;
  effective: CaseEntry[];
}

/** An entry that does not meet a requirement: why, and what becomes of it. */
export interface Unmet {
  because: string;
  as: "refused" | "logged";
  citation: string;
  mark: Requirement["mark"];
}

/** The first requirement of a move that an entry does not meet; undefined where it meets all. */
export function unmetRequirement(entry: CaseEntry, move: Move, before: Before): Unmet | undefined {
  const { confirmations } = before.reading;
  for (const requirement of move.requires) {
    if (isDenied(`requirement/${move.event}/${requirement.kind}`, confirmations)) continue;
    const because = failure(requirement, entry, before);
    if (because === undefined) continue;
    const as = "otherwise" in requirement ? requirement.otherwise : "refused";
    return { because, as, citation: requirement.citation, mark: requirement.mark };
  }
  const read = move.contents.find(({ id, mark }) => {
    const inForce = hasBeenRead(mark) || isConfirmed(`content/${move.event}/${id}`, confirmations);
    return inForce && !entry.contains?.includes(id);
  });
  return read && { because: `it has to hold: ${read.what} (${read.id})`, as: "refused", citation: move.citation, mark: read.mark };
}

/** Contents that a paper lacks by wording that was not read in force: said, and no ground to refuse it. */
export function doubtfulContents(entry: CaseEntry, move: Move, confirmations: Confirmations): string[] {
  return move.contents
    .filter(({ id, mark }) => !hasBeenRead(mark) && !entry.contains?.includes(id))
    .filter(({ id }) => !isDenied(`content/${move.event}/${id}`, confirmations))
    .map(
      ({ what, mark }) => `${move.title}, ${entry.on}: it is not said to hold: ${what} (${move.citation}; mark ${mark}, so to be checked).`,
    );
}

function failure(requirement: Requirement, entry: CaseEntry, before: Before): string | undefined {
  const { effective } = before;
  switch (requirement.kind) {
    case "signed":
      return entry.signed && entry.by ? undefined : "it is not signed, or it is not said by whom";
    case "written":
      return entry.written ? undefined : "it is not in writing";
    case "agency":
      return entry.agency ? undefined : "it does not name the agency";
    case "rank":
      return entry.rank && ranks.indexOf(entry.rank) >= ranks.indexOf(requirement.atLeast)
        ? undefined
        : `it is not signed at the rank of ${requirement.atLeast} or above`;
    case "once": {
      const earlier = effective.find(({ event }) => event === entry.event);
      return earlier && `there is one already, of ${earlier.on}`;
    }
    case "after":
      return effective.some(({ event }) => event === requirement.event) ? undefined : notYet(requirement.event, before);
    case "days-since":
      return tooEarly(requirement, servedDay(entry, before.reading), before);
    case "later-until":
      return notLater(requirement.deadline, entry, before);
    case "within":
      return late(requirement.deadline, entry, before);
    case "concurrence":
      return lackingConcurrence(requirement, entry, before);
    case "confirmed":
      return isConfirmed(requirement.point, before.reading.confirmations)
        ? undefined
        : `no person has confirmed ${requirement.point}, which was not read in force`;
  }
}

function tooEarly({ event, days }: Requirement & { kind: "days-since" }, on: Day, before: Before): string | undefined {
  const latest = before.effective.findLast((one) => one.event === event);
  if (!latest) return notYet(event, before);
  const earliest = addDays(latest.on, days);
  return on < earliest
    ? `${eventTitle(before.reading.procedure, event)}, ${latest.on}: ${earliest} is the earliest day, ${days} calendar days later`
    : undefined;
}

function deadlineFor(id: string, entry: CaseEntry, { reading, effective }: Before) {
  return runningDeadlines(reading, effective, entry.on, id).find((one) => one.agency === null || one.agency === entry.agency);
}

function notLater(id: string, entry: CaseEntry, before: Before): string | undefined {
  const deadline = deadlineFor(id, entry, before);
  if (!deadline) return `there is no such period yet: ${id} has not been started`;
  if (deadline.due === null) return `the clock of ${id} stands still`;
  return entry.until && entry.until > deadline.due ? undefined : `it names no day after ${deadline.due} until which it extends`;
}

function late(id: string, entry: CaseEntry, before: Before): string | undefined {
  const deadline = deadlineFor(id, entry, before);
  if (!deadline) return `no such period runs${entry.agency ? ` for ${entry.agency}` : ""}: ${id} has not been started`;
  const { due, unsettled } = deadline;
  return due !== null && unsettled === null && entry.on > due ? `it is late: the last day was ${due}` : undefined;
}

type Concurrence = Requirement & { kind: "concurrence" };

function lackingConcurrence(requirement: Concurrence, entry: CaseEntry, before: Before): string | undefined {
  const agencies = receivers(requirement, before.effective);
  if (agencies.length === 0) return `no agency has received it (${requirement.received})`;
  const open = agencies.filter((agency) => !concurs(requirement, agency, entry.on, before));
  const days = before.reading.procedure.deadlines.find(({ id }) => id === requirement.window)?.days;
  return open.length > 0 ? `neither concurrence nor ${days} full days of silence yet of: ${open.join(", ")}` : undefined;
}

function receivers({ received }: Concurrence, effective: CaseEntry[]): string[] {
  return [...new Set(effective.flatMap(({ event, agency }) => (event === received && agency ? [agency] : [])))].sort();
}

function concurs(requirement: Concurrence, agency: string, on: Day, before: Before): boolean {
  const lastOf = (event: string) => before.effective.findLastIndex((one) => one.event === event && one.agency === agency);
  const received = lastOf(requirement.received);
  if (lastOf(requirement.concurred) > received) return true;
  if (lastOf(requirement.objected) > received)
    return before.effective.findLastIndex((one) => one.event === requirement.decided) > lastOf(requirement.objected);
  return silentSince(requirement, agency, on, before) !== undefined;
}

/** The first day on which an agency's silence counts as concurrence; undefined while its days run or where it spoke. */
function silentSince({ window }: Concurrence, agency: string, on: Day, { reading, effective }: Before): Day | undefined {
  const deadline = runningDeadlines(reading, effective, on, window).find((one) => one.agency === agency);
  return deadline?.status === "closed" && deadline.due !== null ? addDays(deadline.due, 1) : undefined;
}

/** The agencies that concur by silence on a day. */
export function presumedConcurrences(
  before: Before,
  asOf: Day,
): { agency: string; since: Day; citation: string; mark: Requirement["mark"] }[] {
  const requirement = before.reading.procedure.moves.flatMap(({ requires }) => requires).find((one) => one.kind === "concurrence");
  if (!requirement) return [];
  return receivers(requirement, before.effective).flatMap((agency) => {
    const since = silentSince(requirement, agency, asOf, before);
    return since === undefined ? [] : [{ agency, since, citation: requirement.citation, mark: requirement.mark }];
  });
}

function notYet(event: string, { reading }: Before): string {
  return `it has not happened yet that ${eventClause(reading.procedure, event)}`;
}
