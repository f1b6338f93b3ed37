import type { Change } from "../model/index.js";
import { type CauseInput, type CauseLookup, CauseSearch, type Found } from "./cause-search.js";
import { causesOfCounterparty, causesOfDetermination, causesOfFinding, causesOfPackPart } from "./causes-of-findings.js";
import { causesOfGovernment, causesOfParty, causesOfProvider } from "./causes-of-parties.js";
import { causesOfReach } from "./causes-of-reaches.js";
import { causesOfTransaction } from "./causes-of-uses.js";

/** Where the causes of each kind of difference lie. A new kind is one line. */
const lookups = {
  transaction: causesOfTransaction,
  reach: causesOfReach,
  finding: causesOfFinding,
  counterparty: causesOfCounterparty,
  determination: causesOfDetermination,
  duty: causesOfPackPart,
  criterion: causesOfPackPart,
  government: causesOfGovernment,
  provider: causesOfProvider,
  parent: causesOfParty,
  party: causesOfParty,
  unattributed: ({ key }, { changes }) => changes.ofThing(key),
  problem: causesInFile,
  "left-out": causesInFile,
  assumption: ({ key }, { changes }) => changes.mentionedIn(key),
} satisfies Record<Found["kind"], CauseLookup>;

/**
 * For each difference the recorded changes that it comes from: what had to be so for the result and was not so in the other review.
 */
export function causeFinder(input: CauseInput): (difference: Found) => Change[] {
  const search = new CauseSearch(input, lookups);
  return (difference) => search.of(difference);
}

/** The path that a problem or a left-out file is told by stands first in its key. */
function causesInFile({ key }: Found, { changes }: CauseSearch): Change[] {
  return changes.about(`file:${key.split(/:? /)[0] ?? key}`);
}
