import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attribution, ObservationContext, ObservationKind, Reference } from "../model/index.js";
import { sampleReference } from "../trace/sample-reference.js";
import { attributeOne } from "./attribute.js";
import { sampleCatalogue, sampleNetwork, sampleProvider } from "./sample-catalogue.js";

const asOf = "2026-11-23";
const reference: Reference = { ...sampleReference(sampleCatalogue), network: sampleNetwork };

function ask(kind: ObservationKind, value: string, context?: ObservationContext): Attribution {
  return attributeOne({ kind, value, context }, reference, asOf);
}

describe("hosts", () => {
  it.each([
    ["meridian.oss-us-west-1.aliyuncs.com", "alibaba-cloud", "us-west-1", "Object Storage Service (OSS)"],
    ["rm-1.mysql.rds.aliyuncs.com", "alibaba-cloud", null, "ApsaraDB RDS"],
    ["HTTPS://User@OSS-us-west-1-internal.aliyuncs.com.:443/path?x=1", "alibaba-cloud", "us-west-1", "Object Storage Service (OSS)"],
    ["registry.us-west-1.aliyuncs.com", "alibaba-cloud", "us-west-1", null],
    ["*.aliyuncs.com", "alibaba-cloud", null, null],
    ["s3.us-west-2.amazonaws.com", "aws", "us-west-2", null],
    ["s3.cn-north-1.amazonaws.com.cn", "aws-china", "cn-north-1", null],
    ["console.aws", "aws", null, null],
    ["us-east-1-backup.s3.amazonaws.com", "aws", null, null],
  ])("%s is %s's, region %s", (host, provider, region, service) => {
    expect(ask("host", host)).toMatchObject({ provider, region, service });
  });

  it("matches on label boundaries only", () => {
    const { provider, tried } = ask("host", "notaliyuncs.com");
    expect(provider).toBeNull();
    expect(tried).toEqual(["domain suffixes and registry hosts: none ends notaliyuncs.com"]);
  });

  it.each(["com.cn", "github.io"])("says that %s is a public suffix", (suffix) => {
    expect(ask("host", suffix).tried.join()).toContain("a public suffix and nobody's host");
  });

  it("takes a single label for no public host, even one that is a brand's own top-level domain", () => {
    expect(ask("host", "aws").provider).toBeNull();
  });

  it("never takes a suffix that everybody can register under for anybody's", () => {
    const open = sampleProvider("open", {
      signatures: { domains: ["com", "com.cn", "cn"].map((suffix) => ({ suffix, sources: ["s"], confidence: "high" as const })) },
    });
    const wrong = sampleReference({ providers: [open] });
    expect(attributeOne({ kind: "host", value: "example.com.cn" }, wrong, asOf).provider).toBeNull();
    expect(attributeOne({ kind: "host", value: "example.com" }, wrong, asOf).provider).toBeNull();
  });

  it("reads names in other scripts as they stand in the domain name system", () => {
    const unicode = sampleProvider("unicode", {
      signatures: { domains: [{ suffix: "xn--bcher-kva.example", sources: ["s"], confidence: "high" }] },
    });
    expect(attributeOne({ kind: "host", value: "www.Bücher.example" }, sampleReference({ providers: [unicode] }), asOf).provider).toBe(
      "unicode",
    );
  });

  it("lets the longer suffix win, whatever the order of the providers", () => {
    const labels = fc.array(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(labels, fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), fc.boolean(), (ends, inner, swap) => {
        const shorter = `${ends.join(".")}.example`;
        const longer = `${inner}.${shorter}`;
        const providers = [shorter, longer].map((suffix, at) =>
          sampleProvider(at === 0 ? "outer" : "inner", { signatures: { domains: [{ suffix, sources: ["s"], confidence: "high" }] } }),
        );
        const sample = sampleReference({ providers: swap ? providers.toReversed() : providers });
        expect(attributeOne({ kind: "host", value: `www.${longer}` }, sample, asOf).provider).toBe("inner");
        expect(attributeOne({ kind: "host", value: `www.${shorter}` }, sample, asOf).provider).toBe(inner === "www" ? "inner" : "outer");
      }),
    );
  });
});
