import type { Finding, Outcome, Reach } from "../../../model/index.js";
import { cutSentences, effectSentence } from "../../paths.js";
import { isLead, type View } from "../../view.js";
import { certaintyWords, counted, markWords, outcomeWords } from "../../words.js";
import { element, type SceneChild, type SceneNode } from "../node.js";
import type { Sign } from "../shapes.js";
import { apart, type BlockContext, citations, placeList } from "./cited.js";
import { type PathBlock, pathBlock, pathNodes } from "./path.js";
import { tagNode } from "./tag.js";

export const outcomeSigns = {
  prohibited: "octagon",
  restricted: "triangle",
  review: "diamond",
  note: "disc",
  exempt: "ring",
} satisfies Record<Outcome, Sign>;

/** A reach in words: what it comes to, how sure it is and whether measures end it. */
export interface ReachClaim {
  id: string;
  sentence: string;
  standing: string;
  cuts: string[];
}

/** A finding in words, from the fact to what would lift it: what every form of it shows. */
export interface FindingBlock {
  id: string;
  title: string;
  outcome: Outcome;
  /** Provider and system. */
  about: string;
  explanation: string;
  strongest: { claim: ReachClaim; path: PathBlock; otherWays: number } | null;
  others: ReachClaim[];
  law: string;
  lawChecked: string;
  certainty: string;
  /** Who answered for it and until when, where that has expired. */
  expired: string | null;
  evidence: Finding["evidence"];
  settle: string[];
  measures: { name: string; leaves: string | null }[];
}

export function reachClaim(reach: Reach, view: View): ReachClaim {
  const { confidence } = reach.path;
  return {
    id: reach.id,
    sentence: effectSentence(view.governmentName(reach.government), reach.effect, reach.target),
    standing: `${confidence} confidence${confidence === "low" ? ", a lead" : ""}${endedWords(reach)}`,
    cuts: cutSentences(reach),
  };
}

function endedWords({ endedBy, residual }: Reach): string {
  if (residual) return "";
  return {
    verified: "; ended by verified measures",
    "in-place": "; ended by measures in place",
    assumed: "; ended only if the measures assumed were in place",
  }[endedBy ?? "in-place"];
}

/** Of a finding of a review, what every form of it shows. */
export function findingBlock(finding: Finding, view: View): FindingBlock {
  const [strongest, ...others] = finding.reaches.flatMap((id) => view.reach(id) ?? []);
  const system = view.transaction(finding.transaction)?.system;
  const { acceptance } = finding;
  return {
    id: finding.id,
    title: `${isLead(finding) ? "Lead: " : ""}${finding.title}`,
    outcome: finding.outcome,
    about: `${view.providerName(finding.provider)}${system ? `, ${view.targetName(system)}` : ""}`,
    explanation: finding.explanation,
    strongest: strongest
      ? { claim: reachClaim(strongest, view), path: pathBlock(strongest.path), otherWays: strongest.alternatives.length }
      : null,
    others: others.map((one) => reachClaim(one, view)),
    law: finding.citation,
    lawChecked: `${markWords[finding.mark]}; rule ${finding.pack}/${finding.rule}`,
    certainty: `${certaintyWords[finding.certainty]}; ${finding.confidence} confidence`,
    expired:
      finding.status === "acceptance-expired" && acceptance
        ? `accepted by ${acceptance.by} until ${acceptance.until}: ${acceptance.why}`
        : null,
    evidence: finding.evidence,
    settle: finding.settle,
    measures: finding.measures.map((id) => ({
      name: view.measureName(id),
      leaves: view.review.measures?.find((one) => one.id === id)?.leaves ?? null,
    })),
  };
}

/** What the block of a finding is written with. */
export interface FindingContext extends BlockContext {
  reachAddress(id: string): string;
}

/** `China can obtain data of Orders (high confidence)`. */
export function claimNodes({ sentence, standing }: ReachClaim): SceneChild[] {
  return [element("strong", {}, [sentence]), " ", element("span", { class: "quiet" }, [`(${standing})`])];
}

/** What it comes to, hop by hop, and what measures do to it. */
export function reachNodes(claim: ReachClaim, path: PathBlock, context: BlockContext): SceneNode[] {
  return [
    element("p", { class: "claim" }, claimNodes(claim)),
    ...pathNodes(path, context),
    ...(claim.cuts.length > 0 ? [element("p", {}, ["What measures do to it:"]), list(claim.cuts)] : []),
  ];
}

/** The whole block: what it is, then all that it stands on. */
export function findingNode(block: FindingBlock, context: FindingContext): SceneNode {
  return element(
    "article",
    { class: block.outcome, id: `finding-${block.id}` },
    [element("header", {}, [element("h4", {}, [block.title]), ...standingNodes(block)]), ...findingNodes(block, context)],
    { kind: "finding", id: block.id, name: block.title, order: 0 },
  );
}

/** The outcome as a sign and word, and whose use it is about. */
export function standingNodes({ outcome, about }: FindingBlock): SceneNode[] {
  return [tagNode(outcome, outcomeSigns[outcome], outcomeWords[outcome]), element("span", { class: "quiet" }, [about])];
}

/** What a finding stands on: claim, reasons, law, evidence, what would settle and what would lift it. */
export function findingNodes(block: FindingBlock, context: FindingContext): SceneNode[] {
  const { strongest, others } = block;
  const stepByStep = (id: string) => element("a", { href: context.reachAddress(id) }, ["step by step"]);
  const ways = strongest?.otherWays ?? 0;
  const cited = citations(block.evidence, context);
  return [
    element("p", {}, [block.explanation]),
    ...(strongest ? reachNodes(strongest.claim, strongest.path, context) : []),
    ...(strongest && ways > 0 ? [element("p", {}, [`${counted(ways, "other way")} to the same: `, stepByStep(strongest.claim.id)])] : []),
    ...(others.length > 0
      ? [
          element("p", {}, [`It rests on ${counted(others.length, "further reach", "further reaches")}:`]),
          element(
            "ul",
            { class: "plain" },
            others.map((one) => element("li", {}, [...claimNodes(one), " ", stepByStep(one.id)])),
          ),
        ]
      : []),
    element("dl", {}, [
      ...row("Law", [`${block.law} `, element("span", { class: "quiet" }, [`(${block.lawChecked})`])]),
      ...row("Certainty", [block.certainty]),
      ...(block.expired ? row("Expired", [block.expired]) : []),
      ...row("Evidence", [...placeList(block.evidence), ...(cited.length > 0 ? ["Sources: ", ...apart(cited)] : [])]),
      ...(block.settle.length > 0 ? row("To settle", [list(block.settle)]) : []),
      ...(block.measures.length > 0 ? row("Measures", [measureList(block)]) : []),
      ...row("Finding", [element("code", {}, [block.id])]),
    ]),
  ];
}

function row(term: string, said: readonly SceneChild[]): SceneNode[] {
  return [element("dt", {}, [term]), element("dd", {}, said)];
}

function list(texts: readonly string[]): SceneNode {
  return element(
    "ul",
    { class: "plain" },
    texts.map((one) => element("li", {}, [one])),
  );
}

function measureList({ measures }: FindingBlock): SceneNode {
  const items = measures.map(({ name, leaves }) =>
    element("li", {}, leaves ? [`${name}. `, element("span", { class: "quiet" }, [leaves])] : [name]),
  );
  return element("ul", { class: "plain" }, items);
}
