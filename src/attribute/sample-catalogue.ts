import type { Catalogue, Interest, NetworkMatch, Party, Provider, Signatures } from "../model/index.js";

const fact = { sources: ["s"], confidence: "high" } as const;

function company(id: string, name: string, more: Partial<Party> = {}): Party {
  return { id, name, kind: "entity", jurisdiction: "US", ...fact, sources: ["s"], ...more };
}

function interest(owner: string, owned: string, kind: Interest["kind"], note?: string): Interest {
  return { owner, owned, kind, sources: ["s"], confidence: "high", ...(note ? { note } : {}) };
}

/** A provider for tests; signatures and the rest as told. */
export function sampleProvider(id: string, more: Partial<Provider> & { signatures?: Signatures } = {}): Provider {
  return {
    id,
    names: { english: id },
    kinds: ["cloud"],
    nexus: { class: "non-adversary", government: "US", basis: "test" },
    operator: `${id}-company`,
    group: `${id}-company`,
    signatures: {},
    ...more,
  };
}

function region(id: string, country: string, operator?: string) {
  return { id, name: id, city: null, country, ...fact, sources: ["s"], ...(operator ? { operator } : {}) };
}

function domain(suffix: string) {
  return { suffix, ...fact, sources: ["s"] };
}

const alibabaCloud = sampleProvider("alibaba-cloud", {
  names: { english: "Alibaba Cloud", native: [{ language: "zh", text: "阿里云" }], aliases: ["Aliyun"] },
  operator: "alibaba-cloud-computing",
  group: "alibaba-group-holding",
  services: [
    { name: "Object Storage Service (OSS)", what: "object storage", host: "oss-*.aliyuncs.com", ...fact, sources: ["s"] },
    { name: "ApsaraDB RDS", what: "databases", host: "*.rds.aliyuncs.com", ...fact, sources: ["s"] },
  ],
  regions: [region("us-west-1", "US"), region("cn-hangzhou", "CN"), region("cn-zhengzhou-jva", "CN", "zhengzhou-jv")],
  signatures: {
    domains: [domain("aliyuncs.com"), domain("alibabacloud.com")],
    asns: [{ asn: 45102, organisation: "Alibaba US Technology Co., Ltd.", party: "alibaba-cloud-computing", ...fact, sources: ["s"] }],
    registries: [
      { host: "registry-intl.<region>.aliyuncs.com", what: "international site", sources: ["s"], confidence: "low" },
      { host: "registry.cn-hangzhou.aliyuncs.com", ...fact, sources: ["s"] },
      { host: "<instance>-registry.<region>.cr.aliyuncs.com", ...fact, sources: ["s"] },
    ],
    prefixes: [
      { prefix: "198.18.0.0/16", ...fact, sources: ["s"] },
      { prefix: "47.88.0.0/16", region: "us-west-1", ...fact, sources: ["s"] },
    ],
    terraform: [
      { source: "aliyun/alicloud", resourcePrefix: "alicloud_", ...fact, sources: ["s"] },
      { source: "hashicorp/alicloud", resourcePrefix: "alicloud_", sources: ["s"], confidence: "low" },
    ],
    packages: [
      { ecosystem: "npm", name: "ali-oss", ...fact, sources: ["s"] },
      { ecosystem: "npm", name: "@alicloud/*", ...fact, sources: ["s"] },
      { ecosystem: "pypi", name: "alibabacloud_*", ...fact, sources: ["s"] },
      { ecosystem: "maven", name: "com.aliyun:*", ...fact, sources: ["s"] },
      { ecosystem: "go", name: "github.com/aliyun/alibaba-cloud-sdk-go", ...fact, sources: ["s"] },
    ],
    markers: [
      { kind: "env", value: "ALICLOUD_ACCESS_KEY", ...fact, sources: ["s"] },
      { kind: "env", value: "OS_USERNAME", ...fact, sources: ["s"] },
      { kind: "metadata-host", value: "100.100.100.200", ...fact, sources: ["s"] },
    ],
  },
});

const alibabaGroup = sampleProvider("alibaba-group", {
  names: { english: "Alibaba Group" },
  operator: "alibaba-group-holding",
  group: "alibaba-group-holding",
  signatures: { domains: [domain("taobao.com"), domain("alibaba")] },
});

const aws = sampleProvider("aws", {
  names: { english: "Amazon Web Services", aliases: ["AWS"] },
  operator: "amazon-web-services",
  group: "amazon",
  regions: [region("us-west-2", "US"), region("us-east-1", "US")],
  signatures: {
    domains: [domain("amazonaws.com"), domain("aws")],
    registries: [{ host: "<account>.dkr.ecr.<region>.amazonaws.com", ...fact, sources: ["s"] }],
    terraform: [{ source: "hashicorp/aws", resourcePrefix: "aws_", ...fact, sources: ["s"] }],
    markers: [{ kind: "env", value: "OS_USERNAME", ...fact, sources: ["s"] }],
  },
});

const awsChina = sampleProvider("aws-china", {
  names: { english: "AWS China" },
  operator: "sinnet",
  group: "amazon",
  regions: [region("cn-north-1", "CN", "sinnet"), region("cn-northwest-1", "CN", "nwcd")],
  signatures: {
    domains: [domain("amazonaws.com.cn")],
    asns: [{ asn: 135629, organisation: "Ningxia West Cloud Data", party: "nwcd", ...fact, sources: ["s"] }],
  },
});

