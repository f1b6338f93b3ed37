import type { TracedLink, TracedNode, TracedParty } from "../../../model/index.js";
import { gravest, kindWords, placeWords, rangeWords, shareWords, standingWords, verdictWords } from "../../trace/words.js";
import { counted, listed } from "../../words.js";
import type { IndirectShare, ShareChain } from "./indirect.js";
import { type Folded, mostVisible, type OwnershipOptions, type OwnershipView } from "./view.js";

/** `60 % × 51 % = 30.6 % through HoldCo A`: a way with its arithmetic. */
export function chainArithmetic({ links, share }: ShareChain, nameOf: (id: string) => string): string {
  const total = rangeWords(share.min, share.max);
  if (links.length === 1) return `${total} directly`;
  const through = links.slice(0, -1).map(({ owned }) => nameOf(owned));
  return `${links.map((link) => factor(link)).join(" × ")} = ${total} through ${listed(through)}`;
}

function factor(link: TracedLink): string {
  const share = rangeWords(link.shareMin, link.shareMax);
  return link.joint !== null && link.shareMin > 0 ? `(jointly at most ${share})` : link.shareMin === link.shareMax ? share : `(${share})`;
}

/** Ways of an owner that are written out; of the others, how many they are. */
const mostWritten = 6;

/** `60 % × 51 % = 30.6 % through HoldCo A; 10 % directly; in all 40.6 %`: every way, and what they come to. */
export function shareArithmetic({ chains, total, circular }: IndirectShare, nameOf: (id: string) => string): string {
  if (total === null) return `${chains.length} ways or more: too many to be added up`;
  const written = chains.slice(0, mostWritten).map((one) => chainArithmetic(one, nameOf));
  const rest = chains.length - written.length;
  return [
    ...written,
    ...(rest > 0 ? [`${counted(rest, "further way")}`] : []),
    ...(chains.length > 1 ? [`in all ${rangeWords(total.min, total.max)}`] : []),
    ...(circular ? ["stakes that lead back in a circle are counted once"] : []),
  ].join("; ");
}

/** `18 %`, `not stated` where nothing is known of it. */
export function totalWords({ total }: Pick<IndirectShare, "total">): string {
  if (total === null) return "too many ways to be added up";
  return total.min === 0 && total.max === 100 ? "not stated" : rangeWords(total.min, total.max);
}

/** What an interest does: `owns 51 %`, `holds board seats`. */
export function stakeVerb(link: TracedLink): string {
  const share = shareWords(link);
  if (link.kind === "equity") return share && link.stated ? `owns ${share}` : "owns a share that is not stated";
  if (link.kind === "voting") return link.stated ? `votes ${share}` : "has votes, how many is not stated";
  return `${kindWords[link.kind]}${share ? ` (${share})` : ""}`;
}

/** Why there was no room. */
export const tooMany = `for at most ${mostVisible} boxes are drawn`;
export const tooBroad = "for their generation, with ties to several, would be too broad to read";

/** Why parties are drawn as one, and who they are. */
export function groupSaid({ hub, members, why, country }: Folded, nameOf: (id: string) => string): string {
  const reason = { asked: "as was asked", country: `all of ${country}`, broad: tooBroad, room: tooMany }[why];
  return `${counted(members.length, "party", "parties")} that hang on ${nameOf(hub)}, drawn as one, ${reason}: ${members.map(nameOf).join(", ")}.`;
}

/** What a badge stands for. */
export function moreSaid(more: number): string {
  return `${counted(more, "more party", "more parties")} on file, tied to it and not in the answer.`;
}

