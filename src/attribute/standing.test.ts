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

describe("the four facts", () => {
  it("keeps the operator of a Chinese region apart from the brand that wrote the technology", () => {
    expect(ask("terraform-resource", "aws_s3_bucket", { region: "cn-north-1", providerSource: "hashicorp/aws" })).toMatchObject({
      provider: "aws-china",
      operator: "sinnet",
      owner: null,
      region: "cn-north-1",
      servedFrom: "CN",
      technology: { author: "Amazon.com, Inc.", provider: "aws", basis: "joint operation: technology licence and operation contract" },
    });
    expect(ask("terraform-resource", "aws_instance", { region: "cn-northwest-1b" })).toMatchObject({ operator: "nwcd", owner: null });
  });

  it("follows a joint operation to a partner of another group", () => {
    expect(ask("terraform-resource", "azurerm_storage_account", { region: "China North 2" })).toMatchObject({
      provider: "azure-china",
      operator: "shanghai-blue-cloud",
      owner: "vnet-group",
      region: "chinanorth2",
      technology: { author: "Microsoft Corporation", provider: "azure" },
    });
  });

  it("says who wrote what a provider runs on", () => {
    expect(ask("host", "obs.eu-de.otc.t-systems.com")).toMatchObject({
      operator: "t-systems",
      owner: "deutsche-telekom",
      servedFrom: "DE",
      technology: { author: "Huawei Technologies Co., Ltd.", provider: "huawei-group" },
    });
  });

  it("says whose technology it is where a joint venture runs one region", () => {
    expect(ask("host", "oss-cn-zhengzhou-jva.aliyuncs.com")).toMatchObject({
      operator: "zhengzhou-jv",
      owner: null,
      technology: { author: "Alibaba Cloud Computing Co., Ltd.", provider: "alibaba-cloud" },
    });
  });

  it("names no other author where the operator wrote it", () => {
    expect(ask("host", "oss-us-west-1.aliyuncs.com")).toMatchObject({
      operator: "alibaba-cloud-computing",
      owner: "alibaba-group-holding",
      servedFrom: "US",
      technology: null,
    });
  });

  it("leaves a region open that nobody fitting has, and says so", () => {
    expect(ask("terraform-resource", "aws_instance", { region: "mars-1" })).toMatchObject({
      provider: "aws",
      region: null,
      servedFrom: null,
    });
    expect(ask("terraform-resource", "aws_instance", { region: "mars-1" }).tried).toContain(
      "region mars-1: not on file for Amazon Web Services",
    );
    expect(ask("terraform-resource", "aws_instance", { region: `\${var.region}` }).region).toBeNull();
  });

  it.each([
    ["us-west-1a", "us-west-1"],
    ["cn-hangzhou-h", "cn-hangzhou"],
    ["cn-hangzhou-3", "cn-hangzhou"],
  ])("reads zone %s as of region %s", (zone, region) => {
    expect(ask("terraform-resource", "alicloud_instance", { region: zone }).region).toBe(region);
  });
});
