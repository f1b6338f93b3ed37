import type { Holding, Verdict } from "../model/index.js";
import { byText } from "../model/index.js";
import type { DataParameters } from "./identifiers.js";
import { withThousands } from "./template.js";
import { anyOf } from "./verdicts.js";

/** A holding in a category: surely, or possibly. */
export interface Member {
  holding: Holding;
  presence: Exclude<Verdict, "no">;
}

/** Who is in which category, and the holdings that may only be linked to one of them by a listed identifier. */
export interface CategoryMembers {
  byCategory: Map<string, Member[]>;
  linkable: Holding[];
}

export interface BulkJudgement {
  verdict: Verdict;
  because: string;
}

interface Line {
  moreThan: number;
  citation: string;
}

/** Persons or devices of several holdings taken together: at least the largest, at most the sum. */
interface Count {
  least: number;
  most: number;
}

/**
 * Whether holdings taken together lie above a bulk line (28 CFR 202.205, 202.206). Each line is strictly "more than". A category
 * with several lines is one whose kind is not said: above the highest is yes, above the lowest is open. Two or more categories
 * are judged as a whole by the lowest line among them. Encryption and anonymisation change nothing.
 */
export function judgeBulk(members: CategoryMembers, data: DataParameters): BulkJudgement {
  const single = [...members.byCategory]
    .sort(([left], [right]) => byText(left, right))
    .map(([category, all]) => oneCategory(category, all, data));
  const judged = [...single, ...combined(members, data)];
  const verdict = anyOf(judged.map((one) => one.verdict));
  const reasons = judged.filter((one) => one.verdict === verdict).map((one) => one.because);
  return { verdict, because: reasons.length > 0 ? reasons.join("; ") : "none of the declared data is of a category with a bulk line" };
}

function oneCategory(category: string, members: Member[], data: DataParameters): BulkJudgement {
  const declared = members.filter(({ holding }) => holding.bulk === true);
  if (declared.length > 0) {
    const verdict = declared.some(({ presence }) => presence === "yes") ? "yes" : "cannot-be-excluded";
    return { verdict, because: `${category}: declared as bulk` };
  }
  const lines = data.bulk.filter((line) => line.category === category);
  const [low, high] = [lowest(lines), highest(lines)];
  const unit = lines[0]?.unit;
  if (!low || !high) return { verdict: "cannot-be-excluded", because: `${category}: the pack draws no line for this category` };
  const count = countOf(members, (holding) => (unit === "us-devices" ? holding.usDevices : holding.usPersons));
  const verdict = compare(count, low, high);
  return {
    verdict,
    because: `${category}: ${sentence(verdict, count, low, high, unit === "us-devices" ? "U.S. devices" : "U.S. persons")}`,
  };
}

function combined({ byCategory, linkable }: CategoryMembers, data: DataParameters): BulkJudgement[] {
  const all = [...byCategory.keys()].sort(byText);
  const sure = all.filter((category) => byCategory.get(category)?.some(({ presence }) => presence === "yes"));
  const sureMembers = distinct(sure.flatMap((category) => byCategory.get(category) ?? []).filter(({ presence }) => presence === "yes"));
  const allMembers = distinct(
    [...byCategory.values()].flat().concat(linkable.map((holding) => ({ holding, presence: "cannot-be-excluded" }))),
  );
  const judged: BulkJudgement[] = [];
  if (sure.length > 1) judged.push(asOneSet(sure, sureMembers, data));
  const more = all.length > sure.length || linkable.length > 0;
  if (more && all.length + Math.min(1, linkable.length) > 1) judged.push(opened(asOneSet(all, allMembers, data)));
  return judged;
}

function asOneSet(categories: string[], members: Member[], data: DataParameters): BulkJudgement {
  const lines = categories.map((category) => data.bulk.filter((line) => line.category === category)).filter((found) => found.length > 0);
  const low = lowest(lines.flat());
  const high = lowest(lines.flatMap((found) => highest(found) ?? []));
  if (!low || !high)
    return { verdict: "cannot-be-excluded", because: `${categories.join(" with ")}: the pack draws no line for these categories` };
  const count = countOf(members, personsOrDevices);
  const verdict = compare(count, low, high);
  const because = `${categories.join(" with ")}, combined: ${sentence(verdict, count, low, high, "U.S. persons or devices")}`;
  return { verdict, because };
}

/** What rests on a membership that is only possible is never more than possible. */
function opened(judged: BulkJudgement): BulkJudgement {
  return judged.verdict === "yes"
    ? { ...judged, verdict: "cannot-be-excluded", because: `${judged.because}, if the data can be linked` }
    : judged;
}

function distinct(members: Member[]): Member[] {
  const byHolding = new Map<Holding, Member>();
  for (const member of members) {
    if (byHolding.get(member.holding)?.presence !== "yes") byHolding.set(member.holding, member);
  }
  return [...byHolding.values()];
}

function personsOrDevices({ usPersons, usDevices }: Holding): number | null {
  return usPersons === null ? usDevices : Math.max(usPersons, usDevices ?? 0);
}

function countOf(members: Member[], size: (holding: Holding) => number | null): Count {
  const sure = members.filter(({ presence }) => presence === "yes").map(({ holding }) => size(holding) ?? 0);
  const most = members.reduce((sum, { holding }) => sum + (size(holding) ?? Number.POSITIVE_INFINITY), 0);
  return { least: Math.max(0, ...sure), most };
}

function compare(count: Count, low: Line, high: Line): Verdict {
  if (count.least > high.moreThan) return "yes";
  return count.most <= low.moreThan ? "no" : "cannot-be-excluded";
}

function lowest<L extends Line>(lines: L[]): L | undefined {
  return [...lines].sort((left, right) => left.moreThan - right.moreThan)[0];
}

function highest<L extends Line>(lines: L[]): L | undefined {
  return [...lines].sort((left, right) => right.moreThan - left.moreThan)[0];
}

function sentence(verdict: Verdict, count: Count, low: Line, high: Line, unit: string): string {
  if (verdict === "yes")
    return `at least ${withThousands(count.least)} ${unit}, the line is more than ${withThousands(high.moreThan)} (${high.citation})`;
  const line = `the line is more than ${low.moreThan === high.moreThan ? "" : "between "}${lineWords(low, high)} (${low.citation})`;
  if (verdict === "no") return `at most ${withThousands(count.most)} ${unit}, ${line}`;
  const range = Number.isFinite(count.most)
    ? `between ${withThousands(count.least)} and ${withThousands(count.most)} ${unit}`
    : `an unknown number of ${unit}`;
  return `${range}, ${line}`;
}

function lineWords(low: Line, high: Line): string {
  const first = withThousands(low.moreThan);
  return low.moreThan === high.moreThan ? first : `${first} and ${withThousands(high.moreThan)}, by its kind`;
}
