import type { RulePack, RuleSet } from "../model/index.js";
import { dates } from "../report/rules/words.js";

/** The built-in packs, then the sets, one paragraph each. */
export function listText(packs: RulePack[], sets: RuleSet[], width: number): string {
  const paragraphs = packs.map((pack) => {
    const about = `${pack.authority}; ${dates(pack)}; ${pack.rules.length} rules, ${exampleCount(pack)} worked examples`;
    return [pack.id, ...wrap(pack.title, width, 2), ...wrap(about, width, 2), ""].join("\n");
  });
  return [...paragraphs, ...sets.map((set) => setHeadText(set, width))].join("\n");
}

/** What a set is and which packs it stands for. */
function setHeadText({ id, title, packs }: RuleSet, width: number): string {
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

function exampleCount({ rules, ownershipExamples }: RulePack): number {
  return rules.reduce((sum, { examples }) => sum + examples.length, ownershipExamples.length);
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
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
