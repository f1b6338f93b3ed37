import type { Finding } from "../model/index.js";

/** An open, established finding for tests. */
export function sampleFinding(more: Partial<Finding> = {}): Finding {
  return {
    id: "f1",
    pack: "pack",
    rule: "rule",
    title: "Title",
    outcome: "review",
    certainty: "established",
    citation: "1 CFR 1",
    mark: "R",
    explanation: "e",
    transaction: "t",
    provider: "cloud",
    governments: ["CN"],
    reaches: ["r"],
    evidence: [{ kind: "artefact", locator: "main.tf", line: 1 }],
    location: { path: "main.tf", line: 1, column: 1 },
    confidence: "high",
    measures: [],
    settle: [],
    status: "open",
    acceptance: null,
    ...more,
  };
}
