import { describe, expect, it } from "vitest";
import type { Instrument, Interest, Party } from "../model/index.js";
import { commandPaths } from "./command.js";
import { party, sampleReference, stake } from "./sample-reference.js";

const intelligenceLaw: Instrument = {
  id: "cn-intelligence",
  government: "CN",
  name: "Intelligence Law",
  articles: [{ article: "7", from: "2017-06-28" }],
  compels: "support and cooperate",
  addressees: "any organisation",
  effects: ["access"],
  from: "2017-06-28",
  mark: "R",
  sources: ["s"],
};

function paths(
  parties: Party[],
  interests: Interest[],
  of: string,
  effect: "access" | "disrupt" = "access",
  asOf = "2026-11-23",
): string[] {
  const reference = sampleReference({ parties, interests, instruments: [intelligenceLaw] });
  return commandPaths(of, effect, reference, asOf).map(
    (path) => `${path.confidence}: ${path.government} ${path.steps.map((step) => `-${step.kind}-> ${step.to.id}`).join(" ")}`,
  );
}

describe("paths from a government to a party", () => {
  it("go through the law that names the effect, or by inference from one that compels", () => {
    const operator = party("operator", { jurisdiction: "CN" });
    expect(paths([operator], [], "operator", "access")).toEqual(["high: CN -jurisdiction-> operator"]);
    expect(paths([operator], [], "operator", "disrupt")).toEqual(["medium: CN -jurisdiction-> operator"]);
  });

  it("are leads only where no law of the government is on file for the day", () => {
    expect(paths([party("operator", { jurisdiction: "CN" })], [], "operator", "access", "2016-01-01")).toEqual([
      "low: CN -jurisdiction-> operator",
    ]);
    expect(paths([party("swiss")], [], "swiss")).toEqual(["low: CH -jurisdiction-> swiss"]);
  });

  it("climb a parent abroad to the seat of its head office", () => {
    const parties = [party("us-unit", { jurisdiction: "US" }), party("holding", { jurisdiction: "KY", principalPlace: { country: "CN" } })];
    expect(paths(parties, [stake("holding", "us-unit", 100)], "us-unit")).toEqual([
      "high: CN -jurisdiction-> holding -ownership-> us-unit",
      "low: US -jurisdiction-> us-unit",
      "low: KY -jurisdiction-> holding -ownership-> us-unit",
    ]);
  });

  it("weaken to a lead where the share is not on file, and end where it is a minority", () => {
    const parties = [party("a", { jurisdiction: "US" }), party("cn", { jurisdiction: "CN" })];
    expect(paths(parties, [stake("cn", "a")], "a")).toContain("low: CN -jurisdiction-> cn -ownership-> a");
    expect(paths(parties, [stake("cn", "a", 49)], "a")).toEqual(["low: US -jurisdiction-> a"]);
  });

  it("add up minorities under one government, for that government only", () => {
    const parties = [
      party("a", { jurisdiction: "US" }),
      party("one", { jurisdiction: "CN" }),
      party("two", { jurisdiction: "SG", principalPlace: { country: "CN" } }),
    ];
    const got = paths(parties, [stake("one", "a", 30), stake("two", "a", 25)], "a");
    expect(got).toContain("medium: CN -jurisdiction-> one -ownership-> a");
    expect(got).toContain("medium: CN -jurisdiction-> two -ownership-> a");
    expect(got.filter((path) => path.includes(": SG "))).toEqual([]);
  });

  it("start at the state where the state is the owner, with its organs as steps", () => {
    const parties = [
      party("state-cn", { kind: "government", jurisdiction: "CN" }),
      party("commission", { kind: "government", jurisdiction: "CN" }),
      party("group", { jurisdiction: "KY" }),
      party("unit", { jurisdiction: "KY" }),
    ];
    const state: Interest = { ...stake("state-cn", "unit", 100), kind: "state-control" };
    const commission: Interest = { ...stake("commission", "group", 100), kind: "state-control" };
    expect(paths(parties, [state], "unit", "disrupt")[0]).toBe("high: CN -ownership-> unit");
    expect(paths(parties, [commission], "group", "disrupt")[0]).toBe("high: CN -control-> commission -ownership-> group");
  });

  it("follow contracts and golden shares as control, and never a joint operation", () => {
    const parties = [party("a", { jurisdiction: "US" }), party("cn", { jurisdiction: "CN" })];
    for (const kind of ["vie-contract", "golden-share"] as const) {
      expect(paths(parties, [{ ...stake("cn", "a", 1), kind }], "a")[0]).toBe("high: CN -jurisdiction-> cn -control-> a");
    }
    expect(paths(parties, [{ ...stake("cn", "a"), kind: "joint-operation" }], "a")).toEqual(["low: US -jurisdiction-> a"]);
  });

  it("rest on a listing's finding of affiliation while both hold, with medium confidence at most", () => {
    const reference = sampleReference({
      parties: [party("holding", { jurisdiction: "KY" })],
      listings: [{ party: "holding", list: "us-dod-1260h", from: "2026-06-08", citation: "c", sources: ["s"], confidence: "high" }],
      ties: [
        {
          government: "CN",
          party: "holding",
          basis: "affiliation-finding",
          detail: "affiliated with a state organ",
          asOf: "2026-06-08",
          sources: ["s"],
          confidence: "high",
        },
      ],
    });
    const kinds = (asOf: string) =>
      commandPaths("holding", "access", reference, asOf).map((path) => `${path.government} ${path.steps[0]?.kind} ${path.confidence}`);
    expect(kinds("2026-06-08")).toEqual(["CN listing medium", "KY jurisdiction low"]);
    expect(kinds("2026-02-14")).toEqual(["KY jurisdiction low"]);
  });

  it("end in a circle of owners", () => {
    const parties = [party("a", { jurisdiction: "US" }), party("b", { jurisdiction: "US" })];
    expect(paths(parties, [stake("a", "b", 100), stake("b", "a", 100)], "a")).toEqual([
      "low: US -jurisdiction-> a",
      "low: US -jurisdiction-> b -ownership-> a",
    ]);
  });

  it("do not lead through an owner whose identity is withheld", () => {
    const withheld = party("withheld", { kind: "unknown", jurisdiction: "CN" });
    expect(paths([party("a", { jurisdiction: "US" }), withheld], [stake("withheld", "a", 75)], "a")).toEqual(["low: US -jurisdiction-> a"]);
  });
});
