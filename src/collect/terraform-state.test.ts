import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSample, sampleFile } from "./sample-file.js";
import { terraformState } from "./terraform-state.js";

interface Instance {
  index_key?: string | number;
  attributes?: Record<string, unknown>;
  sensitive_attributes?: unknown[];
  dependencies?: string[];
}

function resource(over: Record<string, unknown>, ...instances: Instance[]): Record<string, unknown> {
  return { mode: "managed", type: "alicloud_oss_bucket", name: "orders", provider: "provider.alicloud", instances, ...over };
}

function state(...resources: unknown[]): string {
  return JSON.stringify({ version: 4, terraform_version: "1.9.8", serial: 7, lineage: "x", outputs: {}, resources }, null, 2);
}

function read(text: string) {
  return readSample(terraformState, sampleFile("prod/terraform.tfstate", text));
}

describe("terraform-state", () => {
  it("is told from other JSON by its content", () => {
    expect(terraformState.recognises(sampleFile("anything.json", state()))).toBe(true);
    expect(terraformState.recognises(sampleFile("terraform.tfstate", '{"version": 4, "resources": []}'))).toBe(true);
    expect(terraformState.recognises(sampleFile("package-lock.json", '{"version": "1.0.0", "lockfileVersion": 3}'))).toBe(false);
    expect(terraformState.recognises(sampleFile("plan.json", '{"format_version": "1.2", "terraform_version": "1.9.8"}'))).toBe(false);
  });

  it("reports each instance with address, region, provider and what it depends on", async () => {
    const { seen, problems } = await read(
      state(
        resource(
          { module: "module.archive", provider: 'module.archive.provider["registry.terraform.io/aliyun/alicloud"].us' },
          { index_key: "eu", attributes: { region: "us-west-1" }, dependencies: ["alicloud_kms_key.main"] },
          { index_key: 1, attributes: { location: "oss-us-west-1" } },
        ),
        resource({ mode: "data", type: "alicloud_zones", name: "all" }, { attributes: {} }),
      ),
    );
    expect(problems).toEqual([]);
    expect(seen.map((one) => [one.kind, one.value, one.context])).toEqual([
      [
        "terraform-resource",
        "alicloud_oss_bucket",
        {
          address: 'module.archive.alicloud_oss_bucket.orders["eu"]',
          region: "us-west-1",
          regionFrom: "attribute region",
          providerSource: "registry.terraform.io/aliyun/alicloud",
          dependsOn: ["alicloud_kms_key.main"],
        },
      ],
      [
        "terraform-resource",
        "alicloud_oss_bucket",
        {
          address: "module.archive.alicloud_oss_bucket.orders[1]",
          region: "oss-us-west-1",
          regionFrom: "attribute location",
          providerSource: "registry.terraform.io/aliyun/alicloud",
        },
      ],
      ["terraform-data", "alicloud_zones", { address: "data.alicloud_zones.all", providerSource: "alicloud" }],
    ]);
  });

  it("gives line and column of the instance", async () => {
    const text =
      '{"version": 4, "serial": 1, "lineage": "x", "resources": [\n {"mode": "managed", "type": "a_b", "name": "c", "instances": [\n   {"attributes": {}}]}]}';
    expect((await read(text)).seen[0]).toMatchObject({ line: 3, column: 4 });
  });

  it.each([
    [{ region: "us-west-1", availability_zone: "us-west-1a", arn: "arn:aws:s3:eu-west-1:1:x" }, "us-west-1", "attribute region"],
    [{ arn: "arn:aws:sqs:us-east-2:123456789012:orders", availability_zone: "us-east-2a" }, "us-east-2", "ARN"],
    [{ id: "arn:aws-cn:sqs:cn-north-1:123456789012:orders" }, "cn-north-1", "ARN"],
    [{ availability_zone: "ap-guangzhou-3" }, "ap-guangzhou-3", "attribute availability_zone"],
    [{ zone: "ru-central1-a" }, "ru-central1-a", "attribute zone"],
    [{ zone_id: "Z2FDTNDATAQYW2" }, undefined, undefined],
    [{ arn: "arn:aws:iam::123456789012:role/x" }, undefined, undefined],
    [{ region: "" }, undefined, undefined],
  ])("reads the region of %j", async (attributes, region, regionFrom) => {
    const { seen } = await read(state(resource({}, { attributes })));
    expect(seen[0]?.context?.region).toBe(region);
    expect(seen[0]?.context?.regionFrom).toBe(regionFrom);
  });

  it("reports hosts and addresses among the values, each once an instance, without the rest of their URLs", async () => {
    const attributes = {
      extranet_endpoint: "oss-us-west-1.aliyuncs.com",
      url: "https://user:secret@oss-us-west-1.aliyuncs.com/x?sig=secret",
      nested: [{ dns: "shop.oss-us-west-1.aliyuncs.com" }],
      public_ip: "47.88.0.1",
      private_ip: "10.0.0.1",
      bucket: "orders",
    };
    const { seen } = await read(state(resource({}, { attributes })));
    expect(seen.slice(1).map((one) => [one.kind, one.value, one.context?.address])).toEqual([
      ["host", "oss-us-west-1.aliyuncs.com", "alicloud_oss_bucket.orders"],
      ["host", "shop.oss-us-west-1.aliyuncs.com", "alicloud_oss_bucket.orders"],
      ["address", "47.88.0.1", "alicloud_oss_bucket.orders"],
    ]);
  });

  it("keeps what stood before a break", async () => {
    const text = state(resource({}, { attributes: {} }), resource({ name: "second" }, { attributes: {} }));
    const { seen, problems } = await read(text.slice(0, text.indexOf("second")));
    expect(seen.map((one) => one.context?.address)).toEqual(["alicloud_oss_bucket.orders"]);
    expect(problems.map((one) => one.code)).toEqual(["json-truncated"]);
  });

  it.each([3, 5, "4", null])("refuses version %j and says what was expected", async (version) => {
    const { problems } = await read(JSON.stringify({ version, serial: 1, lineage: "x", modules: [] }));
    expect(problems).toMatchObject([{ code: "terraform-state-version", line: 1, column: 12 }]);
  });

  it("lets no value out but regions and public hosts", async () => {
    const secret = fc
      .string({ minLength: 6, unit: fc.constantFrom("a", "B", "7", "-", "/", "+", "=", "!", "@", ":", " ") })
      .map((odd) => `zQ9x${odd}`);
    const name = fc.constantFrom(
      "password",
      "result",
      "value",
      "id",
      "bucket",
      "user_data",
      "private_key_pem",
      "secret_key",
      "content",
      "name",
      "tags",
    );
    const value = fc.oneof(
      secret,
      secret.map((one) => ({ inner: one, list: [one] })),
      secret.map(
        (one) =>
          `postgres://admin:${one.replaceAll(/[/@: ]/g, "_")}@db.example.com:5432/${encodeURIComponent(one)}?password=${encodeURIComponent(one)}`,
      ),
      secret.map((one) => `mysql://admin:${one}@db.example.com/shop`),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), secret, async (attributes, output) => {
        const marked = { endpoint: "zq9x.hidden.example.com", region: "zQ9x-1" };
        const sensitive_attributes = Object.keys(marked).map((key) => [{ type: "get_attr", value: key }]);
        const instance = { attributes: { ...attributes, ...marked, admin_password: "zq9x.com" }, sensitive_attributes };
        const text = state(resource({}, instance)).replace('"outputs": {}', `"outputs": {"x": {"value": ${JSON.stringify(output)}}}`);
        const told = JSON.stringify(await read(text));
        expect(told.toLowerCase()).not.toContain("zq9x");
      }),
    );
  });
});