const azure = sampleProvider("azure", {
  names: { english: "Microsoft Azure", aliases: ["Azure"] },
  operator: "microsoft",
  group: "microsoft",
  regions: [region("westus2", "US")],
  signatures: {
    domains: [domain("azurecr.io")],
    terraform: [{ source: "hashicorp/azurerm", resourcePrefix: "azurerm_", ...fact, sources: ["s"] }],
  },
});

const azureChina = sampleProvider("azure-china", {
  names: { english: "Azure China" },
  operator: "shanghai-blue-cloud",
  group: "vnet-group",
  regions: [region("chinanorth2", "CN", "shanghai-blue-cloud")],
});

const openTelekomCloud = sampleProvider("open-telekom-cloud", {
  names: { english: "Open Telekom Cloud" },
  operator: "t-systems",
  group: "deutsche-telekom",
  regions: [region("eu-de", "DE")],
  relationships: [
    { party: "Huawei", kind: "hardware and software supplier", country: "CN", detail: "since 2015", ...fact, sources: ["s"] },
  ],
  signatures: {
    domains: [domain("otc.t-systems.com")],
    terraform: [{ source: "opentelekomcloud/opentelekomcloud", resourcePrefix: "opentelekomcloud_", ...fact, sources: ["s"] }],
  },
});

const huawei = sampleProvider("huawei-group", {
  names: { english: "Huawei" },
  operator: "huawei-technologies",
  group: "huawei-technologies",
  signatures: { domains: [domain("huawei.com")] },
});

const carrier = sampleProvider("carrier-cloud", {
  names: { english: "Carrier Cloud" },
  signatures: {
    asns: [
      {
        asn: 64500,
        organisation: "Carrier",
        party: "carrier-cloud-company",
        note: "carrier backbone; not only cloud",
        ...fact,
        sources: ["s"],
      },
    ],
  },
});

/** A few real providers with only those of their facts that the tests are about. */
export const sampleCatalogue: Partial<Catalogue> = {
  providers: [alibabaCloud, alibabaGroup, aws, awsChina, azure, azureChina, openTelekomCloud, huawei, carrier],
  parties: [
    company("alibaba-cloud-computing", "Alibaba Cloud Computing Co., Ltd.", { nativeName: "阿里云计算有限公司", jurisdiction: "CN" }),
    company("alibaba-group-holding", "Alibaba Group Holding Limited", { jurisdiction: "KY" }),
    company("alibaba-cloud-us", "Alibaba Cloud US LLC", { sources: ["alibaba-cloud/s"] }),
    company("zhengzhou-jv", "Zhengzhou Joint Venture", { jurisdiction: "CN" }),
    company("amazon", "Amazon.com, Inc."),
    company("amazon-web-services", "Amazon Web Services, Inc."),
    company("sinnet", "Beijing Sinnet Technology Co., Ltd.", { jurisdiction: "CN" }),
    company("nwcd", "Ningxia Western Cloud Data Technology Co., Ltd.", { jurisdiction: "CN" }),
    company("microsoft", "Microsoft Corporation"),
    company("vnet-group", "VNET Group, Inc.", { jurisdiction: "KY" }),
    company("shanghai-blue-cloud", "Shanghai Blue Cloud Technology Co., Ltd.", { jurisdiction: "CN" }),
    company("t-systems", "T-Systems International GmbH", { jurisdiction: "DE" }),
    company("deutsche-telekom", "Deutsche Telekom AG", { jurisdiction: "DE" }),
    company("huawei-technologies", "Huawei Technologies Co., Ltd.", { jurisdiction: "CN" }),
    company("carrier-cloud-company", "Carrier Cloud Company"),
  ],
  interests: [
    interest("alibaba-group-holding", "alibaba-cloud-computing", "vie-contract"),
    interest("alibaba-group-holding", "alibaba-cloud-us", "equity"),
    interest("amazon", "amazon-web-services", "equity"),
    interest("amazon", "sinnet", "joint-operation", "technology licence and operation contract"),
    interest("amazon", "nwcd", "joint-operation", "under its own licences"),
    interest("microsoft", "shanghai-blue-cloud", "joint-operation", "technology licence"),
    interest("deutsche-telekom", "t-systems", "equity"),
  ],
  ties: [
    {
      government: "CN",
      party: "t-systems",
      basis: "technology",
      detail: "Platform software from Huawei",
      sources: ["s"],
      confidence: "high",
    },
  ],
};

/** A routing table for tests: two networks of providers and one of a company that is none. */
export function sampleNetwork(address: string): NetworkMatch | undefined {
  const networks: [string, NetworkMatch][] = [
    ["8.209.", { asn: 45102, organisation: "Alibaba US Technology Co., Ltd.", first: "8.209.0.0", last: "8.209.255.255" }],
    ["52.82.", { asn: 135629, organisation: "Ningxia West Cloud Data", first: "52.82.0.0", last: "52.82.255.255" }],
    ["193.0.", { asn: 3333, organisation: "RIPE NCC", first: "193.0.0.0", last: "193.0.23.255" }],
    ["2a0b:", { asn: 64500, organisation: "Carrier", first: "2a0b::", last: "2a0b:ffff::" }],
  ];
  return networks.find(([start]) => address.startsWith(start))?.[1];
}
