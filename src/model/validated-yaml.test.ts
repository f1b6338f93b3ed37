import { describe, expect, it } from "vitest";
import { Inventory } from "./inventory.js";
import { readValidatedYaml } from "./validated-yaml.js";

function faults(text: string): string[] {
  const read = readValidatedYaml(text, "beholden.yaml", Inventory, "inventory-invalid");
  return read.problems.map((problem) => `${problem.line}:${problem.column} ${problem.message}`);
}

describe("a YAML document read against its schema", () => {
  it("gives the value with defaults", () => {
    const read = readValidatedYaml("subject: { name: Meridian }\n", "beholden.yaml", Inventory, "inventory-invalid");
    expect(read.value).toMatchObject({ schemaVersion: "1", subject: { name: "Meridian" }, holdings: [] });
  });

  it("places every fault at the node that has it", () => {
    const text = [
      "subject:",
      "  name: Meridian",
      "  jurisdiction: usa",
      "accepted:",
      "  - finding: f1",
      "    by: A",
      "    why: w",
      "    until: 2026-13-01",
    ].join("\n");
    expect(faults(text)).toEqual([
      expect.stringMatching(/^3:3 subject\.jurisdiction: expected an ISO 3166-1/),
      expect.stringMatching(/^8:5 accepted\.0\.until: expected a date/),
    ]);
  });

  it("names an unknown key where it stands, and a missing one at its parent", () => {
    expect(faults("subject:\n  name: M\n  nmae: N\n")[0]).toMatch(/^3:3 subject: Unrecognized key/);
    expect(faults("subject:\n  jurisdiction: US\n")[0]).toMatch(/^1:1 subject\.name/);
  });

  it("places a syntax error", () => {
    expect(faults("subject:\n  name: [unclosed\n")[0]).toMatch(/^[23]:\d+ /);
  });

  it("refuses a YAML bomb without expanding it", () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) =>
        `a${at}: &a${at} [${
          at === 0
            ? "x"
            : Array(10)
                .fill(`*a${at - 1}`)
                .join(", ")
        }]`,
    );
    expect(faults(levels.join("\n"))[0]).toMatch(/has 290 aliases/);
  });
});
