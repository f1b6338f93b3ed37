import { expect, it } from "vitest";
import { moduleHost } from "./module-source.js";

// The forms of https://developer.hashicorp.com/terraform/language/modules/sources
it.each([
  ["./consul", undefined],
  ["../net", undefined],
  ["hashicorp/consul/aws", "registry.terraform.io"],
  ["terraform-aws-modules/cloudwatch/aws//modules/metric-alarm", "registry.terraform.io"],
  ["app.terraform.io/example-corp/k8s-cluster/azurerm", "app.terraform.io"],
  ["github.com/hashicorp/example", "github.com"],
  ["git@github.com:hashicorp/example.git", "github.com"],
  ["git::https://example.com/vpc.git?ref=v1.2.0", "example.com"],
  ["git::ssh://username@example.com/storage.git", "example.com"],
  ["https://example.com/vpc-module.zip", "example.com"],
  ["s3::https://s3-eu-west-1.amazonaws.com/examplecorp/vpc.zip", "s3-eu-west-1.amazonaws.com"],
])("%s comes from %s", (source, host) => {
  expect(moduleHost(source)).toBe(host);
});
