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

describe("names", () => {
  it.each([
    ["Alibaba Cloud", "alibaba-cloud", "high"],
    ["  alibaba   cloud. ", "alibaba-cloud", "high"],
    ["阿里云", "alibaba-cloud", "high"],
    ["阿里云计算有限公司", "alibaba-cloud", "high"],
    ["Aliyun", "alibaba-cloud", "medium"],
    ["ALIBABA CLOUD COMPUTING CO LTD", "alibaba-cloud", "high"],
    ["Alibaba Cloud US, L.L.C.", "alibaba-cloud", "medium"],
    ["Amazon Web Services, Inc.", "aws", "high"],
    ["T-Systems International", "open-telekom-cloud", "high"],
    ["Alibaba Clouds", null, null],
    ["Inc.", null, null],
  ])("%s is %s, %s", (name, provider, confidence) => {
    expect(ask("vendor", name)).toMatchObject({ provider, confidence });
  });

  it("decides nothing where several bear a name, and lists them", () => {
    expect(ask("vendor", "Amazon.com, Inc.").tried.join()).toContain("is borne by Amazon Web Services, AWS China");
  });

  it("takes a document's word for a service's provider with medium confidence at most", () => {
    const context = { claimedProvider: { name: "Alibaba Cloud" } };
    expect(ask("service", "Object Storage Service", context)).toMatchObject({
      provider: "alibaba-cloud",
      service: "Object Storage Service (OSS)",
      confidence: "medium",
    });
    expect(ask("service", "Anything").tried).toEqual(["service Anything: the document names no provider"]);
  });

  it("knows marks of configuration, and leaves those that several use", () => {
    expect(ask("credential", "ALICLOUD_ACCESS_KEY").provider).toBe("alibaba-cloud");
    expect(ask("credential", "OS_USERNAME").tried.join()).toContain("is used by Alibaba Cloud, Amazon Web Services");
  });
});

describe("names written otherwise", () => {
  it.each([
    ["ALIBABA CLOUD COMP. CO LTD", "alibaba-cloud"],
    ["Alibaba Cloud Computing Company Limited", "alibaba-cloud"],
    ["Cloud Computing Alibaba", "alibaba-cloud"],
    ["阿里云计算有限责任公司", "alibaba-cloud"],
  ])("%s is %s", (name, provider) => {
    expect(ask("vendor", name).provider).toBe(provider);
  });

  it("gives medium confidence at most, and says by which name and how near", () => {
    const { signature, confidence, tried } = ask("vendor", "Cloud Computing Alibaba");
    expect(confidence).toBe("medium");
    expect(signature).toMatchObject({ kind: "vendor-name", matched: "Cloud Computing Alibaba", confidence: "medium" });
    expect(signature?.note).toMatch(/^by likeness (1\.00|0\.\d\d): .*Alibaba/);
    expect(tried[0]).toBe("names of providers and their companies: none is Cloud Computing Alibaba");
  });

  it("never puts likeness before exactness: a name that somebody bears is looked for no further", () => {
    expect(ask("vendor", "Alibaba Cloud")).toMatchObject({ provider: "alibaba-cloud", confidence: "high" });
    expect(ask("vendor", "Alibaba Cloud").signature?.note).toBeUndefined();
    // Borne by two, so by nobody, however alike other names are.
    expect(ask("vendor", "Amazon.com, Inc.")).toMatchObject({ provider: null });
    expect(ask("vendor", "Amazon.com, Inc.").tried.join()).not.toContain("names like");
  });

  it("says what was nearest where a word differs", () => {
    expect(ask("vendor", "Alibaba Clouds").tried.join()).toContain("names like Alibaba Clouds");
  });
});
