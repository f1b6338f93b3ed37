import { type Calendar, type CaseEntry, type Confirmation, commonEvents, type Ineffective, type Procedure } from "../model/index.js";
import { withClosures } from "./calendar/closures.js";
import { wallClock } from "./days.js";
import { impossibleDay } from "./impossible-day.js";
import { type Confirmations, doubtfulPoints } from "./points.js";
import { dayReceived } from "./receipt.js";
import { type Services, servedEntries } from "./service.js";

/** What the entries of a case say once corrections, confirmations and closures are read into them. */
export interface Reading extends Services {
  procedure: Procedure;
  /** The office's calendar, with the closures that the case tells of. */
  calendar: Calendar;
  confirmations: Confirmations;
  /** Entries that cannot be read, or that correct or confirm nothing. */
  unreadable: Ineffective[];
}

type Refuse = (entry: CaseEntry, because: string) => void;

/** Reads a record: what stands in it as corrected, who confirmed what, when papers were served, when the office was closed. */
export function readRecord(procedure: Procedure, entries: readonly CaseEntry[], office: Calendar): Reading {
  const unreadable: Ineffective[] = [];
  const refuse: Refuse = (entry, because) => {
    unreadable.push({ entry, as: "refused", state: null, because, citation: procedure.authority, mark: procedure.mark });
  };
  const real = entries.filter((entry) => isReadable(entry, refuse));
  const corrected = withCorrections(real, refuse);
  const of = (event: (typeof commonEvents)[number]) => corrected.filter((entry) => entry.event === event).sort(byDay);
  const calendar = withClosures(office, of("office-closed"));
  const confirmations = confirmed(of("point-confirmed"), procedure, refuse);
  const happened = corrected
    .filter(({ event }) => !(commonEvents as readonly string[]).includes(event))
    .filter((entry) => fallsOnItsDay(entry, procedure, calendar, refuse));
  return {
    procedure,
    calendar,
    confirmations,
    ...servedEntries(happened, of("service-confirmed"), { procedure, confirmations, refuse }),
    unreadable,
  };
}

function isReadable(entry: CaseEntry, refuse: Refuse): boolean {
  const because = impossibleDay(entry);
  if (because !== null) refuse(entry, because);
  return because === null;
}

/** The events of a case as they read once corrected, without those that were struck out and without the corrections themselves. */
export function correctedEntries(entries: CaseEntry[]): CaseEntry[] {
  return withCorrections(entries, () => {});
}

/** The entries as they read once every correction is made, the earliest correction first. */
function withCorrections(entries: CaseEntry[], refuse: Refuse): CaseEntry[] {
  const standing = new Map(entries.map((entry) => [entry, entry as CaseEntry | null]));
  for (const correction of entries.filter(({ event }) => event === "entry-corrected").sort(byDay)) {
    const targets = entries.filter(({ id, event }) => id !== undefined && id === correction.corrects && event !== "entry-corrected");
    const [target] = targets;
    const present = target && standing.get(target);
    if (!target || targets.length > 1 || !present || correction.reads === undefined) {
      refuse(correction, whyNoCorrection(correction, targets.length, present));
      continue;
    }
    const reads = correction.reads && { ...withoutInstant(present, correction.reads), ...correction.reads };
    const impossible = reads && impossibleDay(reads);
    if (impossible) refuse(correction, impossible);
    else standing.set(target, reads);
  }
  return [...standing.values()].filter((entry) => entry !== null).filter(({ event }) => event !== "entry-corrected");
}

/** A corrected day takes the instant of the wrong one with it. */
function withoutInstant(entry: CaseEntry, { on }: NonNullable<CaseEntry["reads"]>): CaseEntry {
  if (on === undefined) return entry;
  const { at: _, ...rest } = entry;
  return rest;
}

function whyNoCorrection({ corrects, reads }: CaseEntry, targets: number, present: CaseEntry | null | undefined): string {
  if (corrects === undefined) return "it does not name the entry that it corrects";
  if (targets === 0) return `there is no entry ${corrects} to correct`;
  if (targets > 1) return `${targets} entries are named ${corrects}, so that it is not clear which is corrected`;
  if (present === null) return `the entry ${corrects} was struck out before`;
  return reads === undefined ? `it does not say what ${corrects} reads instead` : "it corrects nothing";
}

/** The latest confirmation of each point; one that names no such point, nobody or no source is refused. */
function confirmed(entries: CaseEntry[], procedure: Procedure, refuse: Refuse): Map<string, Confirmation> {
  const points = doubtfulPoints(procedure);
  const found = new Map<string, Confirmation>();
  for (const entry of entries) {
    const { confirms, by, note, holds = true, on, id } = entry;
    if (confirms === undefined || !points.has(confirms)) refuse(entry, `${procedure.id} has no open point ${confirms ?? "that it names"}`);
    else if (!by || !note) refuse(entry, "a confirmation says who confirms, and in its note on what source");
    else found.set(confirms, { entry: id ?? null, by, on, holds, source: note });
  }
  return found;
}

/** An instant given beside the day has to fall on it, in the zone of the office. */
function fallsOnItsDay(entry: CaseEntry, procedure: Procedure, calendar: Calendar, refuse: Refuse): boolean {
  if (entry.at === undefined) return true;
  const { day, time } = wallClock(entry.at, calendar.zone);
  if (day === entry.on || dayReceived(entry.at, procedure, calendar).on === entry.on) return true;
  refuse(entry, `its instant ${entry.at} is ${day} ${time} in ${calendar.zone}, not ${entry.on}`);
  return false;
}

/** By day, and on one day by name, so that the order of keeping never counts. */
function byDay(left: CaseEntry, right: CaseEntry): number {
  const [one, other] = [left, right].map(({ on, id }) => `${on} ${(id ?? "").padStart(20, "0")}`);
  return (one ?? "") < (other ?? "") ? -1 : (one ?? "") > (other ?? "") ? 1 : 0;
}
