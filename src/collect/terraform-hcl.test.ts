import { describe, expect, it } from "vitest";
import type { Observation } from "../model/index.js";
import { collect } from "./collect.js";
import { readSample, sampleFile } from "./sample-file.js";
import { sampleFolder } from "./sample-folder.js";
import { terraformHcl } from "./terraform-hcl.js";

function read(text: string, path = "main.tf") {
  return readSample(terraformHcl, sampleFile(path, text));
}

async function readModule(files: Record<string, string>): Promise<Observation[]> {
  const { observations } = await collect([sampleFolder(files)], { ownNetworks: [], exclude: [], formats: [terraformHcl] });
  return observations;
}

function resourcesIn(observations: Observation[]): Observation[] {
  return observations.filter((one) => one.kind === "terraform-resource");
}

describe("terraform-hcl", () => {
  it("reads resources and data sources, quoted labels or not", async () => {
    const { seen, problems } = await read(
      'resource "alicloud_oss_bucket" "orders" {\n}\n\n  resource tencentcloud_ccn main {\n  }\ndata "alicloud_zones" "all" {}\n',
    );
    expect(problems).toEqual([]);
    expect(seen.map((one) => [one.line, one.column, one.kind, one.value, one.context?.address])).toEqual([
      [1, 1, "terraform-resource", "alicloud_oss_bucket", "alicloud_oss_bucket.orders"],
      [4, 3, "terraform-resource", "tencentcloud_ccn", "tencentcloud_ccn.main"],
      [6, 1, "terraform-data", "alicloud_zones", "data.alicloud_zones.all"],
    ]);
  });

  it("reads settings, providers and modules", async () => {
    const { seen } = await read(`
terraform {
  required_providers {
    # source = "wrong/wrong"
    alicloud = { source = "aliyun/alicloud", version = "~> 1.230" }
    aws = "~> 2.0"
  }
  backend "oss" {
    bucket = "state"
    region = "us-west-1"
    endpoint = "oss-us-west-1.aliyuncs.com"
  }
}
provider "alicloud" {
  alias  = "us"
  region = "us-west-1"
}
module "cdn" {
  source  = "git::https://token:secret@git.example.com/cdn.git?ref=v1"
  version = "1.0.0"
}
`);
    const inOrder = seen.toSorted((left, right) => (left.line ?? 0) - (right.line ?? 0));
    expect(inOrder.map((one) => [one.line, one.kind, one.value, one.context])).toEqual([
      [
        5,
        "terraform-provider",
        "registry.terraform.io/aliyun/alicloud",
        { address: "required_providers.alicloud", providerSource: "registry.terraform.io/aliyun/alicloud", version: "~> 1.230" },
      ],
      [
        6,
        "terraform-provider",
        "registry.terraform.io/hashicorp/aws",
        { address: "required_providers.aws", providerSource: "registry.terraform.io/hashicorp/aws", version: "~> 2.0" },
      ],
      [8, "terraform-backend", "oss", { address: "terraform.backend", region: "us-west-1", regionFrom: "attribute region" }],
      [11, "host", "oss-us-west-1.aliyuncs.com", undefined],
      [
        14,
        "terraform-provider",
        "registry.terraform.io/aliyun/alicloud",
        {
          address: "provider.alicloud.us",
          region: "us-west-1",
          regionFrom: "attribute region",
          providerSource: "registry.terraform.io/aliyun/alicloud",
        },
      ],
      [18, "terraform-module", "git::https://git.example.com/cdn.git", { address: "module.cdn", version: "1.0.0" }],
      [19, "host", "git.example.com", { address: "module.cdn" }],
    ]);
  });

  it("finds hosts in literals, templates and heredocs, with line and column; not in prose, secrets or private names", async () => {
    const { seen } = await read(`resource "x_y" "z" {
  description = "see https://docs.example.com"
  password    = "hunter2.example.com"
  endpoint    = "oss-us-west-1.aliyuncs.com"
  url         = "https://\${lookup(var.m, { a = 1 })}.oss-cn-hangzhou.aliyuncs.com/x"
  user_data   = <<-EOT
    #!/bin/sh
    DB_PASSWORD=zq9x.example.com
    curl -u a:b https://get.example.com/\${var.x ? "https://nested.example.com" : ""}
  EOT
  tags = { home = "https://tag.example.com", api_token = "token.example.com" }
  inner { list = ["kafka.example.com:9092", "10.0.0.1", "db.svc.cluster.local"] }
}
`);
    expect(seen.filter((one) => one.kind === "host").map((one) => [one.line, one.column, one.value])).toEqual([
      [4, 18, "oss-us-west-1.aliyuncs.com"],
      [5, 54, "oss-cn-hangzhou.aliyuncs.com"],
      [9, 25, "get.example.com"],
      [9, 60, "nested.example.com"],
      [11, 28, "tag.example.com"],
      [12, 20, "kafka.example.com"],
    ]);
    expect(seen.every((one) => one.context?.address === "x_y.z")).toBe(true);
  });

  it("takes a folder as one module: provider regions, aliases, variables, sources and references of other files", async () => {
    const observations = await readModule({
      "main.tf": `
resource "alicloud_oss_bucket" "orders" {
  provider = alicloud.us
  kms      = alicloud_kms_key.main.id
  zone     = data.alicloud_zones.all.zones[0].id
  role     = "arn:\${module.roles.arn}:\${local.x}"
  self     = alicloud_oss_bucket.orders.id
  other    = not_here.at_all
}
resource "alicloud_vpc" "main" {}
resource "tencentcloud_cdn_domain" "shop" {}
resource "aws_s3_bucket" "own" { region = "eu-west-1" }
resource "yandex_compute_disk" "d" { zone = "ru-central1-a" }
resource "huaweicloud_vpc" "v" {}
resource "google_storage_bucket" "g" { provider = google-beta }
`,
      "keys.tf":
        'resource "alicloud_kms_key" "main" {}\ndata "alicloud_zones" "all" {}\nmodule "roles" { source = "./roles" }\nlocals { x = "cn-shanghai" }\n',
      "providers.tf": `
terraform { required_providers { alicloud = { source = "aliyun/alicloud" } } }
provider "alicloud" { region = var.home }
provider "alicloud" {
  alias = "us"
  region = "us-west-1"
}
provider "tencentcloud" { region = "\${var.tencent}" }
provider "huaweicloud" { region = var.unset }
provider "google-beta" { region = local.x }
`,
      "variables.tf": 'variable "home" { default = "cn-hangzhou" }\nvariable "tencent" { default = "ap-guangzhou" }\nvariable "unset" {}\n',
      "terraform.tfvars": 'tencent = "na-siliconvalley"\n',
      "roles/main.tf": 'resource "alicloud_ram_role" "r" {}\n',
    });
    expect(resourcesIn(observations).map((one) => [one.context?.address, one.context?.region, one.context?.regionFrom])).toEqual([
      ["alicloud_kms_key.main", "cn-hangzhou", "provider block in providers.tf, default of var.home"],
      ["alicloud_oss_bucket.orders", "us-west-1", "provider block in providers.tf"],
      ["alicloud_vpc.main", "cn-hangzhou", "provider block in providers.tf, default of var.home"],
      ["tencentcloud_cdn_domain.shop", "na-siliconvalley", "provider block in providers.tf, var.tencent set in terraform.tfvars"],
      ["aws_s3_bucket.own", "eu-west-1", "attribute region"],
      ["yandex_compute_disk.d", "ru-central1-a", "attribute zone"],
      ["huaweicloud_vpc.v", undefined, undefined],
      ["google_storage_bucket.g", "cn-shanghai", "provider block in providers.tf, local.x"],
      ["alicloud_ram_role.r", undefined, undefined],
    ]);
    const orders = resourcesIn(observations).find((one) => one.context?.address === "alicloud_oss_bucket.orders");
    expect(orders?.context?.providerSource).toBe("registry.terraform.io/aliyun/alicloud");
    expect(orders?.context?.dependsOn).toEqual(["alicloud_kms_key.main", "data.alicloud_zones.all", "module.roles"]);
  });

  it("reads the dependency lock and values files", async () => {
    const lock = await read(
      'provider "registry.terraform.io/aliyun/alicloud" {\n  version = "1.230.0"\n  hashes = ["h1:x"]\n}\n',
      ".terraform.lock.hcl",
    );
    expect(lock.seen).toMatchObject([
      { kind: "terraform-provider", value: "registry.terraform.io/aliyun/alicloud", line: 1, context: { version: "1.230.0" } },
    ]);
    const values = await read('endpoint = "oss-us-west-1.aliyuncs.com"\napi_key = "key.example.com"\n', "prod.tfvars");
    expect(values.seen).toEqual([{ kind: "host", value: "oss-us-west-1.aliyuncs.com", line: 1, column: 13 }]);
  });

  it("reads the JSON syntax to the same answers", async () => {
    const native = `
terraform { required_providers { alicloud = { source = "aliyun/alicloud" } } }
variable "home" { default = "us-west-1" }
provider "alicloud" { region = var.home }
resource "alicloud_oss_bucket" "orders" { endpoint = "https://oss-us-west-1.aliyuncs.com/\${alicloud_vpc.main.id}" }
resource "alicloud_vpc" "main" {}
module "cdn" { source = "./cdn" }
`;
    const json = {
      terraform: { required_providers: { alicloud: { source: "aliyun/alicloud" } } },
      variable: { home: { default: "us-west-1" } },
      provider: { alicloud: [{ region: `\${var.home}` }] },
      resource: {
        alicloud_oss_bucket: {
          orders: { endpoint: `https://oss-us-west-1.aliyuncs.com/\${alicloud_vpc.main.id}`, password: "x.example.com" },
        },
        alicloud_vpc: { main: {} },
      },
      module: { cdn: { source: "./cdn" } },
    };
    const fromNative = await readModule({ "main.tf": native });
    const fromJson = await readModule({ "main.tf.json": JSON.stringify(json) });
    const answers = (observations: Observation[]) =>
      observations
        .map((one) => JSON.stringify([one.kind, one.value, { ...one.context, regionFrom: one.context?.regionFrom?.replace(".json", "") }]))
        .sort();
    expect(answers(fromJson)).toEqual(answers(fromNative));
    expect(resourcesIn(fromJson)[0]?.context).toMatchObject({ region: "us-west-1", dependsOn: ["alicloud_vpc.main"] });
  });

  it.each([
    ["two equals signs", "  x = = 3\n}"],
    ["a missing quote", '  x = "unclosed\n}'],
    ["a missing bracket", "  x = [1, 2\n}"],
    ["a missing brace", "  x = 1"],
    ["a conflict", "<<<<<<< HEAD\n}\n=======\n}\n>>>>>>> theirs"],
  ])("reads on around %s, and says where it is", async (_name, broken) => {
    const { seen, problems } = await read(
      `resource "a_b" "one" {}\n\nresource "a_b" "broken" {\n${broken}\nresource "a_b" "two" {\n  x = "oss-us-west-1.aliyuncs.com"\n}\n`,
    );
    const two = 4 + broken.split("\n").length;
    expect(seen.map((one) => [one.line, one.value, one.context?.address])).toEqual(
      expect.arrayContaining([
        [1, "a_b", "a_b.one"],
        [two, "a_b", "a_b.two"],
        [two + 1, "oss-us-west-1.aliyuncs.com", "a_b.two"],
      ]),
    );
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toMatchObject({ severity: "warning", code: "hcl-syntax" });
      expect(problem.line).toBeGreaterThanOrEqual(3);
      expect(problem.line).toBeLessThanOrEqual(two);
    }
  });

  it.each(["x = [", "x = {a=", "a {", 'x = "${', "x = (", "x = !"])("survives 20,000 levels of %j", async (piece) => {
    const [first = "", rest = first] = piece.split(/(?<== )/);
    const { problems } = await read(`resource "a_b" "one" {}\n${first}${rest.repeat(20_000)}`);
    expect(problems.length).toBeGreaterThan(0);
  });
});
