import { describe, expect, it } from "vitest";
import { samplePack } from "./judge/sample-pack.js";
import { ownershipUnder } from "./trace/index.js";
import { party, sampleReference, stake } from "./trace/sample-reference.js";
import { traceAll } from "./trace-all.js";

const asOf = "2026-11-23";
const regime = {
  governments: [{ code: "CN", mark: "R" }],
  covered: { limbs: ["ownership", "organised", "control"], threshold: 50, controlKinds: ["board", "influence"], lists: [] },
};
const pack = samplePack({ regime });
const reference = sampleReference({
  parties: [
    party("cn", { jurisdiction: "CN" }),
    party("withheld", { kind: "unknown", jurisdiction: null }),
    party("owned"),
    party("board", { jurisdiction: "NL" }),
    party("influenced"),
    party("branch", { jurisdiction: "CN", branchOf: "board" }),
    party("perhaps"),
    party("minority"),
  ],
  interests: [
    stake("cn", "owned", 60),
    stake("cn", "board", undefined, { kind: "board" }),
    stake("cn", "influenced", undefined, { kind: "influence" }),
    stake("withheld", "perhaps", undefined, { shareMin: 25, shareMax: 50 }),
    stake("cn", "minority", 30),
  ],
});

describe("traceAll", () => {
  it("gives those that owners or controllers make covered, and by which of both, a branch as its company", () => {
    const told = [...traceAll(pack, { reference, asOf })].map(
      ({ party: id, name, jurisdiction, covered, through, shareMin, shareMax }) =>
        `${id} ${name} ${jurisdiction} ${covered} ${through} ${shareMin}-${shareMax}`,
    );
    expect(told).toEqual([
      "board BOARD NL yes control 0-0",
      "branch BRANCH CN yes control 0-0",
      "influenced INFLUENCED CH cannot-be-excluded control 0-0",
      "owned OWNED CH yes ownership 60-60",
      "perhaps PERHAPS CH cannot-be-excluded ownership 0-50",
    ]);
  });

  it("agrees with the question about one party", () => {
    const one = ownershipUnder(pack.regime, reference, asOf);
    for (const { party: id, covered, shareMin, shareMax } of traceAll(pack, { reference, asOf })) {
      if (id === "branch") continue;
      expect(one(id)).toMatchObject({ covered, shareMin, shareMax });
    }
  });

  it("reads no records but those of a branch, its company and the owners of that", () => {
    const asked: string[] = [];
    const watched = {
      ...reference,
      *parties() {
        asked.push("all");
        yield* reference.parties();
      },
      party: (id: string) => {
        asked.push(id);
        return reference.party(id);
      },
    };
    expect([...traceAll(pack, { reference: watched, asOf })]).toHaveLength(5);
    expect([...new Set(asked)].sort()).toEqual(["board", "branch", "cn"]);
  });
});
