import type { Rule, RulePack, RuleSet } from "../model/index.js";

const marks: Record<string, string> = {
  R: "text read",
  "R*": "text read in part",
  OLD: "only replaced wording read",
  SAME: "unchanged older wording read",
  SEC: "confirmed by a good secondary source",
  S: "secondary source only",
  UNCONFIRMED: "not confirmed",
};

/** The built-in packs, then the sets, one paragraph each. */
export function listText(packs: RulePack[], sets: RuleSet[], width: number): string {
  const paragraphs = packs.map((pack) => {
    const about = `${pack.authority}; ${dates(pack)}; ${pack.rules.length} rules, ${exampleCount(pack)} worked examples`;
    return [pack.id, ...wrap(pack.title, width, 2), ...wrap(about, width, 2), ""].join("\n");
  });
  return [...paragraphs, ...sets.map((set) => setHeadText(set, width))].join("\n");
}

/** What a set is and which packs it stands for. */
export function setHeadText({ id, title, packs }: RuleSet, width: number): string {
  return [id, ...wrap(title, width, 2), ...wrap(`a set of ${packs.length} packs: ${packs.join(", ")}`, width, 2), ""].join("\n");
}

export function listJson(packs: RulePack[], sets: RuleSet[]): string {
  return json({
    schemaVersion: "1",
    packs: packs.map(({ id, title, authority, from, until, mark, rules }) => ({
      id,
      title,
      authority,
      from: from ?? null,
      until: until ?? null,
      mark,
      rules: rules.map((rule) => ({ id: rule.id, title: rule.title, citation: rule.citation, outcome: rule.outcome, mark: rule.mark })),
    })),
    sets: sets.map(({ id, title, packs: members }) => ({ id, title, packs: members })),
  });
}

/** A pack with the rules asked for, in sentences; the conditions as they are written. */
export function showText(pack: RulePack, rules: Rule[], width: number): string {
  const head = [
    ...wrap(`${pack.id}: ${pack.title}`, width, 0),
    ...field("Authority", pack.authority, width),
    ...field("In force", dates(pack), width),
    ...field("Checked", markWords(pack.mark), width),
    ...field("Concerned with", governments(pack), width),
    ...field("Covered", covered(pack), width),
    ...(pack.data?.bulk.length ? field("Bulk lines", bulkLines(pack), width) : []),
  ];
  return `${[...head, ...rules.flatMap((rule) => ["", ...ruleText(pack, rule, width)])].join("\n")}\n`;
}

export function showJson(pack: RulePack): string {
  return json(pack);
}

/** A set with its packs as they are. */
export function setJson({ schemaVersion, id, title }: RuleSet, packs: RulePack[]): string {
  return json({ schemaVersion, id, title, packs });
}

function exampleCount({ rules, ownershipExamples }: RulePack): number {
  return rules.reduce((sum, { examples }) => sum + examples.length, ownershipExamples.length);
}

function ruleText(pack: RulePack, rule: Rule, width: number): string[] {
  return [
    ...wrap(`${pack.id}:${rule.id}: ${rule.title}`, width, 0),
    ...field("Citation", rule.citation, width),
    ...field("Checked", markWords(rule.mark), width),
    ...rule.formerly.flatMap(({ until, citation, mark }) => field(`Until ${until}`, `${citation} (${markWords(mark)})`, width)),
    ...(rule.from || rule.until ? field("In force", dates(rule), width) : []),
    ...field("Outcome", rule.outcome, width),
    ...field("Applies when", oneLine(rule.when), width),
    ...(rule.openWhen ? field("Stays open when", oneLine(rule.openWhen), width) : []),
    ...field("Says", oneLine(rule.explanation), width),
    ...(rule.measures.length > 0 ? field("Measures", rule.measures.join(", "), width) : []),
    ...rule.settle.flatMap((question) => field("To settle it", question, width)),
    ...rule.examples.flatMap(({ name, facts, expect }) => field("Example", `${name} (${factWords(facts)}): ${expect}`, width)),
  ];
}

function factWords(facts: Record<string, unknown>): string {
  const words = Object.entries(facts).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return words.length > 0 ? words.join(", ") : "the neutral case";
}

function governments({ regime }: RulePack): string {
  if (regime.governmentsExcept) return `every government but ${regime.governmentsExcept.join(", ")}`;
  return (regime.governments ?? []).map((one) => `${one.code} (${[dates(one), one.mark, one.note].filter(Boolean).join(", ")})`).join("; ");
}

function covered({ regime: { covered: rules } }: RulePack): string {
  const exempt = rules.exemptJurisdictions.length > 0 ? `; organised in ${rules.exemptJurisdictions.join(", ")}: only when listed` : "";
  const ownership = rules.limbs.includes("ownership") ? `; owned means ${rules.threshold} percent or more` : "";
  return `by ${rules.limbs.join(", ")}${ownership}${exempt}`;
}

function bulkLines({ data }: RulePack): string {
  const lines = data?.bulk ?? [];
  return lines
    .map(({ category, moreThan, unit }) => `${category} more than ${moreThan} ${unit === "us-devices" ? "U.S. devices" : "U.S. persons"}`)
    .join("; ");
}

function dates({ from, until }: { from?: string | undefined; until?: string | undefined }): string {
  if (from && until) return `${from} to ${until}`;
  if (from) return `since ${from}`;
  return until ? `until ${until}` : "at all dates";
}

function markWords(mark: string): string {
  return `${mark}: ${marks[mark] ?? "unknown mark"}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const labelWidth = 18;

/** A label and its text, folded beside it; on a narrow terminal below it. */
function field(label: string, text: string, width: number): string[] {
  if (width < 3 * labelWidth || label.length > labelWidth) return [`  ${label}`, ...wrap(text, width, 4)];
  const [first = "", ...rest] = wrap(text, width, labelWidth + 4);
  return [`  ${label.padEnd(labelWidth + 2)}${first.trimStart()}`, ...rest];
}

export function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => " ".repeat(indent) + one);
}
