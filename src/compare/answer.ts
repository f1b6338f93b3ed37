import { type ComparedInput, type News, outcomes, type Review, type ReviewComparison } from "../model/index.js";

const inputWords: Record<ComparedInput, string> = {
  artefacts: "the artefacts or what is declared",
  date: "the date",
  reference: "the reference",
  rules: "the rule packs",
  tool: "the version of beholden",
};

/** The answer in sentences: what is new, what is gone, how the determination moves, and what the two reviews differ in. */
export function answerOf(
  { news, differences, varied }: Pick<ReviewComparison, "news" | "differences" | "varied">,
  before: Review,
  after: Review,
): string[] {
  const opening = varied.includes("artefacts") ? "This change adds:" : `New as of ${after.asOf}:`;
  const parts = newsWords(news);
  const gone = goneWords(differences);
  const [was, is] = [before.determination.outcome, after.determination.outcome];
  return [
    parts.length > 0 ? `${opening} ${listed(parts)}.` : nothingNew(differences),
    ...(gone.length > 0 ? [`Gone: ${listed(gone)}.`] : []),
    was === is ? `The determination stays ${words(was)}.` : `The determination changes from ${words(was)} to ${words(is)}.`,
    varied.length > 0
      ? `The two reviews differ in ${listed(varied.map((one) => inputWords[one]))}.`
      : "The two reviews stand on the same inputs.",
  ];
}

function nothingNew(differences: ReviewComparison["differences"]): string {
  return differences.length === 0 ? "Nothing new: the two reviews say the same." : "Nothing new.";
}

function newsWords({ providers, parents, governments, findings }: News): string[] {
  const told = new Set(providers.flatMap((one) => one.parents));
  return [
    ...providers.map((one) => `provider ${one.name}${one.parents.length > 0 ? ` (parent ${listed(one.parents)})` : ""}`),
    ...parents.filter((one) => !told.has(one.name)).map((one) => `parent ${one.name}`),
    ...governments.map((one) => `government ${one.name} (${one.effects.join(", ")})`),
    ...findingWords(findings),
  ];
}

function findingWords(findings: News["findings"]): string[] {
  if (findings.length === 0) return [];
  const counts = outcomes.flatMap((outcome) => {
    const some = findings.filter((one) => one.outcome === outcome).length;
    return some > 0 ? [`${some} ${outcome}`] : [];
  });
  return [`${counted(findings.length, "finding")} (${counts.join(", ")})`];
}

function goneWords(differences: ReviewComparison["differences"]): string[] {
  const gone = (kind: string) => differences.filter((one) => one.kind === kind && one.change === "removed");
  const findings = gone("finding").length;
  return [
    ...gone("provider").map((one) => `provider ${one.title}`),
    ...gone("government").map((one) => `government ${one.title}`),
    ...(findings > 0 ? [counted(findings, "finding")] : []),
  ];
}

function words(outcome: string): string {
  return outcome.replaceAll("-", " ");
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
