import { type Day, firstDayOf, lastDayOf, type PartialDate, type Reference } from "../model/index.js";

type Sourced = Pick<Reference, "source">;

/** A fact as far as its dates and sources go. */
export interface DatedFact {
  from?: PartialDate | undefined;
  asOf?: PartialDate | undefined;
  sources: string[];
}

/**
 * Whether a fact can be stated for a day. `known`: it is of that day or earlier. `later`: its own date is after it, or may be. `undated`: it has no
 * date, and no source vouches for it by then.
 */
export type Standing = "known" | "later" | "undated";

/** How a fact stands to a day: by its own date where it has one, else by the earliest of its sources. */
export function standingOf(fact: DatedFact, day: Day, reference: Sourced): Standing {
  const own = fact.from ?? fact.asOf;
  if (own) return latestDay(own, fact.sources, reference) <= day ? "known" : "later";
  return fact.sources.some((id) => vouchedBy(id, reference) <= day) ? "known" : "undated";
}

/** The last day that a date can mean; a source that has been read speaks of no later day than that of its reading. */
function latestDay(date: PartialDate, sources: string[], reference: Sourced): Day {
  const read = sources.flatMap((id) => reference.source(id)?.retrieved ?? []);
  const last = lastDayOf(date);
  const newest = read.sort().at(-1);
  return newest !== undefined && newest >= firstDayOf(date) && newest < last ? newest : last;
}

const never = "9999-12-31";

/** The day by which a source vouches for what it says; never, for what was cited and not opened. */
function vouchedBy(id: string, reference: Sourced): Day {
  const source = reference.source(id);
  if (!source || source.retrieved === null) return never;
  return source.asOf ? latestDay(source.asOf, [id], reference) : source.retrieved;
}

/** An end that was not known yet is none. */
export function endBy(until: PartialDate | undefined, day: Day): PartialDate | undefined {
  return until && lastDayOf(until) <= day ? until : undefined;
}

/** The text, unless it speaks of something later than the day. */
export function textBy(text: string | undefined, day: Day): string | undefined {
  return text !== undefined && !speaksOfLater(text, day) ? text : undefined;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const wordDate = new RegExp(`(?:(\\d{1,2}) )?(${months.join("|")}) ((?:19|20)\\d\\d)`, "g");
const isoDate = /\b((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?\b/g;

/** Whether a text names a date, a month or a year after a day. */
export function speaksOfLater(text: string, day: Day): boolean {
  const inWords = [...text.matchAll(wordDate)].map(([, date, month = "", year]) => {
    const number = String(months.indexOf(month) + 1).padStart(2, "0");
    return `${year}-${number}${date ? `-${date.padStart(2, "0")}` : ""}`;
  });
  const inFigures = [...text.matchAll(isoDate)].map(([, year, month, date]) => [year, month, date].filter(Boolean).join("-"));
  return [...inWords, ...inFigures].some((date) => firstDayOf(date) > day);
}
