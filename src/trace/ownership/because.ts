import type { ShareRange, Verdict } from "../../model/index.js";

const limbWords: Record<string, string> = {
  government: "is a government of concern or its organ",
  organised: "is organised under the law of a government of concern",
  "principal-place": "has its principal place of business in a country of concern",
  residence: "resides in a country of concern",
  listed: "is listed",
  affiliation: "is an affiliate of a listed party",
  ownership: "is owned by covered parties at or above the line",
  control: "is controlled by covered parties",
};

interface Explained {
  name: string;
  covered: Verdict;
  limbs: string[];
  share: ShareRange;
  /** The shares on file add up to more than the whole. */
  contradictory: boolean;
  /** Where the party is organised, if that alone keeps it from being covered, and whether it has covered owners for sure. */
  exemptIn: { territory: string; sure: boolean } | null;
}

/** The verdict in a sentence or two. */
export function explain(explained: Explained): string {
  const contradiction = " The shares on file add up to more than the whole, so some of them are wrong: check these first.";
  return `${verdictInWords(explained)}${explained.contradictory ? contradiction : ""}`;
}

function verdictInWords({ name, covered, limbs, share, exemptIn }: Explained): string {
  if (exemptIn && covered === "no") {
    const owners = exemptIn.sure ? "has covered owners" : "may have covered owners";
    return `${name} ${owners}, but is organised in ${exemptIn.territory}: it is a domestic person itself; what counts is who then gets access.`;
  }
  // Nought to all says nothing that the other grounds do not.
  const says = share.max > 0 && !(share.min === 0 && share.max === 100);
  const shares = says ? ` Covered share on file: ${rangeInWords(share)} percent.` : "";
  if (covered === "no") return `${name} has no covered owner, seat or listing on file.${shares}`;
  const grounds = limbs.map((limb) => limbWords[limb] ?? limb).join(", and ") || "is covered";
  return covered === "yes"
    ? `${name} ${grounds}.${shares}`
    : `It cannot be excluded that ${name} ${grounds}: the facts on file are ranges or unknown.${shares}`;
}

/** A range in percent: 25 to 50, or a single figure. */
export function rangeInWords({ min, max }: ShareRange): string {
  return min === max ? `${min}` : `${min} to ${max}`;
}
