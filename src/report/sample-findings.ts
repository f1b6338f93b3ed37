import type { Determination, Finding } from "../model/index.js";

export const determinationOfCase: Determination = determination(
  null,
  "prohibited",
  ["A vendor agreement gives a covered person access to bulk U.S. sensitive personal data (28 CFR 202.401)."],
  ["f-bulk"],
  ["r-orders", "r-archive", "r-shop", "r-build", "r-image"],
  ["M04", "M19"],
  ["Ask Alibaba Cloud which company holds the operating contract for us-west-1."],
);

export const determinations: Determination[] = [
  determination(
    "t-oss",
    "prohibited",
    ["A vendor agreement gives a covered person access to bulk U.S. sensitive personal data (28 CFR 202.401)."],
    ["f-bulk", "f-icts-oss"],
    ["r-orders", "r-archive"],
    ["M04", "M19"],
    ["Ask Alibaba Cloud which company holds the operating contract for us-west-1."],
  ),
  determination(
    "t-image",
    "not-prohibited",
    ["No rule of the packs applied prohibits or restricts it on the facts on file."],
    ["f-image"],
    ["r-image"],
    [],
    [],
  ),
  determination(
    "t-aws",
    "not-prohibited",
    ["No rule of the packs applied prohibits or restricts it on the facts on file."],
    ["f-aws"],
    [],
    [],
    [],
  ),
  determination(
    "t-mirror",
    "permitted-with-measures",
    ["A reviewing authority may act on it: 15 CFR 791.103. 1 of its reaches is not ended by measures in place."],
    ["f-mirror"],
    ["r-build"],
    ["M11"],
    [],
  ),
  determination(
    "t-cdn",
    "cannot-be-judged",
    ["It cannot be excluded: foreign adversary ICTS in a consumer service (15 CFR 791.103)."],
    ["f-icts-cdn"],
    ["r-shop"],
    [],
    ["Ask Tencent Cloud from which points of presence the shop is served."],
  ),
];

/** One finding in every status and of every doubt. */
export const findings: Finding[] = [
  finding("f-bulk", "us-dsp", "bulk-vendor-agreement", "t-oss", "alibaba-cloud", {
    title: "A vendor agreement gives a covered person access to bulk U.S. sensitive personal data",
    outcome: "prohibited",
    citation: "28 CFR 202.401",
    explanation:
      "Alibaba Cloud Computing Co., Ltd. is a covered person. It stores 2,400,000 persons' identifiers, above the bulk line of 100,000, and the security requirements are not declared in place.",
    reaches: ["r-orders", "r-archive"],
    evidence: [
      { kind: "artefact", locator: "terraform/archive/main.tf", line: 12, note: "alicloud_oss_bucket.order_archive" },
      { kind: "artefact", locator: "logs/vpc-flow.log", line: 2, count: 1840, note: "47.251.4.10" },
      {
        kind: "law",
        locator: "https://law.example/28-cfr-202",
        title: "28 CFR 202.401",
        publisher: "Department of Justice",
        asOf: "2025-04-08",
        retrieved: "2026-11-20",
        quote: "no U.S. person shall knowingly engage in a covered data transaction",
      },
    ],
    location: { path: "terraform/archive/main.tf", line: 12, column: 1 },
    measures: ["M04", "M19"],
    settle: ["Ask Alibaba Cloud which company holds the operating contract for us-west-1."],
  }),
  finding("f-icts-oss", "us-icts", "foreign-adversary-cloud", "t-oss", "alibaba-cloud", {
    title: "A foreign adversary can cut off a system of high criticality",
    reaches: ["r-archive"],
    location: { path: "terraform/archive/main.tf", line: 12, column: 1 },
  }),
  finding("f-icts-cdn", "us-icts", "foreign-adversary-cdn", "t-cdn", "tencent-cloud", {
    title: "Foreign adversary ICTS in a consumer service",
    certainty: "cannot-be-excluded",
    reaches: ["r-shop"],
    location: { path: "terraform/modules/cdn/main.tf", line: 4, column: 1 },
    confidence: "medium",
    status: "acceptance-expired",
    acceptance: { by: "Dana Wu, CISO", why: "Move planned for the third quarter", until: "2026-09-30" },
    settle: ["Ask Tencent Cloud from which points of presence the shop is served."],
  }),
  finding("f-mirror", "us-icts", "foreign-adversary-updates", "t-mirror", "npmmirror", {
    title: "Code reaches the build from a registry that a foreign adversary can command",
    reaches: ["r-build"],
    location: { path: "package-lock.json", line: 88, column: 19 },
    confidence: "medium",
    measures: ["M11"],
    status: "accepted",
    acceptance: { by: "Lee Ortiz, platform", why: "Every package is pinned by hash", until: "2027-03-31" },
  }),
  finding("f-image", "us-icts", "foreign-adversary-image", "t-image", "alibaba-cloud", {
    title: "An image comes from a registry that a foreign adversary can command",
    outcome: "note",
    certainty: "cannot-be-excluded",
    explanation:
      "The registry host is known by its pattern only. It rests on low confidence only: a lead to follow, not a ground to act on.",
    reaches: ["r-image"],
    evidence: [{ kind: "artefact", locator: "kubernetes/storefront.yaml", line: 14 }],
    location: { path: "kubernetes/storefront.yaml", line: 14, column: 16 },
    confidence: "low",
  }),
  finding("f-aws", "us-dsp", "no-covered-person", "t-aws", "aws", {
    title: "No covered person takes part",
    outcome: "exempt",
    citation: "28 CFR 202.211",
    mark: "OLD",
    governments: [],
    reaches: [],
    location: { path: "logs/vpc-flow.log", line: null, column: null },
    status: "in-baseline",
  }),
];

function determination(
  transaction: string | null,
  outcome: Determination["outcome"],
  reasons: string[],
  findings: string[],
  residualReaches: string[],
  measures: string[],
  settle: string[],
): Determination {
  return { transaction, outcome, reasons, findings, residualReaches, measures, settle };
}

function finding(
  id: string,
  pack: string,
  rule: string,
  transactionId: string,
  provider: string,
  own: Partial<Finding> & Pick<Finding, "title" | "reaches" | "location">,
): Finding {
  return {
    id,
    pack,
    rule,
    outcome: "review",
    certainty: "established",
    citation: "15 CFR 791.103",
    mark: "R*",
    explanation: "The operator is subject to the jurisdiction of a foreign adversary.",
    transaction: transactionId,
    provider,
    governments: ["CN"],
    evidence: [{ kind: "artefact", locator: own.location.path, line: own.location.line, count: 1 }],
    confidence: "high",
    measures: [],
    settle: [],
    status: "open",
    acceptance: null,
    ...own,
  };
}
