import type { AttributedObservation, Counterparty, Reach, Transaction } from "../model/index.js";
import { party, sampleReference } from "../trace/sample-reference.js";

/** A reference for tests: a provider's operator with an owner in Hong Kong, and a neutral one. */
export const reference = sampleReference({
  parties: [
    party("red-cloud", { name: "Red Cloud Ltd", jurisdiction: "HK" }),
    party("red-soft", { name: "Red Soft", jurisdiction: "CN" }),
    party("plain-cloud", { name: "Plain Cloud", jurisdiction: "DE" }),
  ],
  listings: [
    { party: "red-cloud", list: "some-list", from: "2026-06-08", citation: "List", sources: ["s"], confidence: "high" },
    { party: "red-cloud", list: "old-list", from: "2019", until: "2020", citation: "List", sources: ["s"], confidence: "high" },
  ],
});

/** A hosting transaction with Red Cloud for tests. */
export function transaction(id: string, more: Partial<Transaction> = {}): Transaction {
  return {
    id,
    kind: "hosting",
    provider: "red",
    services: ["Object Storage"],
    region: "us-west-1",
    servedFrom: "US",
    operator: "red-cloud",
    owner: null,
    technology: [],
    system: "orders",
    holdings: [],
    join: "declared-no-traffic-read",
    observations: [`${id}-seen`],
    bytesSent: 0,
    bytesReceived: 0,
    confidence: "high",
    ...more,
  };
}

/** A one-step reach of China to the system of a transaction for tests. */
export function reach(transactionId: string, more: Partial<Reach> & { confidence?: "high" | "medium" | "low" } = {}): Reach {
  const { confidence = "high", ...rest } = more;
  const government = rest.government ?? "CN";
  const effect = rest.effect ?? "access";
  const evidence = [{ kind: "reference" as const, locator: "https://example.org/registry", title: "A registry" }];
  const step = {
    kind: "operation" as const,
    from: { kind: "party" as const, id: "red-cloud", name: "Red Cloud Ltd" },
    to: { kind: "service" as const, id: "red", name: "Red" },
    because: "Red Cloud Ltd operates it",
    confidence,
    evidence,
  };
  return {
    id: `${transactionId}:${government}:${effect}`,
    government,
    effect,
    target: { kind: "system", id: "orders", name: "Orders" },
    transaction: transactionId,
    path: { steps: [step], confidence },
    alternatives: [],
    cutBy: [],
    residual: true,
    ...rest,
  };
}

/** An observation that declares a resource, for tests. */
export function observation(id: string, path: string, line: number, more: Partial<AttributedObservation> = {}): AttributedObservation {
  return {
    id,
    path,
    line,
    column: 1,
    kind: "terraform-resource",
    value: "red_bucket",
    count: 1,
    format: "terraform-hcl",
    attribution: {
      provider: "red",
      service: null,
      operator: "red-cloud",
      owner: null,
      region: null,
      servedFrom: null,
      technology: null,
      signature: null,
      confidence: "high",
      tried: [],
    },
    ...more,
  };
}

/** Red Cloud as covered, for tests. */
export function counterparty(more: Partial<Counterparty> = {}): Counterparty {
  return {
    party: "red-cloud",
    pack: "sample",
    covered: "yes",
    limbs: ["organised"],
    governments: ["CN"],
    shareMin: 0,
    shareMax: 0,
    because: "Red Cloud Ltd is organised in Hong Kong.",
    ...more,
  };
}
