import fc from "fast-check";
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

describe("software", () => {
  it("finds the registry and its region, and who wrote a mirrored image", () => {
    expect(
      ask("image", "registry.cn-hangzhou.aliyuncs.com/google_containers/pause:3.9", { claimedOrigin: "registry.k8s.io/pause" }),
    ).toMatchObject({
      provider: "alibaba-cloud",
      region: "cn-hangzhou",
      technology: { author: "registry.k8s.io", provider: null, basis: "a mirror of registry.k8s.io/pause, as the artefact says" },
    });
    expect(
      ask("image", "registry.cn-hangzhou.aliyuncs.com/x/y", { claimedOrigin: "1.dkr.ecr.us-west-2.amazonaws.com/y" }).technology,
    ).toMatchObject({
      author: "Amazon Web Services, Inc.",
      provider: "aws",
    });
  });

  it("takes a package of npm for the same with qualifiers or without", () => {
    const name = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom("a", "B", "7", ".", "-", "_", "%40", "/", "@", "~") });
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom("ali-oss", "%40alicloud/x", "%40alicloud%2Fx"), name), name, (written, version) => {
        const text = `pkg:npm/${written}@${version}`;
        const { tried, ...rest } = ask("package", `${text}?`);
        const plain = ask("package", text);
        expect(plain).toEqual({ ...rest, tried: tried.map((one) => one.replace(`${text}?`, text)) });
      }),
    );
  });

  it("keeps the surer of two signs that agree", () => {
    expect(ask("image", "registry-intl.us-west-1.aliyuncs.com/a/b:1")).toMatchObject({
      confidence: "high",
      region: "us-west-1",
      signature: { kind: "domain-suffix" },
    });
  });

  it.each(["nginx:1.27", "library/redis", "localhost:5000/app", "10.0.0.1:5000/app"])("%s is on no provider's registry", (image) => {
    expect(ask("image", image).provider).toBeNull();
  });

  it.each([
    ["pkg:npm/ali-oss@6.23.0", "alibaba-cloud"],
    ["pkg:npm/%40alicloud/pop-core@1.8.0", "alibaba-cloud"],
    ["pkg:npm/ali-oss-like@1.0.0", null],
    ["pkg:pypi/Alibabacloud-ECS20140526@1", "alibaba-cloud"],
    ["pkg:maven/com.aliyun/aliyun-java-sdk-core@4", "alibaba-cloud"],
    ["pkg:golang/github.com/aliyun/alibaba-cloud-sdk-go/services@1", "alibaba-cloud"],
    ["pkg:docker/meridian/web@1?repository_url=registry.cn-hangzhou.aliyuncs.com", "alibaba-cloud"],
    ["pkg:deb/debian/curl", null],
    ["not a purl", null],
  ])("package %s is %s's", (purl, provider) => {
    expect(ask("package", purl).provider).toBe(provider);
  });

  it("says nowhere where a package is, whatever region stands beside it", () => {
    expect(ask("package", "pkg:npm/ali-oss@6", { region: "us-west-1" })).toMatchObject({ region: null, servedFrom: null });
  });

  it("finds whose a package's download host is", () => {
    expect(ask("package-source", "https://npm.taobao.com/x").provider).toBe("alibaba-group");
  });
});
