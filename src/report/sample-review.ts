import type { Reach, Review, Transaction } from "../model/index.js";
import { criteria } from "./sample-criteria.js";
import { determinationOfCase, determinations, findings } from "./sample-findings.js";
import { observations } from "./sample-observations.js";
import { archivedOrders, buildPipeline, customerAccounts, orderArchive, paths, storefront, warrantyClaims } from "./sample-places.js";

/** A review written by hand, for the tests of every report: six findings in every status, two of each doubt, names in two scripts. */
export const sampleReview: Review = {
  schemaVersion: "1",
  tool: { name: "beholden", version: "0.1.0" },
  asOf: "2026-11-23",
  subject: { name: "Harbor Outfitters, Inc.", jurisdiction: "US", principalPlace: "US", coveredEquityPercent: 0 },
  reference: { edition: "2026-11-20", sha256: "3f".repeat(32) },
  rulePacks: [
    {
      id: "us-dsp",
      title: "Data Security Program of the U.S. Department of Justice",
      governments: ["CN", "CU", "IR", "KP", "RU", "VE"],
      sha256: "a1".repeat(32),
    },
    {
      id: "us-icts",
      title: "Securing the ICTS supply chain (U.S. Department of Commerce)",
      governments: ["CN", "CU", "IR", "KP", "RU"],
      sha256: "b2".repeat(32),
    },
  ],
  answer: [
    "Harbor Outfitters, Inc.'s use of the services reviewed is prohibited in part as it stands, as of 2026-11-23.",
    "China can obtain data of Orders older than 90 days (订单档案) through Alibaba Cloud.",
    "China can cut off Order archive and Online shop through Alibaba Cloud and Tencent Cloud.",
    "Open findings: 1 prohibited, 2 review, 1 note.",
    "1 acceptance has expired and counts as open again.",
  ],
  summary: {
    files: 9,
    observations: 10,
    attributed: 8,
    unattributed: 2,
    providers: 4,
    transactions: 5,
    reaches: 9,
    residualReaches: 8,
    findings: { prohibited: 1, restricted: 0, review: 2, note: 1, exempt: 0 },
    accepted: 1,
    acceptanceExpired: 1,
    inBaseline: 1,
    problems: 2,
    leftOut: 413,
  },
  determination: determinationOfCase,
  determinations,
  findings,
  criteria,
  transactions: [
    transaction("t-oss", "alibaba-cloud", {
      services: ["OSS"],
      region: "us-west-1",
      servedFrom: "US",
      operator: "alibaba-cloud-computing",
      owner: "alibaba-group-holding",
      system: "order-archive",
      holdings: ["archived-orders", "warranty-claims"],
      join: "declared-and-seen",
      observations: ["o-bucket", "o-host", "o-flow"],
      bytesSent: 48_200_000_000,
      bytesReceived: 91_000_000,
    }),
    transaction("t-image", "alibaba-cloud", {
      kind: "software",
      services: ["Container Registry"],
      region: "cn-hangzhou",
      servedFrom: "CN",
      operator: "alibaba-cloud-computing",
      owner: "alibaba-group-holding",
      technology: ["Kubernetes project"],
      system: "storefront",
      observations: ["o-image"],
      confidence: "low",
    }),
    transaction("t-aws", "aws", {
      services: ["RDS"],
      region: "us-east-1",
      servedFrom: "US",
      operator: "amazon-web-services",
      owner: "amazon",
      system: "storefront",
      holdings: ["customer-accounts"],
      observations: ["o-database"],
    }),
    transaction("t-mirror", "npmmirror", {
      kind: "software",
      operator: "alibaba-cloud-computing",
      owner: "alibaba-group-holding",
      system: "build-pipeline",
      observations: ["o-mirror"],
      confidence: "medium",
    }),
    transaction("t-cdn", "tencent-cloud", {
      services: ["CDN"],
      operator: "tencent-cloud-beijing",
      owner: "tencent-holdings",
      system: "storefront",
      observations: ["o-cdn"],
    }),
  ],
  counterparties: [
    {
      party: "alibaba-cloud-computing",
      pack: "us-dsp",
      covered: "yes",
      limbs: ["organised"],
      governments: ["CN"],
      shareMin: 0,
      shareMax: 0,
      because: "organised under the law of China",
    },
    {
      party: "amazon-web-services",
      pack: "us-dsp",
      covered: "no",
      limbs: [],
      governments: [],
      shareMin: 0,
      shareMax: 0,
      because: "no limb of the rule applies",
    },
  ],
  reaches: [
    reach("r-orders", "CN", "access", archivedOrders, "t-oss", paths.chinaToOrders),
    {
      ...reach("r-claims", "CN", "access", warrantyClaims, "t-oss", paths.chinaToClaims),
      cutBy: [
        {
          measure: "M04",
          status: "in-place",
          explanation:
            "Keys held by the customer: the provider holds ciphertext only. Availability is not protected. In place, as declared.",
        },
      ],
      residual: false,
    },
    {
      ...reach("r-archive", "CN", "disrupt", orderArchive, "t-oss", paths.chinaToArchive),
      cutBy: [
        {
          measure: "M19",
          status: "promised",
          explanation: "Tested exit plan: the system can be rebuilt elsewhere. Promised only, so nothing is ended yet.",
        },
      ],
    },
    reach("r-us-orders", "US", "access", archivedOrders, "t-oss", paths.usToOrders),
    reach("r-image", "CN", "tamper", storefront, "t-image", paths.chinaToImage),
    reach("r-us-accounts", "US", "access", customerAccounts, "t-aws", paths.usToAccounts),
    reach("r-us-shop", "US", "disrupt", storefront, "t-aws", paths.usToAccounts),
    reach("r-build", "CN", "tamper", buildPipeline, "t-mirror", paths.chinaToBuild),
    { ...reach("r-shop", "CN", "disrupt", storefront, "t-cdn", paths.chinaToShop), alternatives: [paths.chinaToShopDirect] },
  ],
  observations,
  providers: [
    { id: "alibaba-cloud", name: "Alibaba Cloud", operator: "alibaba-cloud-computing", governments: ["CN", "US"] },
    { id: "aws", name: "AWS", operator: "amazon-web-services", governments: ["US"] },
    { id: "npmmirror", name: "npmmirror", operator: "alibaba-cloud-computing", governments: ["CN"] },
    { id: "tencent-cloud", name: "Tencent Cloud", operator: "tencent-cloud-beijing", governments: ["CN"] },
  ],
  parties: [
    { id: "alibaba-cloud-computing", name: "Alibaba Cloud Computing Co., Ltd. (阿里云计算有限公司)", kind: "entity", jurisdiction: "CN" },
    { id: "alibaba-group-holding", name: "Alibaba Group Holding Limited", kind: "entity", jurisdiction: "KY" },
    { id: "amazon", name: "Amazon.com, Inc.", kind: "entity", jurisdiction: "US" },
    { id: "amazon-web-services", name: "Amazon Web Services, Inc.", kind: "entity", jurisdiction: "US" },
    { id: "tencent-cloud-beijing", name: "Tencent Cloud Computing (Beijing) Co., Ltd.", kind: "entity", jurisdiction: "CN" },
    { id: "tencent-holdings", name: "Tencent Holdings Limited", kind: "entity", jurisdiction: "KY" },
  ],
  measures: [
    {
      id: "M04",
      name: "Keys held by the customer",
      leaves: "Availability is not protected.",
      declared: [{ status: "in-place", appliesTo: ["warranty-claims"], evidence: "Key policy reviewed 2026-09-30" }],
    },
    { id: "M11", name: "Pin and verify what is installed", leaves: "It does not keep the source available.", declared: [] },
    {
      id: "M19",
      name: "Tested exit plan",
      leaves: "Data already obtained stays obtained.",
      declared: [{ status: "promised", appliesTo: ["order-archive"] }],
    },
  ],
  unattributed: [
    { kind: "host", value: "metrics.partner.example", count: 3, paths: ["kubernetes/storefront.yaml"] },
    { kind: "vendor", value: "Northwind Freight Analytics", count: 1, paths: ["vendors.csv"] },
  ],
  files: [
    { path: "terraform/archive/main.tf", format: "terraform", bytes: 812, sha256: "01".repeat(32), observations: 1 },
    { path: "logs/vpc-flow.log", format: "aws-vpc-flow", bytes: 184_000, sha256: "02".repeat(32), observations: 2 },
  ],
  problems: [
    {
      path: "terraform/legacy.tfstate",
      line: 118,
      column: 7,
      severity: "error",
      code: "json-truncated",
      message: "the file ends inside an object",
      expected: "a closing brace",
      action: "write the state again with terraform state pull",
    },
    {
      path: "docker-compose.yml",
      line: null,
      column: null,
      severity: "note",
      code: "variable-not-set",
      message: "REGION has no value",
      expected: "a value or a default",
      action: "give a default",
    },
  ],
  leftOut: [
    { path: "node_modules", reason: "installed packages are read from the lockfile", count: 412 },
    { path: "logo.png", reason: "binary", count: 1 },
  ],
  assumptions: ["No log of name lookups was read: hosts reached by other ways are not seen."],
};

function transaction(
  id: string,
  provider: string,
  own: Partial<Transaction> & Pick<Transaction, "operator" | "system" | "observations">,
): Transaction {
  return {
    id,
    kind: "hosting",
    provider,
    services: [],
    region: null,
    servedFrom: null,
    owner: null,
    technology: [],
    holdings: [],
    join: "declared-never-seen",
    bytesSent: 0,
    bytesReceived: 0,
    confidence: "high",
    ...own,
  };
}

function reach(
  id: string,
  government: string,
  effect: Reach["effect"],
  target: Reach["target"],
  transactionId: string,
  path: Reach["path"],
): Reach {
  return { id, government, effect, target, transaction: transactionId, path, alternatives: [], cutBy: [], residual: true };
}
