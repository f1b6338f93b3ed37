import type { EnforcementPlan } from "../../model/index.js";

type Kind = EnforcementPlan["withheld"][number]["kind"];
type Part = Pick<EnforcementPlan["names"][number], "sharedWith">;

/**
 * Text of the catalogue or of a determination as one line that cannot end a comment: no control characters, no line or paragraph
 * separators, no marks that change the direction of reading.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/**
 * What every file says at its head, line by line and without comment marks: what it enforces and on what ground, from when until when,
 * what has to be known, what is shared and blocked, and what is withheld, of the kinds that the file is about.
 */
export function headerLines(plan: EnforcementPlan, kinds: readonly Kind[]): string[] {
  return [...originLines(plan), "", ...plan.notes, ...sharedLines(plan, kinds), ...withheldLines(plan, kinds)].map(oneLine);
}

/** The same without what is shared and withheld. */
export function originLines(plan: EnforcementPlan): string[] {
  const { determination, providers, tool, reference } = plan;
  const parts = providers.map(({ id, name, regions }) => `${name} (${id})${regions.length > 0 ? `, only ${regions.join(", ")}` : ""}`);
  return [
    plan.title,
    `Blocked: ${parts.join("; ")}`,
    `From ${plan.from}. Review on ${plan.review}. Expires ${plan.expires}: take it out or renew it by then.`,
    ...(determination ? [`Carries out the determination on ${determination.subject}, sha256 ${determination.sha256}`] : []),
    `Written by ${tool.name} ${tool.version} as of ${plan.asOf}, reference of ${reference.edition}, sha256 ${reference.sha256}`,
  ].map(oneLine);
}

function sharedLines(plan: EnforcementPlan, kinds: readonly Kind[]): string[] {
  const lines = new Set<string>();
  const tell = (value: string, { sharedWith }: Part) => {
    for (const { name, because } of sharedWith) lines.add(`  ${value}: ${name} (${because})`);
  };
  if (kinds.includes("name")) for (const one of plan.names) tell(one.suffix, one);
  if (kinds.includes("prefix")) for (const one of plan.prefixes) tell(one.asn === null ? one.prefix : `AS${one.asn}`, one);
  if (kinds.includes("registry")) for (const one of plan.registries) tell(one.host, one);
  if (kinds.includes("terraform")) for (const one of plan.terraform) tell(one.source, one);
  if (kinds.includes("package")) for (const one of plan.packages) tell(`${one.ecosystem} ${one.name}`, one);
  return lines.size === 0 ? [] : ["", "Blocked although others are behind it too:", ...lines];
}

function withheldLines(plan: EnforcementPlan, kinds: readonly Kind[]): string[] {
  const withheld = plan.withheld.filter(({ kind }) => kinds.includes(kind));
  if (withheld.length === 0) return [];
  const lines = withheld.map(({ value, why, sharedWith }) => {
    const because = sharedWith.map(({ name, because }) => `${name}: ${because}`).join("; ");
    return `  ${value}: ${why}${because ? `: ${because}` : ""}`;
  });
  return ["", "Withheld, and not blocked by this file:", ...lines];
}
