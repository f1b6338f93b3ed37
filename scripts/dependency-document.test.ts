import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { dependencyTimes, type NeedRule, needRules } from "../src/model/index.js";

const text = readFileSync(new URL("../docs/dependencies.md", import.meta.url), "utf8");

it("docs/dependencies.md has the table of needs as the program has it", () => {
  for (const [id, { needs, because }] of Object.entries<NeedRule>(needRules)) {
    const cells = dependencyTimes.map((time) => needs[time] ?? "");
    expect(text, id).toContain(`| \`${id}\` | ${cells.join(" | ")} | ${because} |`);
  }
  expect(text.match(/^\| `[a-z-]+` \|(?: \w* \|){4} /gm)).toHaveLength(Object.keys(needRules).length);
});
