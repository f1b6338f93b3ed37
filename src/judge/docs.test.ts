import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RuleSet } from "../model/index.js";
import { runExamples } from "./examples.js";
import { factsByName } from "./fact-table.js";
import { readRulePack } from "./load.js";
import { readYamlText } from "./yaml-text.js";

const page = readFileSync(join(import.meta.dirname, "../../docs/rules.md"), "utf8");

describe("docs/rules.md", () => {
  it("tells every fact that a condition can name, and no other", () => {
    const section = page.slice(page.indexOf("## Facts"), page.indexOf("## Examples"));
    const told = [...section.matchAll(/^\| `([\w.]+)` \| [^|]+ \| ([^|]+) \|$/gm)].map(([, name, what]) => `${name}: ${what}`);
    expect(told).toHaveLength(factsByName.size);
    for (const [name, { what }] of factsByName)
      expect(
        told.some((one) => one.startsWith(`${name}: ${what}`)),
        name,
      ).toBe(true);
  });

  it("shows a set that loads", () => {
    const shown = /```yaml\n([\s\S]*?)```/.exec(page.slice(page.indexOf("## Sets")))?.[1] ?? "";
    expect(RuleSet.parse(readYamlText(shown, "docs/rules.md").value)).toMatchObject({ id: "our-lists" });
  });

  it("shows a pack that loads and whose examples hold", () => {
    const section = page.slice(page.indexOf("## A whole pack"));
    const shown = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? "";
    expect(runExamples(readRulePack(shown, "docs/rules.md"))).toEqual({ passed: 2, failed: [] });
  });
});
