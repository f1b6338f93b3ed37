import { describe, expect, it } from "vitest";
import { standing } from "../../src/docket/index.js";
import { circulated, finalDetermination, served, shippedProcedure } from "../../src/docket/sample-case.js";
import { endedWords } from "../case/ended.js";

const procedure = shippedProcedure("us-icts");
const concurred = ["Justice", "Treasury"].map((agency) => ({ event: "agency-concurred", on: "2025-06-04", agency }));

describe("a case that has ended", () => {
  it("is read-only from its Final Determination on, and says so", () => {
    expect(endedWords(procedure, standing(procedure, [...circulated, ...concurred], "2025-07-01"))).toBeNull();
    const final = standing(procedure, [...circulated, ...concurred, finalDetermination("2025-07-01")], "2025-07-02");
    expect(final.state).toBe("PROHIBITED");
    expect(endedWords(procedure, final)).toMatch(/^The Final Determination is issued\. What led to it is read-only/);
  });

  it("is one that nobody has a next step in", () => {
    const stopped = [
      { event: "information-received", on: "2025-02-10" },
      { event: "intake-stopped", on: "2025-02-11" },
    ];
    expect(endedWords(procedure, standing(procedure, stopped, "2025-02-12"))).toMatch(/^The case has ended: Stopped at intake\./);
    expect(endedWords(procedure, standing(procedure, served, "2025-04-02"))).toBeNull();
    expect(endedWords(undefined, null)).toBeNull();
  });
});
