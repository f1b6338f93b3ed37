import type { InterestKind, TracedLink, TracedNode, TracedParty, TracedRegime, Verdict } from "../../model/index.js";
import { partyWord } from "./party-kind.js";

export const verdictWords = {
  yes: "Covered",
  "cannot-be-excluded": "Cannot be excluded",
  no: "Not covered",
} satisfies Record<Verdict, string>;

/** What an owner does by an interest: "owns", "votes". */
export const kindWords = {
  equity: "equity",
  voting: "votes",
  board: "board seats",
  "vie-contract": "control by contract",
  "state-control": "state control",
  "golden-share": "golden share",
  management: "management",
  "joint-operation": "joint operation",
  consolidation: "consolidates in its accounts",
  influence: "significant influence",
  linked: "linked, nature not stated",
} satisfies Record<InterestKind, string>;

/** How an interest is drawn: money, votes, or control by other means. */
export type LineClass = "equity" | "voting" | "control";

export function lineClass(kind: InterestKind): LineClass {
  if (kind === "equity") return "equity";
  return kind === "voting" ? "voting" : "control";
}

type Stake = Pick<TracedLink, "shareMin" | "shareMax" | "minExclusive" | "maxExclusive" | "stated" | "kind">;

/** `50 %`, `25 to less than 50 %`, `share not stated`; rights that are no share say nothing. */
export function shareWords({ shareMin, shareMax, minExclusive, maxExclusive, stated, kind }: Stake): string {
  if (!stated) return kind === "equity" || kind === "voting" ? "share not stated" : "";
  if (shareMin === shareMax) return rangeWords(shareMin, shareMax);
  return `${minExclusive ? "more than " : ""}${figure(shareMin)} to ${maxExclusive ? "less than " : ""}${figure(shareMax)} %`;
}

/** A range of percent, to four decimals at most. */
export function rangeWords(least: number, most: number): string {
  return least === most ? `${figure(least)} %` : `${figure(least)} to ${figure(most)} %`;
}

function figure(percent: number): string {
  return String(Math.round(percent * 10_000) / 10_000);
}

/** Share and kind in one: `60 % equity`. */
export function stakeWords(link: TracedLink): string {
  return [shareWords(link), kindWords[link.kind]].filter(Boolean).join(" ");
}

/** When an interest holds, and what else its source says of it. */
export function linkRemarks({ from, until, asOf, recordedLater, capacity, joint, note, confidence }: TracedLink): string {
  return [
    from ? `since ${from}` : "",
    until ? `until ${until}` : "",
    asOf ? `as of ${asOf}${recordedLater ? ", a later record" : ""}` : "",
    capacity ? `held ${capacity === "nominee" ? "as a nominee" : capacity === "trust" ? "in trust" : "through a firm"}` : "",
    joint ? "held jointly" : "",
    confidence === "high" ? "" : `${confidence} confidence`,
    note ?? "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** What and where a party is: `company, KY; seat in CN`. */
export function placeWords(node: Pick<TracedNode, "kind" | "form" | "jurisdiction" | "principalPlace">): string {
  const { kind, jurisdiction, principalPlace } = node;
  const seat =
    principalPlace && principalPlace !== jurisdiction ? `; ${kind === "individual" ? "resides in" : "seat in"} ${principalPlace}` : "";
  return `${partyWord(node)}${jurisdiction ? `, ${jurisdiction}` : ""}${seat}`;
}

/** The regimes under which a party stands as a verdict says, gravest first: `Covered: us-dsp, us-icts`. */
export function standingWords({ standing }: TracedNode): { verdict: Verdict; regimes: string[] }[] {
  return (["yes", "cannot-be-excluded", "no"] as const).flatMap((verdict) => {
    const regimes = standing.filter(({ covered }) => covered === verdict).map(({ regime }) => regime);
    return regimes.length > 0 ? [{ verdict, regimes }] : [];
  });
}

/** The gravest verdict among the regimes. */
export function gravest(node: TracedNode): Verdict {
  return standingWords(node)[0]?.verdict ?? "no";
}

const limbWords: Record<string, string> = {
  government: "a government of concern",
  ownership: "its owners",
  organised: "where it is organised",
  "principal-place": "its principal place of business",
  residence: "residence",
  employment: "employment",
  listed: "a list",
  control: "control",
  operation: "who runs it",
  affiliation: "a listed affiliate",
};

/** What stands under the proof of a verdict. */
export function proofTitle({ verdict }: TracedRegime): string {
  return verdict === "yes" ? "Proof" : "What leaves it open";
}

/** On which grounds the verdict stands: `its owners, a list`. */
export function groundWords({ verdict, limbs }: TracedRegime): string {
  if (verdict === "no" || limbs.length === 0) return "none on file";
  return limbs.map((limb) => limbWords[limb] ?? limb).join(", ");
}

/** Share that covered parties hold together. */
export function coveredShareWords({ shareMin, shareMax }: TracedRegime): string {
  return rangeWords(shareMin, shareMax);
}

/** What is left out, in a sentence; undefined where nothing is. */
export function hiddenWords({ hidden }: TracedParty): string | undefined {
  const parts = [
    hidden.owners > 0 ? `${hidden.owners} further owner${hidden.owners === 1 ? "" : "s"} of the upper tiers` : "",
    hidden.holdings > 0 ? `${hidden.holdings} further compan${hidden.holdings === 1 ? "y" : "ies"} that it owns` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `Not shown: ${parts.join(", and ")}.` : undefined;
}
