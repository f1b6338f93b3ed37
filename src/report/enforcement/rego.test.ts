import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluateCompiled, evaluateWithOpa, hasOpa } from "./policy-evaluation.js";
import { rego, regoModule } from "./rego.js";
import { sampleImages } from "./sample-images.js";
import { hostilePlan, samplePlan } from "./sample-plan.js";
import { change, terraformPlan } from "./sample-terraform.js";

const during = "2026-12-01T12:00:00Z";
const plan = samplePlan();
const hasTerraform = spawnSync("terraform", ["version"]).status === 0;

describe.each([
  { by: "compiled to WebAssembly", evaluate: evaluateCompiled, present: true },
  { by: "by opa on the PATH", evaluate: evaluateWithOpa, present: hasOpa() },
])("the Rego policy, $by", ({ evaluate, present }) => {
  const test = it.skipIf(!present);
  const denied = async (input: unknown, moment = during) => (await evaluate(plan, input, moment)).deny.sort();

  test("refuses what a blocked provider would create, and says why, by which source and until when", async () => {
    const input = terraformPlan([change("alicloud_oss_bucket.logs", ["create"]), change("aws_s3_bucket.logs", ["create"])]);
    expect(await denied(input)).toEqual([
      "alicloud_oss_bucket.logs (create). Alibaba Cloud: its Terraform provider (high confidence; https://docs.example/endpoints). Prohibition of Alibaba Cloud, to be reviewed by 2027-03-01.",
    ]);
  });

  test.each([
    ["update", ["update"], true],
    ["replacement", ["delete", "create"], true],
    ["reading", ["read"], true],
    ["destruction", ["delete"], false],
    ["nothing to do", ["no-op"], false],
    ["forgetting", ["forget"], false],
  ])("for %s", async (_what, actions, refused) => {
    expect(await denied(terraformPlan([change("alicloud_vpc.main", actions)]))).toHaveLength(refused ? 1 : 0);
  });

  test("refuses an import, though nothing would be changed", async () => {
    const imported = { ...change("alicloud_vpc.main", ["no-op"]), change: { actions: ["no-op"], importing: { id: "vpc-1" }, after: {} } };
    expect(await denied(terraformPlan([imported]))).toHaveLength(1);
  });

  test("reminds of what is still there", async () => {
    const { warn } = await evaluate(plan, terraformPlan([change("alicloud_vpc.main", ["no-op"])]), during);
    expect(warn).toHaveLength(1);
    expect(warn[0]).toMatch(/^alicloud_vpc\.main is still there\. Alibaba Cloud: its Terraform provider/);
  });

  test.each([
    ["the same provider from a mirror", "mirror.corp.example/aliyun/alicloud", "custom_thing.one", 1],
    ["a fork of it, by the type of the resource", "registry.terraform.io/someone/fork", "alicloud_vpc.main", 1],
    ["upper case", "registry.terraform.io/AliYun/AliCloud", "custom_thing.one", 1],
    ["a provider from the host of its own registry", "tf.timeweb.example/timeweb/cloud", "custom_thing.one", 1],
    ["the same name on another registry than its own", "registry.terraform.io/timeweb/cloud", "custom_thing.one", 0],
    ["a name that only ends alike", "registry.terraform.io/notaliyun/alicloud", "custom_thing.one", 0],
    ["a type that only begins alike", "registry.terraform.io/hashicorp/aws", "alicloudish.one", 0],
  ])("knows %s", async (_what, provider_name, address, count) => {
    expect(await denied(terraformPlan([change(address, ["create"], { provider_name })]))).toHaveLength(count);
  });

  test("refuses a provider that is configured for nothing, and lets it stay as long as something is left to destroy", async () => {
    const configuration = { provider_config: { alicloud: { name: "alicloud", full_name: "registry.terraform.io/aliyun/alicloud" } } };
    expect(await denied(terraformPlan([], configuration))).toEqual([expect.stringMatching(/^provider alicloud\. /)]);
    expect(await denied(terraformPlan([change("alicloud_vpc.main", ["delete"])], configuration))).toEqual([]);
  });

  test("refuses data sources, in modules too", async () => {
    const source = {
      address: "data.alicloud_zones.all",
      mode: "data",
      type: "alicloud_zones",
      name: "all",
      provider_config_key: "alicloud",
    };
    const root_module = { module_calls: { network: { source: "./network", module: { resources: [source] } } } };
    expect(await denied(terraformPlan([], { root_module }))).toEqual([
      expect.stringMatching(/^data\.alicloud_zones\.all \(data source\)\. /),
    ]);
  });

  test.each([
    ["git::https://code.aliyuncs.com/team/vpc.git?ref=v1", 1],
    ["https://bucket.oss-cn-hangzhou.aliyuncs.com/vpc.zip", 1],
    ["git::ssh://git@CODE.ALIYUNCS.COM:22/team/vpc.git", 1],
    ["git::https://open.aliyuncs.com/team/vpc.git", 0],
    ["git::https://github.com/aliyuncs.com/vpc.git", 0],
    ["terraform-aws-modules/vpc/aws", 0],
    ["https://notaliyuncs.com/vpc.zip", 0],
    ["https://aliyuncs.com.example/vpc.zip", 0],
  ])("a module from %s", async (source, count) => {
    expect(await denied(terraformPlan([], { root_module: { module_calls: { network: { source } } } }))).toHaveLength(count);
  });

  test("refuses a blocked host in an attribute, wherever it stands in the value, and shows no more of the value than the host", async () => {
    const after = { environment: [{ variables: { STORE: "https://user:secret@Bucket.oss-cn-beijing.aliyuncs.com/x" } }] };
    const answers = await denied(terraformPlan([change("aws_lambda_function.shop", ["update"], {}, after)]));
    expect(answers).toEqual([
      expect.stringMatching(/^aws_lambda_function\.shop: environment\.0\.variables\.STORE names bucket\.oss-cn-beijing\.aliyuncs\.com\. /),
    ]);
    expect(answers.join()).not.toContain("secret");
  });

  test.each([
    ["open.aliyuncs.com", 0],
    ["api.open.aliyuncs.com", 0],
    ["reopen.aliyuncs.com", 1],
    ["*.aliyuncs.com", 1],
    ["aliyuncs.com.", 1],
    ['[{"image":"registry.cn-hangzhou.aliyuncs.com/a/b:1"}]', 1],
    ["https:\\/\\/oss.aliyuncs.com\\/x", 1],
    ["0123.dkr.ecr.us-east-1.amazonaws.com/mirror/registry.cn-hangzhou.aliyuncs.com/x:1", 0],
    ["com.aliyuncs", 0],
    ["", 0],
  ])("an attribute with %s", async (value, count) => {
    const answers = await denied(terraformPlan([change("aws_ssm_parameter.endpoint", ["create"], {}, { value })]));
    expect(new Set(answers.map((answer) => answer.split(". ")[0])).size).toBe(count);
  });

  test("sees the host that comes into a provider or a data source by a variable", async () => {
    const root_module = {
      resources: [
        {
          address: "data.http.x",
          mode: "data",
          type: "http",
          name: "x",
          expressions: { url: { references: ["var.endpoints.store", "var.endpoints"] } },
        },
      ],
    };
    const provider_config = {
      aws: { full_name: "registry.terraform.io/hashicorp/aws", expressions: { s3: { constant_value: "var.aliyuncs.com" } } },
    };
    const answers = await denied(
      terraformPlan([], { root_module, provider_config }, { endpoints: { value: { store: "oss.alicdn.com" } } }),
    );
    expect(answers).toEqual([
      expect.stringMatching(/^data\.http\.x: url\.references\.\d names oss\.alicdn\.com/),
      expect.stringMatching(/^data\.http\.x: url\.references\.\d names oss\.alicdn\.com/),
      expect.stringMatching(/^provider aws: s3\.constant_value names var\.aliyuncs\.com/),
    ]);
  });

  test("lets a block list name what it blocks, and says so", async () => {
    const list = change("aws_route53_resolver_firewall_domain_list.cut", ["create"], {}, { domains: ["aliyuncs.com"] });
    const { deny, warn } = await evaluate(plan, terraformPlan([list]), during);
    expect(deny).toEqual([]);
    expect(warn).toEqual([expect.stringContaining("aws_route53_resolver_firewall_domain_list is taken for a block list")]);
  });

  test("reads the plan of a run in HCP Terraform", async () => {
    const input = { plan: terraformPlan([change("alicloud_vpc.main", ["create"])]), run: { id: "run-1" } };
    expect(await denied(input)).toHaveLength(1);
  });

  test("refuses Kubernetes objects by their images: pods, templates, resources of others, lists, reviews and combined files", async () => {
    const spec = { containers: [{ name: "a", image: "registry.cn-hangzhou.aliyuncs.com/shop/web:1" }] };
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "shop" }, spec };
    const said = [
      expect.stringMatching(
        /^Pod\/shop: image registry\.cn-hangzhou\.aliyuncs\.com\/shop\/web:1 comes from registry\.cn-hangzhou\.aliyuncs\.com\. /,
      ),
    ];
    const both = [...said, ...said];
    expect(await denied(pod)).toEqual(both);
    expect(await denied({ apiVersion: "v1", kind: "List", items: [pod] })).toHaveLength(4);
    expect(await denied({ apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", request: { object: pod } })).toEqual(
      expect.arrayContaining(both),
    );
    expect(await denied({ review: { object: pod }, parameters: {} })).toEqual(both);
    expect(await denied([{ path: "a.yaml", contents: [pod] }])).toEqual(both);
    const rollout = { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", metadata: { name: "shop" }, spec: { template: { spec } } };
    expect(await denied(rollout)).toHaveLength(2);
    const volume = {
      ...pod,
      spec: { containers: [], volumes: [{ name: "model", image: { reference: "registry.cn-hangzhou.aliyuncs.com/m:1" } }] },
    };
    expect(await denied(volume)).toHaveLength(2);
  });

  test.each(sampleImages)("image %s: refused %s", async (image, refused) => {
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "shop" }, spec: { initContainers: [{ image }] } };
    expect((await denied(pod)).length > 0).toBe(refused);
  });

  test("only warns before the first day, and refuses nothing after the last but says so", async () => {
    const input = terraformPlan([change("alicloud_vpc.main", ["create"])]);
    const before = await evaluate(plan, input, "2026-10-31T23:59:59Z");
    expect(before.deny).toEqual([]);
    expect(before.warn).toEqual([expect.stringMatching(/^From 2026-11-01 this is refused: alicloud_vpc\.main \(create\)\. /)]);
    expect((await evaluate(plan, input, "2026-11-01T00:00:01Z")).deny).toHaveLength(1);
    expect((await evaluate(plan, input, "2027-06-30T23:59:59Z")).deny).toHaveLength(1);
    const after = await evaluate(plan, input, "2027-07-01T00:00:01Z");
    expect(after.deny).toEqual([]);
    expect(after.warn).toEqual([
      "Prohibition of Alibaba Cloud: EXPIRED after 2027-06-30. This policy refuses nothing any more: renew it or take it out.",
    ]);
  });

  test("warns when the review is due", async () => {
    const { warn } = await evaluate(plan, terraformPlan([]), "2027-03-02T00:00:00Z");
    expect(warn).toEqual(["Prohibition of Alibaba Cloud: the review of this block was due by 2027-03-01."]);
  });

  test("says when nothing in the input was checked", async () => {
    const { deny, warn } = await evaluate(plan, { replicas: 1 }, during);
    expect(deny).toEqual([]);
    expect(warn).toEqual(["Prohibition of Alibaba Cloud: neither a plan of Terraform nor a Kubernetes object; nothing was checked in it."]);
  });

  test("stands whatever the plan's texts hold", async () => {
    const input = terraformPlan([change("alicloud_vpc.main", ["create"]), change("aws_s3_bucket.logs", ["create"])]);
    expect((await evaluate(hostilePlan(), input, during)).deny).toHaveLength(1);
  });
});

