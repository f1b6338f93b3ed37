import { markOf, payload, plantedAddress, plantedName } from "./payload.js";
import { refill, type Syntax, stringsIn } from "./positions.js";

/** A small file of a format, whole and valid. */
export interface Fixture {
  /** Its name, by which some formats are told. */
  name: string;
  syntax: Syntax;
  text: string;
}

const pretty = (value: unknown) => JSON.stringify(value, null, 1);
const flow = "10.0.0.1 47.88.1.1 40000 443 6 1 100 1700000000 1700000060 ACCEPT OK";

/** One of each format that can be read, by its id: a new format needs its line. */
export const artefacts: Readonly<Record<string, Fixture>> = {
  "terraform-state": {
    name: "terraform.tfstate",
    syntax: "json",
    text: pretty({
      ...{ version: 4, terraform_version: "1.9.8", serial: 7, lineage: "x", outputs: {} },
      resources: [
        {
          ...{ module: "module.archive", mode: "managed", type: "alicloud_oss_bucket", name: "orders" },
          provider: 'module.archive.provider["registry.terraform.io/aliyun/alicloud"].us',
          instances: [
            {
              index_key: "eu",
              attributes: { region: "us-west-1", extranet_endpoint: "oss-us-west-1.aliyuncs.com" },
              dependencies: ["alicloud_kms_key.main"],
            },
          ],
        },
      ],
    }),
  },
  "terraform-show": {
    name: "plan.json",
    syntax: "json",
    text: pretty({
      ...{ format_version: "1.2", terraform_version: "1.9.8", variables: { home: { value: "us-west-1" } } },
      resource_changes: [
        {
          ...{ address: "alicloud_oss_bucket.orders", mode: "managed", type: "alicloud_oss_bucket", name: "orders" },
          provider_name: "registry.terraform.io/aliyun/alicloud",
          change: { actions: ["create"], before: null, after: { extranet_endpoint: "oss-us-west-1.aliyuncs.com" } },
        },
      ],
      configuration: {
        provider_config: {
          alicloud: {
            ...{ name: "alicloud", full_name: "registry.terraform.io/aliyun/alicloud", version_constraint: "~> 1.230" },
            expressions: { region: { constant_value: "us-west-1" } },
          },
        },
        root_module: { module_calls: { cdn: { source: "git::https://git.example.com/cdn.git?ref=v1", version_constraint: "1.0.0" } } },
      },
    }),
  },
  "terraform-hcl": {
    name: "main.tf",
    syntax: "hcl",
    text: `terraform {
  required_providers { alicloud = { source = "aliyun/alicloud", version = "~> 1.230" } }
  backend "oss" { endpoint = "oss-us-west-1.aliyuncs.com" }
}
resource "alicloud_oss_bucket" "orders" { bucket = "orders.oss-us-west-1.aliyuncs.com" }
module "cdn" {
  source  = "git::https://git.example.com/cdn.git?ref=v1"
  version = "1.0.0"
}
`,
  },
  cyclonedx: {
    name: "bom.json",
    syntax: "json",
    text: pretty({
      ...{ bomFormat: "CycloneDX", specVersion: "1.6", metadata: { component: { name: "shop", "bom-ref": "shop" } } },
      components: [
        {
          ...{ type: "library", name: "ali-oss", version: "6.23.0", "bom-ref": "a", purl: "pkg:npm/ali-oss@6.23.0" },
          externalReferences: [{ type: "distribution", url: "https://registry.npmmirror.com/a.tgz" }],
        },
      ],
      services: [
        {
          ...{ name: "archive", group: "com.example", provider: { name: "Alibaba Cloud", address: { country: "CN" } } },
          ...{ endpoints: ["https://oss-us-west-1.aliyuncs.com/b"], data: [{ flow: "outbound", classification: "PII" }] },
        },
      ],
      dependencies: [{ ref: "shop", dependsOn: ["a"] }],
    }),
  },
  "npm-lockfile": {
    name: "package-lock.json",
    syntax: "json",
    text: pretty({
      ...{ name: "shop", lockfileVersion: 3 },
      packages: {
        "": { name: "shop" },
        "node_modules/ali-oss": { version: "6.23.0", resolved: "https://registry.npmmirror.com/ali-oss/-/ali-oss-6.23.0.tgz" },
      },
    }),
  },
  "aws-vpc-flow": {
    name: "flow.log",
    syntax: "words",
    text: `version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n2 123456789012 eni-1 ${flow}\n`,
  },
  "route53-resolver": {
    name: "resolver.log",
    syntax: "json",
    text: `${JSON.stringify({
      ...{ version: "1.100000", account_id: "111122223333", region: "us-east-1", vpc_id: "vpc-7example" },
      ...{ query_timestamp: "2021-02-04T17:51:55Z", query_name: "oss-us-west-1.aliyuncs.com.", query_type: "A", query_class: "IN" },
      ...{ rcode: "NOERROR", answers: [{ Rdata: "47.88.0.1", Type: "A", Class: "IN" }], srcaddr: "10.1.0.5", srcport: "56067" },
      ...{ transport: "UDP", srcids: { instance: "i-0d15cd0d3example" } },
    })}\n`,
  },
  "bind-query-log": {
    name: "query.log",
    syntax: "words",
    text: "27-Nov-2026 07:31:02.123 queries: info: client @0x7f0c8c00 10.1.0.5#53211 (oss-us-west-1.aliyuncs.com): view inside: query: oss-us-west-1.aliyuncs.com IN A +E(0)K (10.0.0.2)\n",
  },
  "dnsmasq-log": {
    name: "dnsmasq.log",
    syntax: "words",
    text: "Nov 27 07:31:02 dnsmasq[812]: query[A] oss-us-west-1.aliyuncs.com from 10.1.0.5\nNov 27 07:31:02 dnsmasq[812]: reply oss-us-west-1.aliyuncs.com is 47.88.0.1\n",
  },
  compose: {
    name: "docker-compose.yml",
    syntax: "yaml",
    text: `services:
  web:
    image: registry.cn-hangzhou.aliyuncs.com/meridian/web:1
    environment:
      ENDPOINT: https://oss-us-west-1.aliyuncs.com
    depends_on: [cache]
  cache:
    image: redis:7
    environment: [MAIL=smtpdm.aliyun.com]
`,
  },
  kubernetes: {
    name: "app.yaml",
    syntax: "yaml",
    text: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.us-west-1.aliyuncs.com/meridian/web:1.4
          env: [{ name: BUCKET, value: https://orders.oss-us-west-1.aliyuncs.com/b }]
---
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { type: ExternalName, externalName: rm-1.mysql.rds.aliyuncs.com }
`,
  },
  "vendor-csv": {
    name: "vendors.csv",
    syntax: "csv",
    text: "vendor,service,country,website\nAlibaba Cloud,Order archive,CN,https://www.alibabacloud.com/us\n",
  },
  "host-list": {
    name: "hosts.txt",
    syntax: "words",
    text: "oss-us-west-1.aliyuncs.com\n47.88.0.1\ncos.ap-guangzhou.myqcloud.com\necs.aliyuncs.com\nwww.example.com\nb.example.com\n",
  },
};

/**
 * The files of a folder in which every string of every format is planted, one after another: in place of what stood there, behind it, before a name
 * of a host, and as an address where one belongs; each in a folder of its own, the name of one of which is planted too.
 */
export function plantedFiles(formats = artefacts): Map<string, string> {
  const files = new Map<string, string>();
  for (const [format, { name, syntax, text }] of Object.entries(formats)) {
    const mark = markOf(format);
    files.set(`${format}/${plantedName(mark)}/${name}`, text);
    for (const [place, value] of stringsIn(text, syntax).entries()) {
      const put = (how: string, planted: string) =>
        files.set(
          `${format}/${place}-${how}/${name}`,
          refill(text, syntax, (there, at) => (at === place ? planted : there)),
        );
      put("instead", payload(mark));
      put("behind", `${value}${payload(mark)}`);
      if (/^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/.test(value)) put("named", `${mark}.${value}`);
      if (/:\/\//.test(value)) put("address", plantedAddress(mark));
    }
  }
  return files;
}
