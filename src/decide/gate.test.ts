import { describe, expect, it } from "vitest";
import { failing, idleAcceptances, withStatus } from "./gate.js";
import { sampleFinding } from "./sample-finding.js";

const acceptance = { finding: "f1", by: "A. Officer", why: "moving in spring", until: "2026-12-31" };

describe("the gate", () => {
  it("lets an acceptance last through its last day and expire aloud after it", () => {
    const on = (asOf: string) => withStatus([sampleFinding({ id: "f1" })], [acceptance], new Set(), asOf)[0];
    expect(on("2026-12-31")?.status).toBe("accepted");
    expect(on("2027-01-01")).toMatchObject({ status: "acceptance-expired", acceptance: { by: "A. Officer" } });
  });

  it("counts only what is new against a baseline", () => {
    const [known, fresh] = withStatus([sampleFinding({ id: "f1" }), sampleFinding({ id: "f2" })], [], new Set(["f1"]), "2026-11-23");
    expect([known?.status, fresh?.status]).toEqual(["in-baseline", "open"]);
  });

  it("fails on findings of the outcome or graver that nobody answers for", () => {
    const all = [
      sampleFinding({ id: "p", outcome: "prohibited" }),
      sampleFinding({ id: "r", outcome: "restricted" }),
      sampleFinding({ id: "v", outcome: "review" }),
      sampleFinding({ id: "a", outcome: "prohibited", status: "accepted" }),
      sampleFinding({ id: "e", outcome: "restricted", status: "acceptance-expired" }),
      sampleFinding({ id: "b", outcome: "prohibited", status: "in-baseline" }),
    ];
    expect(failing(all, "restricted").map((one) => one.id)).toEqual(["p", "r", "e"]);
    expect(failing(all, "prohibited").map((one) => one.id)).toEqual(["p"]);
  });

  it("tells acceptances that name no finding", () => {
    expect(idleAcceptances([sampleFinding({ id: "f2" })], [acceptance])).toEqual([acceptance]);
  });
});