describe.skipIf(!hasTerraform)("the Rego policy on what the terraform on the PATH plans", () => {
  it("reads the plan as it really is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "beholden-plan-"));
    try {
      mkdirSync(join(folder, "inner"));
      const endpoint = 'variable "endpoint" {\n  default = "https://oss-cn-beijing.aliyuncs.com"\n}\n';
      const module = 'module "inner" {\n  source   = "./inner"\n  endpoint = var.endpoint\n}\n';
      const allowed = 'resource "terraform_data" "allowed" {\n  input = "https://s3.amazonaws.com"\n}\n';
      writeFileSync(join(folder, "main.tf"), endpoint + module + allowed);
      const inner = 'variable "endpoint" {}\nresource "terraform_data" "shop" {\n  input = { store = [var.endpoint] }\n}\n';
      writeFileSync(join(folder, "inner", "main.tf"), inner);
      const env = { PATH: process.env.PATH, HOME: folder, CHECKPOINT_DISABLE: "1" };
      const terraform = (...args: string[]) => execFileSync("terraform", args, { cwd: folder, env, encoding: "utf8" });
      terraform("init");
      terraform("plan", "-out=plan.out");
      const { deny } = await evaluateCompiled(plan, JSON.parse(terraform("show", "-json", "plan.out")), during);
      expect(deny).toEqual([
        expect.stringMatching(/^module\.inner\.terraform_data\.shop: input\.store\.0 names oss-cn-beijing\.aliyuncs\.com\. /),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

describe("the Rego file", () => {
  it("is the one whose rules were compiled; if not: node scripts/compile-policy-rules.mjs", () => {
    const compiled = readFileSync("src/report/enforcement/fixtures/rules.sha256", "utf8").trim();
    expect(createHash("sha256").update(regoModule).digest("hex")).toBe(compiled);
  });

  it("says what it enforces, by what, from when to when, and what is withheld", () => {
    const text = rego.render(plan);
    expect(text).toBe(rego.render(samplePlan()));
    expect(text).toContain("# Prohibition of Alibaba Cloud\n");
    expect(text).toContain(`# Carries out the determination on Meridian Retail, Inc., sha256 ${"b".repeat(64)}\n`);
    expect(text).toContain("# From 2026-11-01. Review on 2027-03-01. Expires 2027-06-30");
    expect(text).toMatch(/^# +alibaba\.com: others share it; Alibaba\.com, because the marketplace has it/m);
  });

  it.each([plan, hostilePlan()])("is comments, one package, two imports, values and the rules, and nothing else", (each) => {
    const text = rego.render(each);
    const [before = "", values = ""] = text.split("# ---- what is blocked ----\n");
    expect(before.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual([
      "package beholden.enforcement",
      "import data.beholden.enforcement as blocked",
      "import rego.v1",
    ]);
    expect(values.endsWith(regoModule.slice(regoModule.indexOf("# ---- when ----")))).toBe(true);
    const statements = values
      .slice(0, values.indexOf("# ---- when ----"))
      .split(/^(?=\w+ := )/m)
      .slice(1);
    for (const statement of statements) {
      const value = statement.slice(statement.indexOf(":=") + 2).replace(/,\n(?=[\]}])/g, "\n");
      expect(() => JSON.parse(value)).not.toThrow();
    }
    expect(statements.map((statement) => statement.split(" ")[0])).toEqual([
      ...["title", "from_day", "review_day", "expires_day", "from_ns", "review_ns", "end_ns"],
      ...["names", "registries", "terraform", "block_list_types"],
    ]);
  });

  it("tells what it could not express", () => {
    const text = rego.render(hostilePlan());
    expect(text).toMatch(/^# +registry \(\.\*\): it is no host, or no fixed name ties it to anybody$/m);
  });
});
