import { describe, expect, it } from "vitest";
import { MeasureProposals, Review } from "../model/index.js";
import { addMeasuresCommand } from "./measures.js";
import { addReviewCommand } from "./review.js";
import { runCommand } from "./sample-run.js";

const retail = "examples/meridian-retail";
const common = ["--as-of", "2026-11-23", "--quiet", "--data", "no-imports"];

describe("beholden measures", () => {
  it("gives the sets as JSON, with the costs of the command line whatever the case of the id", async () => {
    const { stdout, status } = await runCommand(
      addMeasuresCommand,
      "measures",
      retail,
      ...common,
      "--format",
      "json",
      "--cost",
      "m10=2.5",
      "--effect",
      "tamper",
    );
    const found = MeasureProposals.parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(found.effects).toEqual(["tamper"]);
    expect(found.costs.given).toEqual([{ measure: "M10", cost: 2.5, by: "--cost" }]);
    expect(found.proposal?.sets.map((set) => set.measures.map(({ measure }) => measure))).toEqual([["M11"]]);
  });

  it("refuses a cost that is none, a measure and an effect that it does not know", async () => {
    const refused = (...words: string[]) => expect(runCommand(addMeasuresCommand, "measures", retail, ...common, ...words)).rejects;
    await refused("--cost", "M04").toThrow(/--cost M04 is no cost\. Expected MEASURE=NUMBER/);
    await refused("--cost", "M04=-1").toThrow(/is no cost/);
    await refused("--cost", "M4=1").toThrow(/no measure of the catalogue is M4\. Near it:\n {2}M04 {2}Keys/);
    await refused("--effect", "tampering").toThrow(/Expected one of access, disrupt, tamper, launch/);
  });
});

describe("beholden review --with", () => {
  const reviewed = async (...words: string[]) => {
    const { stdout } = await runCommand(addReviewCommand, "review", retail, ...common, "--format", "json", ...words);
    return Review.parse(JSON.parse(stdout));
  };

  it("works out what would be left, for one holding, and tells the assumed from the declared", async () => {
    const result = await reviewed("--with", "M04=archived-orders");
    const endings = result.reaches
      .filter(({ endedBy }) => endedBy != null)
      .map(({ target, effect, endedBy }) => [target.id, effect, endedBy]);
    expect(endings).toContainEqual(["archived-orders", "access", "assumed"]);
    expect(endings).toContainEqual(["warranty-claims", "access", "in-place"]);
    expect(result.assumed).toMatchObject([
      { measure: "M04", appliesTo: ["archived-orders"], conditions: ["the customer alone holds the keys of Orders older than 90 days"] },
    ]);
    expect(result.measures?.find(({ id }) => id === "M04")?.declared).toHaveLength(1);
  });

  it("is the same review without it", async () => {
    const plain = await reviewed();
    expect(plain.assumed).toBeUndefined();
    expect(plain.reaches.every(({ endedBy }) => endedBy !== "assumed")).toBe(true);
  });

  it("opens every report with what is assumed", async () => {
    for (const format of ["text", "md", "html"]) {
      const { stdout } = await runCommand(
        addReviewCommand,
        "review",
        retail,
        ...common,
        "--format",
        format,
        "--with",
        "M02",
        "--with",
        "M08",
      );
      const shown = stdout.replace(/\s+/g, " ");
      expect(shown.indexOf("As if in place, though nobody declared it: M02")).toBeGreaterThan(-1);
      expect(shown).toContain("M08 would end no step of any reach");
      expect(shown.indexOf("As if in place")).toBeLessThan(shown.indexOf("As of 2026-11-23, of the"));
    }
  });

  it("refuses what it does not know, and names what is near", async () => {
    const refused = (text: string) => expect(runCommand(addReviewCommand, "review", retail, ...common, "--with", text)).rejects;
    await refused("M4").toThrow(/--with: no measure of the catalogue is M4\. Near it:\n {2}M04/);
    await refused("M04=archived-order").toThrow(/is no declared holding or system\. Expected one of: archived-orders/);
    await refused("").toThrow(/no measure of the catalogue is named by an empty text/);
  });
});
