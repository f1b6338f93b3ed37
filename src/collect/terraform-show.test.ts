import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSample, sampleFile } from "./sample-file.js";
import { terraformShow } from "./terraform-show.js";

function read(document: unknown) {
  return readSample(terraformShow, sampleFile("plan.json", typeof document === "string" ? document : JSON.stringify(document)));
}

const bucket = {
  address: "alicloud_oss_bucket.orders",
  mode: "managed",
  type: "alicloud_oss_bucket",
  name: "orders",
  provider_name: "registry.terraform.io/aliyun/alicloud",
};

const plan = {
  format_version: "1.2",
  terraform_version: "1.9.8",
  variables: { home: { value: "us-west-1" }, password: { value: "zQ9x" } },
  planned_values: {
    outputs: { secret: { value: "zQ9x" } },
    root_module: { resources: [{ ...bucket, values: { bucket: "orders" } }] },
  },
  resource_changes: [
    { ...bucket, change: { actions: ["create"], before: null, after: { extranet_endpoint: "oss-us-west-1.aliyuncs.com" } } },
    {
      ...bucket,
      address: "module.cdn[0].tencentcloud_cdn_domain.shop",
      type: "tencentcloud_cdn_domain",
      provider_name: "registry.terraform.io/tencentcloudstack/tencentcloud",
      change: { actions: ["delete"], before: { cname: "shop.cdn.dnsv1.com" }, after: null },
    },
    { ...bucket, address: "data.alicloud_zones.all", mode: "data", type: "alicloud_zones", change: { actions: ["read"], after: {} } },
  ],
  prior_state: { values: { root_module: { resources: [{ ...bucket, address: "alicloud_oss_bucket.old", values: { x: "zQ9x" } }] } } },
  configuration: {
    provider_config: {
      alicloud: {
        name: "alicloud",
        full_name: "registry.terraform.io/aliyun/alicloud",
        version_constraint: "~> 1.230",
        expressions: { region: { references: ["var.home"] }, secret_key: { constant_value: "zQ9x" } },
      },
      "module.cdn:tencentcloud": {
        name: "tencentcloud",
        full_name: "registry.terraform.io/tencentcloudstack/tencentcloud",
        expressions: { region: { constant_value: "ap-guangzhou" } },
      },
    },
    root_module: {
      resources: [
        {
          address: "alicloud_oss_bucket.orders",
          provider_config_key: "alicloud",
          expressions: {
            kms: { references: ["alicloud_kms_key.main.id", "alicloud_kms_key.main", "var.home"] },
            rule: [{ zone: { references: ["data.alicloud_zones.all.zones[0].id", "data.alicloud_zones.all"] } }],
          },
        },
      ],
      module_calls: {
        cdn: {
          source: "git::https://token:zQ9x@git.example.com/cdn.git?ref=v1",
          version_constraint: "1.0.0",
          module: { resources: [{ address: "tencentcloud_cdn_domain.shop", provider_config_key: "module.cdn:tencentcloud" }] },
        },
      },
    },
  },
};

