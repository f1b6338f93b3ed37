import { describe, expect, it } from "vitest";
import { fullProviderSource, providerAddress } from "./terraform-provider-address.js";

describe("providerAddress", () => {
  it.each([
    ['provider["registry.terraform.io/aliyun/alicloud"]', "registry.terraform.io/aliyun/alicloud", null],
    ['provider["registry.terraform.io/aliyun/alicloud"].us', "registry.terraform.io/aliyun/alicloud", "us"],
    [
      'module.cdn.provider["registry.opentofu.org/tencentcloudstack/tencentcloud"]',
      "registry.opentofu.org/tencentcloudstack/tencentcloud",
      null,
    ],
    ["provider.alicloud", "alicloud", null],
    ["provider.alicloud.us", "alicloud", "us"],
    ["module.a.provider.alicloud", "alicloud", null],
    ["registry.terraform.io/hashicorp/aws", "registry.terraform.io/hashicorp/aws", null],
    ["aws", "aws", null],
    ["null.aliased", "null", "aliased"],
  ])("reads %s", (text, source, alias) => {
    expect(providerAddress(text)).toEqual({ source, alias });
  });
});

describe("fullProviderSource", () => {
  it.each([
    ["aws", "registry.terraform.io/hashicorp/aws"],
    ["aliyun/alicloud", "registry.terraform.io/aliyun/alicloud"],
    ["registry.example.com/a/b", "registry.example.com/a/b"],
  ])("completes %s", (source, full) => {
    expect(fullProviderSource(source)).toBe(full);
  });
});
