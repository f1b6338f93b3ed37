import { describe, expect, it } from "vitest";
import type { Finding, Inventory, Reach, Transaction } from "../model/index.js";
import { determine, determineCase } from "./determine.js";
import { sampleFinding } from "./sample-finding.js";

const transaction: Transaction = {
  id: "t",
  kind: "hosting",
  provider: "cloud",
  services: [],
  region: null,
  servedFrom: null,
  operator: "operator",
  owner: null,
  technology: [],
  system: "undeclared",
  holdings: [],
  join: "declared-no-traffic-read",
  observations: [],
  bytesSent: 0,
  bytesReceived: 0,
  confidence: "high",
};

function outcome(findings: Partial<Finding>[], inventory: Inventory | null = null, reaches: Reach[] = []) {
  const all = findings.map((one, at) => sampleFinding({ id: `f${at}`, ...one }));
  return determine({ transactions: [transaction], findings: all, reaches, inventory })[0];
}

describe("the determination of a transaction", () => {
  it("is the gravest that its established findings allow", () => {
    expect(outcome([{ outcome: "prohibited" }, { outcome: "restricted" }])?.outcome).toBe("prohibited");
    expect(outcome([{ outcome: "restricted", measures: ["M04"] }])).toMatchObject({
      outcome: "permitted-with-measures",
      measures: ["M04"],
    });
    expect(outcome([{ outcome: "review", measures: ["M19"] }])).toMatchObject({ outcome: "permitted-with-measures", measures: ["M19"] });
    expect(outcome([{ outcome: "note" }])?.outcome).toBe("not-prohibited");
    expect(outcome([])?.outcome).toBe("not-prohibited");
  });

  it("cannot be judged while a graver rule cannot be excluded, and says what would settle it", () => {
    const got = outcome([
      { outcome: "restricted", certainty: "cannot-be-excluded", settle: ["How many U.S. persons?"] },
      { outcome: "review" },
    ]);
    expect(got).toMatchObject({ outcome: "cannot-be-judged", settle: ["How many U.S. persons?"] });
  });

  it("is not softened by an acceptance: acceptance changes no law", () => {
    expect(outcome([{ outcome: "prohibited", status: "accepted" }])?.outcome).toBe("prohibited");
  });

  it("says which measures of a restricted deal are not declared in place", () => {
    const inventory: Inventory = {
      schemaVersion: "1",
      subject: { name: "S" },
      systems: [],
      holdings: [],
      accepted: [],
      networks: [],
      exclude: [],
      measures: [
        { id: "M04", status: "in-place", appliesTo: [] },
        { id: "M05", status: "promised", appliesTo: [] },
      ],
    };
    expect(outcome([{ outcome: "restricted", measures: ["M04", "M05"] }], inventory)?.reasons[0]).toContain("Not declared in place: M05.");
  });
});

describe("the determination of the case", () => {
  const each = (one: ReturnType<typeof outcome>) => (one ? [one] : []);

  it("is the gravest of its transactions; what cannot be judged may still turn out prohibited", () => {
    const open = each(outcome([{ outcome: "restricted", certainty: "cannot-be-excluded" }]));
    const permitted = each(outcome([{ outcome: "review" }]));
    expect(determineCase([...permitted, ...open]).outcome).toBe("cannot-be-judged");
    expect(determineCase([...permitted, ...open, ...each(outcome([{ outcome: "prohibited" }]))]).outcome).toBe("prohibited");
    expect(determineCase(permitted).outcome).toBe("permitted-with-measures");
  });

  it("says so where nothing was found", () => {
    expect(determineCase([])).toMatchObject({ outcome: "not-prohibited", reasons: ["No transaction with a known provider was found."] });
  });
});
