import type { Measure } from "../model/index.js";

/** A measure for tests; what matters to the test is given. */
export function sampleMeasure(more: Partial<Measure> & { id: string }): Measure {
  return {
    name: `Measure ${more.id}`,
    kind: "mitigation",
    risks: ["access"],
    cuts: [],
    leaves: "It leaves the rest.",
    evidence: "a test",
    verifier: null,
    frequency: null,
    breach: ["agreement"],
    documentedIn: "a sample",
    mark: "R",
    sources: ["s"],
    ...more,
  };
}