describe("terraform-show", () => {
  it("is told from other JSON by its content", () => {
    expect(terraformShow.recognises(sampleFile("a.json", JSON.stringify(plan)))).toBe(true);
    expect(terraformShow.recognises(sampleFile("a.json", '{"planned_values": {}}'))).toBe(true);
    expect(terraformShow.recognises(sampleFile("a.json", '{"format_version": "1.0", "provider_schemas": {}}'))).toBe(false);
    expect(terraformShow.recognises(sampleFile("a.json", '{"bomFormat": "CycloneDX"}'))).toBe(false);
  });

  it("reports what a plan changes once, with actions, the provider block's region and what it refers to", async () => {
    const { seen, problems } = await read(plan);
    expect(problems).toEqual([]);
    const resources = seen.filter((one) => one.kind === "terraform-resource" || one.kind === "terraform-data");
    expect(resources.map((one) => [one.value, one.context])).toEqual([
      [
        "alicloud_oss_bucket",
        {
          address: "alicloud_oss_bucket.orders",
          providerSource: "registry.terraform.io/aliyun/alicloud",
          actions: ["create"],
          region: "us-west-1",
          regionFrom: "provider block, var.home",
          dependsOn: ["alicloud_kms_key.main", "data.alicloud_zones.all"],
        },
      ],
      [
        "tencentcloud_cdn_domain",
        {
          address: "module.cdn[0].tencentcloud_cdn_domain.shop",
          providerSource: "registry.terraform.io/tencentcloudstack/tencentcloud",
          actions: ["delete"],
          region: "ap-guangzhou",
          regionFrom: "provider block",
        },
      ],
      [
        "alicloud_zones",
        { address: "data.alicloud_zones.all", providerSource: "registry.terraform.io/aliyun/alicloud", actions: ["read"] },
      ],
    ]);
  });

  it("reports hosts of what comes and of what is deleted", async () => {
    const { seen } = await read(plan);
    expect(seen.filter((one) => one.kind === "host").map((one) => [one.value, one.context?.address])).toEqual([
      ["oss-us-west-1.aliyuncs.com", "alicloud_oss_bucket.orders"],
      ["shop.cdn.dnsv1.com", "module.cdn[0].tencentcloud_cdn_domain.shop"],
    ]);
  });

  it("reports provider blocks and module sources", async () => {
    const { seen } = await read(plan);
    expect(
      seen.filter((one) => one.kind === "terraform-provider").map((one) => [one.value, one.context?.region, one.context?.version]),
    ).toEqual([
      ["registry.terraform.io/aliyun/alicloud", "us-west-1", "~> 1.230"],
      ["registry.terraform.io/tencentcloudstack/tencentcloud", "ap-guangzhou", undefined],
    ]);
    expect(seen.filter((one) => one.kind === "terraform-module").map((one) => [one.value, one.context])).toEqual([
      ["git::https://git.example.com/cdn.git", { address: "module.cdn", version: "1.0.0" }],
    ]);
  });

  it("reads a state with its child modules and passes over what is marked sensitive", async () => {
    const { values } = {
      values: {
        outputs: { x: { sensitive: true, value: "zQ9x" } },
        root_module: {
          resources: [{ ...bucket, values: { region: "us-west-1", host: "zq9x.example.com" }, sensitive_values: { host: true } }],
          child_modules: [
            {
              address: "module.a",
              child_modules: [
                { address: "module.a.module.b", resources: [{ ...bucket, address: "module.a.module.b.alicloud_oss_bucket.orders" }] },
              ],
            },
          ],
        },
      },
    };
    const result = await read({ format_version: "1.0", terraform_version: "1.9.8", values });
    expect(result.seen.map((one) => one.context?.address)).toEqual([
      "alicloud_oss_bucket.orders",
      "module.a.module.b.alicloud_oss_bucket.orders",
    ]);
    expect(JSON.stringify(result).toLowerCase()).not.toContain("zq9x");
  });

  it("takes planned values where a plan lists no changes", async () => {
    const { resource_changes: _, ...without } = plan;
    const { seen } = await read(without);
    expect(seen.filter((one) => one.kind === "terraform-resource").map((one) => one.context?.address)).toEqual([
      "alicloud_oss_bucket.orders",
    ]);
  });

  it("keeps what stood before a break", async () => {
    const text = JSON.stringify(plan);
    const { seen, problems } = await read(text.slice(0, text.indexOf('"prior_state"')));
    expect(seen.filter((one) => one.kind === "terraform-resource").length).toBe(2);
    expect(problems.map((one) => one.code)).toEqual(["json-truncated"]);
  });

  it("lets no value out but regions and public hosts", async () => {
    expect(JSON.stringify(await read(plan))).not.toContain("zQ9x");
    const secret = fc.string({ minLength: 4, unit: fc.constantFrom("a", "B", "7", "-", "/", "+", "=", "!") }).map((odd) => `zQ9x${odd}`);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom("password", "value", "id", "content", "token"), secret), async (values) => {
        const change = { actions: ["update"], before: values, after: values, after_sensitive: {} };
        const told = await read({
          ...plan,
          resource_changes: [{ ...bucket, change }],
          resource_drift: [{ ...bucket, change }],
          variables: values,
        });
        expect(JSON.stringify(told)).not.toContain("zQ9x");
      }),
    );
  });
});
