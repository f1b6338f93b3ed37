import { describe, expect, it } from "vitest";
import { exampleFacts } from "./neutral.js";
import { samplePack } from "./sample-pack.js";
import { checkTemplate, renderTemplate, withThousands } from "./template.js";

const pack = samplePack();

function render(template: string, facts: Record<string, unknown>): string {
  const [rule] = pack.rules;
  if (!rule) throw new Error("the sample pack has a rule");
  return renderTemplate(template, exampleFacts(pack, rule, facts), (code) => ({ CN: "China", RU: "Russia" })[code] ?? code);
}

describe("templates", () => {
  it("put facts into words", () => {
    expect(
      render("{{ reach.access }} / {{reach.disrupt}} / {{reach.tamper}}", { "reach.access": ["RU", "CN", "IR"], "reach.disrupt": ["CN"] }),
    ).toBe("China, IR and Russia / China / none");
    expect(
      render("{{data.usPersons}} {{data.bulk}} {{data.known}} {{transaction.region}}", {
        "data.usPersons": 1234567,
        "data.bulk": "cannot-be-excluded",
      }),
    ).toBe("1,234,567 cannot be excluded yes not known");
  });

  it("leave what a fact says alone, even where it looks like a placeholder", () => {
    expect(render("{{counterparty.name}}", { "counterparty.name": "{{asOf}} $& $1" })).toBe("{{asOf}} $& $1");
  });

  it("are refused where a placeholder is unknown or does not close", () => {
    expect(checkTemplate("a {{data.blk}} b")).toEqual([{ start: 2, end: 14, message: "unknown fact data.blk", expected: "data.bulk" }]);
    expect(checkTemplate("a {{data.bulk} b")).toEqual([expect.objectContaining({ start: 2, message: "braces that do not pair" })]);
    expect(checkTemplate("{{data.bulk}} and {{asOf}}")).toEqual([]);
  });

  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [100000, "100,000"],
    [1234567.5, "1,234,567.5"],
  ])("write %d as %s", (value, text) => expect(withThousands(value)).toBe(text));
});
