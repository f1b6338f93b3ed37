import { describe, expect, it } from "vitest";
import type { Attribution, ObservationContext, ObservationKind, Reference } from "../model/index.js";
import { sampleReference } from "../trace/sample-reference.js";
import { attributeOne } from "./attribute.js";
import { sampleCatalogue, sampleNetwork } from "./sample-catalogue.js";

const asOf = "2026-11-23";
const reference: Reference = { ...sampleReference(sampleCatalogue), network: sampleNetwork };

function ask(kind: ObservationKind, value: string, context?: ObservationContext): Attribution {
  return attributeOne({ kind, value, context }, reference, asOf);
}

describe("Terraform", () => {
  it("reads the provider's source before the type", () => {
    expect(
      ask("terraform-resource", "alicloud_oss_bucket", { providerSource: 'provider["registry.terraform.io/aliyun/alicloud"]' }),
    ).toMatchObject({
      provider: "alibaba-cloud",
      service: "Object Storage Service (OSS)",
      confidence: "high",
      signature: { kind: "terraform-source", value: "aliyun/alicloud" },
    });
    expect(ask("terraform-data", "alicloud_regions").signature).toMatchObject({ kind: "terraform-type", value: "alicloud_" });
  });

  it.each(["kubernetes_deployment", "random_id", "null_resource", "helm_release"])("%s says nothing about who runs it", (type) => {
    expect(ask("terraform-resource", type)).toMatchObject({ provider: null });
    expect(ask("terraform-resource", type).tried.join()).toContain("says nothing about who runs it");
  });

  it.each([
    ["registry.terraform.io/aliyun/alicloud", "alibaba-cloud"],
    ["registry.opentofu.org/hashicorp/aws", "aws"],
    ["-/aws", "aws"],
    ["aws", "aws"],
    ["hashicorp/random", null],
    ["example/unheard-of", null],
  ])("provider %s is %s's", (source, provider) => {
    expect(ask("terraform-provider", source).provider).toBe(provider);
  });

  it.each([
    ["s3", "aws", "medium"],
    ["azurerm", "azure", "high"],
    ["oss", "alibaba-cloud", "high"],
    ["local", null, null],
    ["constructor", null, null],
  ])("backend %s keeps the state with %s", (backend, provider, confidence) => {
    expect(ask("terraform-backend", backend)).toMatchObject({ provider, confidence });
  });

  it.each([
    ["./modules/cdn", null, "a local path"],
    ["../shared", null, "a local path"],
    ["aliyun/oss-bucket/alicloud", "alibaba-cloud", "namespace"],
    ["hashicorp/consul/aws", null, "more than one provider"],
    ["terraform-aws-modules/vpc/aws//modules/x", null, "no provider's"],
    ["oss::https://oss-us-west-1.aliyuncs.com/bucket/m.zip", "alibaba-cloud", "oss-us-west-1.aliyuncs.com"],
    ["s3::https://s3.us-west-2.amazonaws.com/bucket/m.zip", "aws", "amazonaws.com"],
    ["git::ssh://git@code.huawei.com/m.git?ref=1", "huawei-group", "code.huawei.com"],
    ["git@code.huawei.com:team/m.git", "huawei-group", "code.huawei.com"],
    ["code.huawei.com/team/module/aws", "huawei-group", "code.huawei.com"],
  ])("module %s is %s's", (source, provider, why) => {
    const found = ask("terraform-module", source);
    expect(found.provider).toBe(provider);
    expect(found.tried.join("; ")).toContain(why);
  });
});
