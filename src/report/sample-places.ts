import type { Evidence, Path, Place, Step } from "../model/index.js";

/** Places, steps and paths of the sample review: invented companies' use of real providers, for tests. */
const china: Place = { kind: "government", id: "CN", name: "China" };
const unitedStates: Place = { kind: "government", id: "US", name: "United States" };
const alibabaCompany: Place = {
  kind: "party",
  id: "alibaba-cloud-computing",
  name: "Alibaba Cloud Computing Co., Ltd. (阿里云计算有限公司)",
};
const tencentCompany: Place = { kind: "party", id: "tencent-cloud-beijing", name: "Tencent Cloud Computing (Beijing) Co., Ltd." };
const tencentHoldings: Place = { kind: "party", id: "tencent-holdings", name: "Tencent Holdings Limited" };
const amazonCompany: Place = { kind: "party", id: "amazon-web-services", name: "Amazon Web Services, Inc." };
const ossUsWest: Place = { kind: "region", id: "alibaba-cloud/us-west-1", name: "Alibaba Cloud, OSS, region us-west-1" };
const tencentCdn: Place = { kind: "service", id: "tencent-cloud", name: "Tencent Cloud, CDN" };
const awsUsEast: Place = { kind: "region", id: "aws/us-east-1", name: "AWS, RDS, region us-east-1" };

export const archivedOrders: Place = { kind: "holding", id: "archived-orders", name: "Orders older than 90 days (订单档案)" };
export const warrantyClaims: Place = { kind: "holding", id: "warranty-claims", name: "Warranty claims with photographs" };
export const customerAccounts: Place = { kind: "holding", id: "customer-accounts", name: "Customer accounts" };
export const orderArchive: Place = { kind: "system", id: "order-archive", name: "Order archive" };
export const storefront: Place = { kind: "system", id: "storefront", name: "Online shop" };
export const buildPipeline: Place = { kind: "system", id: "build-pipeline", name: "Build pipeline" };

function cited(title: string, locator: string): Evidence[] {
  return [{ kind: "law", locator, title, publisher: "Example Gazette", asOf: "2017-06-28", retrieved: "2026-11-20" }];
}

function seen(path: string, line: number | null, count = 1): Evidence[] {
  return [{ kind: "artefact", locator: path, line, count }];
}

const intelligenceLaw: Step = {
  kind: "jurisdiction",
  from: china,
  to: alibabaCompany,
  because: "it is organised under the law of China, and the National Intelligence Law obliges organisations to assist",
  instrument: "cn-national-intelligence-law",
  confidence: "high",
  evidence: cited("National Intelligence Law, articles 7 and 14", "https://law.example/cn/national-intelligence-law"),
};
const alibabaOperates: Step = {
  kind: "operation",
  from: alibabaCompany,
  to: ossUsWest,
  because: "Alibaba Cloud Computing Co., Ltd. operates Alibaba Cloud",
  confidence: "high",
  evidence: [
    { kind: "reference", locator: "https://filings.example/20-f", title: "Annual report (Form 20-F)", asOf: "2026", retrieved: null },
  ],
};
const ossHolds = (holding: Place): Step => ({
  kind: "hosting",
  from: ossUsWest,
  to: holding,
  because: `the declaration says that ${holding.name} is stored there`,
  confidence: "high",
  evidence: [{ kind: "declaration", locator: "beholden.yaml", line: 41 }, ...seen("terraform/archive/main.tf", 12)],
});
const soil: Step = {
  kind: "territory",
  from: unitedStates,
  to: ossUsWest,
  because: "the region stands on its soil (San Mateo)",
  confidence: "medium",
  evidence: cited("Regions and zones", "https://docs.example/regions"),
};
const tencentOwned: Step = {
  kind: "ownership",
  from: tencentHoldings,
  to: tencentCompany,
  because: "Tencent Holdings Limited holds 100 %",
  confidence: "high",
  evidence: cited("Annual report", "https://filings.example/tencent"),
};
const tencentSeat: Step = {
  kind: "jurisdiction",
  from: china,
  to: tencentHoldings,
  because: "its principal place of business is in Shenzhen",
  confidence: "medium",
  evidence: cited("Annual report, page 2", "https://filings.example/tencent"),
};
const tencentLaw: Step = { ...intelligenceLaw, to: tencentCompany };

export const paths = {
  chinaToOrders: path("high", intelligenceLaw, alibabaOperates, ossHolds(archivedOrders)),
  chinaToClaims: path("high", intelligenceLaw, alibabaOperates, ossHolds(warrantyClaims)),
  chinaToArchive: path("high", intelligenceLaw, alibabaOperates, dependency(ossUsWest, orderArchive)),
  usToOrders: path("medium", soil, ossHolds(archivedOrders)),
  chinaToShop: path("medium", tencentSeat, tencentOwned, operation(tencentCompany, tencentCdn), dependency(tencentCdn, storefront)),
  chinaToShopDirect: path(
    "low",
    { ...tencentLaw, confidence: "low" },
    operation(tencentCompany, tencentCdn),
    dependency(tencentCdn, storefront),
  ),
  chinaToBuild: path("medium", intelligenceLaw, {
    kind: "supply",
    from: alibabaCompany,
    to: buildPipeline,
    because: "37 packages are resolved from its registry mirror",
    confidence: "medium",
    evidence: seen("package-lock.json", 88, 37),
  }),
  chinaToImage: path(
    "low",
    { ...intelligenceLaw, confidence: "low" },
    {
      kind: "supply",
      from: alibabaCompany,
      to: storefront,
      because: "an image is pulled from its registry",
      confidence: "high",
      evidence: seen("kubernetes/storefront.yaml", 14),
    },
  ),
  usToAccounts: path(
    "high",
    {
      ...intelligenceLaw,
      from: unitedStates,
      to: amazonCompany,
      instrument: "us-cloud-act",
      because: "it is organised under the law of Delaware",
      evidence: cited("18 U.S.C. 2713", "https://law.example/us/18-2713"),
    },
    operation(amazonCompany, awsUsEast),
    {
      kind: "hosting",
      from: awsUsEast,
      to: customerAccounts,
      because: "the declaration says that it is stored there",
      confidence: "high",
      evidence: [{ kind: "declaration", locator: "beholden.yaml", line: 60 }],
    },
  ),
} satisfies Record<string, Path>;

function path(confidence: Path["confidence"], ...steps: Step[]): Path {
  return { steps, confidence };
}

function operation(from: Place, to: Place): Step {
  return {
    kind: "operation",
    from,
    to,
    because: `${from.name} operates it`,
    confidence: "high",
    evidence: cited("Terms of service", "https://terms.example/"),
  };
}

function dependency(from: Place, to: Place): Step {
  return {
    kind: "dependency",
    from,
    to,
    because: `${to.name} fails without it`,
    confidence: "high",
    evidence: [{ kind: "declaration", locator: "beholden.yaml", line: 12 }],
  };
}