/** What is said of a party: name, place, what it holds, who holds it, how the regimes see it. */
export function partyName(node: TracedNode, view: OwnershipView, share: IndirectShare | undefined, nameOf: (id: string) => string): string {
  const holds = view.links.filter(({ owner }) => owner === node.id).map((link) => `${stakeVerb(link)} of ${nameOf(link.owned)}`);
  const owners = view.links.filter(({ owned }) => owned === node.id).length;
  const gap = view.gaps.find(({ party }) => party === node.id);
  const held = [
    owners > 0 ? counted(owners, "interest in it", "interests in it") : "",
    gap ? `${rangeWords(gap.share, gap.share)} of it on no record` : "",
    view.unsought.has(node.id) ? "no owner on file: not looked for, or not found" : "",
  ].filter(Boolean);
  const standing = standingWords(node).map(({ verdict, regimes }) =>
    regimes.length === node.standing.length ? verdictWords[verdict] : `${verdictWords[verdict]}: ${regimes.join(", ")}`,
  );
  return [
    `${node.name}, ${placeWords(node)}.`,
    node.note ? `${node.note}.` : "",
    holds.length > 0 ? `${sentence(listed(holds))}.` : "",
    share && (share.chains.length > 1 || (share.chains[0]?.links.length ?? 1) > 1) ? `${sentence(shareArithmetic(share, nameOf))}.` : "",
    held.length > 0 ? `${sentence(held.join("; "))}.` : "",
    view.more.has(node.id) ? moreSaid(view.more.get(node.id) ?? 0) : "",
    standing.length > 0 ? `${standing.join("; ")}.` : "",
    node.lists.length > 0 ? `Listed: ${node.lists.join(", ")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Covered: us-dsp, us-icts`, `Covered under 5 of 17 regimes`. */
export function verdictLine(node: TracedNode): string {
  const verdict = gravest(node);
  const under = node.standing.filter(({ covered }) => covered === verdict).map(({ regime }) => regime);
  if (verdict === "no" || under.length === node.standing.length) return verdictWords[verdict];
  return under.length <= 2
    ? `${verdictWords[verdict]}: ${under.join(", ")}`
    : `${verdictWords[verdict]} under ${under.length} of ${node.standing.length} regimes`;
}

/** The day and how much is drawn, then what is not drawn and why: each a line below the title. */
export function headWords(traced: TracedParty, view: OwnershipView, { minimumShare = 0, ended, compared }: OwnershipOptions): string[] {
  const { hidden, folded } = view;
  const inGroups = folded.reduce((sum, { members }) => sum + members.length, 0);
  const lines = [
    `As of ${traced.asOf}. ${counted(view.nodes.length, "party", "parties")}, ${counted(view.links.length, "interest")}.`,
    ...(compared ? [comparedWords(view, compared)] : []),
    ...(minimumShare > 0
      ? [
          `Shares under ${minimumShare} % are not drawn: ${counted(hidden.belowShare, "interest")}${hidden.parties > 0 ? ` and ${counted(hidden.parties, "party", "parties")}` : ""} hidden.`,
        ]
      : []),
    ...(hidden.otherKinds > 0 ? [`Other kinds of interest are not drawn: ${hidden.otherKinds} hidden.`] : []),
    ...(inGroups > 0
      ? [
          `${counted(inGroups, "party", "parties")} drawn in ${counted(folded.length, "group")}, by whom they hang on${folded.some(({ why }) => why === "country") ? " and by country" : ""}.`,
        ]
      : []),
    ...(hidden.ended > 0
      ? [`${counted(hidden.ended, "interest")} had ended by that day and ${hidden.ended === 1 ? "is" : "are"} not drawn.`]
      : []),
    ...(ended && (traced.ended?.length ?? 0) > 0 ? ["Interests that had ended by that day are drawn thin."] : []),
    ...beyond(traced),
  ];
  return lines;
}

/** `Since 2019-01-01: 2 interests added (+), 1 gone (−).` */
function comparedWords({ links }: OwnershipView, { since, changes }: NonNullable<OwnershipOptions["compared"]>): string {
  const count = (change: string) => links.filter(({ number }) => changes[number] === change).length;
  return `Since ${since}: ${counted(count("added"), "interest")} added (+), ${count("gone")} gone (−).`;
}

/** What the answer itself leaves out. */
function beyond({ hidden }: TracedParty): string[] {
  const parts = [
    hidden.owners > 0 ? `${hidden.owners} further owner${hidden.owners === 1 ? "" : "s"} of the upper tiers` : "",
    hidden.holdings > 0 ? `${hidden.holdings} further compan${hidden.holdings === 1 ? "y" : "ies"} that it owns` : "",
  ].filter(Boolean);
  return parts.length > 0 ? [`Not in the answer: ${listed(parts)}.`] : [];
}
