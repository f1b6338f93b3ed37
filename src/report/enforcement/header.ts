import type { EnforcementPlan } from "../../model/index.js";

export type Kind = EnforcementPlan["withheld"][number]["kind"];
type Part = Pick<EnforcementPlan["names"][number], "sharedWith">;

/**
 * Text of the catalogue or of a determination as one line that cannot end a comment: no control or half characters, no line or paragraph
 * separators, no marks that change the direction of reading.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trimEnd();
}

/**
 * What every file says at its head, line by line and without comment marks: what it enforces and on what ground, from when until when,
 * what has to be known, and of the kinds that the form carries what is shared and blocked, and what is withheld.
 */
export function headerLines(plan: EnforcementPlan, kinds: readonly Kind[]): string[] {
  const shared = sharedLines(plan, kinds);
  const withheld = withheldLines(plan, kinds);
  return [
    ...originLines(plan),
    "",
    ...plan.notes.map(oneLine),
    ...(shared.length > 0 ? ["", "Blocked, although others are behind it too:", ...shared.map((line) => `  ${line}`)] : []),
    ...(withheld.length > 0 ? ["", "Withheld, and not blocked by this file:", ...withheld.map((line) => `  ${line}`)] : []),
  ];
}

/** What is enforced, on what ground, from when until when, and by what it was written. */
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

/** What is blocked although others are behind it, with who. */
export function sharedLines(plan: EnforcementPlan, kinds: readonly Kind[]): string[] {
  const lines = new Set<string>();
  const tell = (kind: Kind, value: string, { sharedWith }: Part) => {
    if (kinds.includes(kind)) for (const { name, because } of sharedWith) lines.add(oneLine(`${value}: ${name}, because ${because}`));
  };
  for (const one of plan.names) tell("name", one.suffix, one);
  for (const one of plan.prefixes) tell("prefix", one.asn === null ? one.prefix : `AS${one.asn}`, one);
  for (const one of plan.registries) tell("registry", one.host, one);
  for (const one of plan.terraform) tell("terraform", one.source, one);
  for (const one of plan.packages) tell("package", `${one.ecosystem} ${one.name}`, one);
  return [...lines];
}

/** What is withheld, with why and who shares it. */
export function withheldLines(plan: EnforcementPlan, kinds: readonly Kind[]): string[] {
  return plan.withheld.filter(({ kind }) => kinds.includes(kind)).map((one) => oneLine(`${one.value}: ${reasonOf(one)}`));
}

/** Why something is withheld, and who shares it. */
export function reasonOf({ why, sharedWith }: EnforcementPlan["withheld"][number]): string {
  return [why, ...sharedWith.map(({ name, because }) => `${name}, because ${because}`)].join("; ");
}

/** The header as comments. */
export function commented(mark: string, lines: readonly string[]): string[] {
  return lines.map((line) => `${mark} ${line}`.trimEnd());
}
