import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cycloneDx } from "./cyclonedx.js";
import { readSample, sampleFile } from "./sample-file.js";

const read = (document: object) =>
  readSample(cycloneDx, sampleFile("bom.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", ...document }, null, 1)));

describe("a CycloneDX document", () => {
  it("gives components by package URL, nested ones and those of the subject too, without qualifiers", async () => {
    const { values } = await read({
      metadata: { component: { name: "shop", components: [{ name: "z", purl: "pkg:npm/z@1.0.0" }] } },
      components: [
        {
          name: "a",
          purl: "pkg:npm/ali-oss@6.23.0?repository_url=https://u:not-a-real-token@host.example.com",
          components: [{ name: "b", purl: "pkg:maven/com.aliyun.oss/aliyun-sdk-oss@3.17.4" }],
        },
        { name: "without" },
      ],
    });
    expect(values("package")).toEqual(["pkg:npm/ali-oss@6.23.0", "pkg:maven/com.aliyun.oss/aliyun-sdk-oss@3.17.4", "pkg:npm/z@1.0.0"]);
  });

  it("gives services with who is claimed to provide them, their data and their endpoints without user-info", async () => {
    const { seen } = await read({
      services: [
        {
          name: "archive",
          group: "com.example",
          provider: { name: "Alibaba Cloud", address: { country: "CN" } },
          endpoints: ["https://u:not-a-real-token@oss-us-west-1.aliyuncs.com/b?sig=not-a-real-token"],
          data: [{ flow: "outbound", classification: "PII" }],
          services: [{ name: "inner" }],
        },
      ],
    });
    const context = {
      address: "service/com.example/archive",
      claimedProvider: { name: "Alibaba Cloud", country: "CN" },
      data: [{ flow: "outbound", classification: "PII" }],
    };
    expect(seen).toMatchObject([
      { kind: "service", value: "archive", context },
      { kind: "host", value: "oss-us-west-1.aliyuncs.com", context },
      { kind: "service", value: "inner", context: { address: "service/inner" } },
    ]);
    expect(JSON.stringify(seen)).not.toContain("not-a-real-token");
  });

  it("gives where a component is distributed from", async () => {
    const { values } = await read({
      components: [
        {
          name: "a",
          externalReferences: [
            { type: "distribution", url: "https://registry.npmmirror.com/a.tgz" },
            { type: "vcs", url: "https://github.com/a/a" },
          ],
        },
      ],
    });
    expect(values("package-source")).toEqual(["registry.npmmirror.com"]);
  });

  it("says what is not valid and reads the rest", async () => {
    const { seen, problems } = await read({
      components: [{ name: "a", purl: "no purl" }],
      services: [
        {
          name: "s",
          data: [
            { flow: "bar", classification: "foo" },
            { flow: "inbound", classification: "PII" },
          ],
        },
      ],
    });
    expect(problems.map((one) => one.expected)).toEqual([
      "a package URL such as pkg:npm/ali-oss@6.23.0",
      "a flow: inbound, outbound, bi-directional, unknown",
    ]);
    expect(seen[0]?.context?.data).toEqual([{ flow: "inbound", classification: "PII" }]);
  });

  it("refuses what does not call itself CycloneDX, and warns of an unknown version", async () => {
    expect((await read({ bomFormat: "AnotherFormat" })).problems[0]).toMatchObject({ severity: "error", code: "cyclonedx-format" });
    expect((await read({ specVersion: "9.9" })).problems[0]).toMatchObject({ severity: "warning", code: "cyclonedx-version", line: 3 });
  });
});

describe("a CycloneDX document that is odd", () => {
  it("says where parts are not what they should be", async () => {
    const { seen, problems } = await read({ components: [5, { name: "a", purl: "pkg:npm/a@1.0.0" }], services: "none" });
    expect(seen).toMatchObject([{ kind: "package", value: "pkg:npm/a@1.0.0" }]);
    expect(problems.map(({ expected, severity }) => [expected, severity])).toEqual([
      ["a component", "warning"],
      ["a list of services", "warning"],
    ]);
  });

  it("never gives a token out of a version that is an address", async () => {
    const { seen } = await read({
      components: [
        {
          name: "a",
          version: "git+https://not-a-real-token@github.com/a/a",
          purl: "pkg:npm/a@git%2Bhttps:%2F%2Fnot-a-real-token@github.com%2Fa",
        },
        { name: "b", version: "1.0.0+build", purl: "pkg:npm/b@1.0.0" },
      ],
    });
    expect(seen).toMatchObject([{ value: "pkg:npm/a" }, { value: "pkg:npm/b@1.0.0", context: { version: "1.0.0+build" } }]);
    expect(JSON.stringify(seen)).not.toContain("not-a-real-token");
  });

  it("notes an older version and reads it", async () => {
    const { values, problems } = await read({ specVersion: "1.3", components: [{ name: "a", purl: "pkg:npm/a@1.0.0" }] });
    expect(values("package")).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: "note", code: "cyclonedx-version" }]);
  });
});

const corpus = "../shared/corpus/artefacts/sbom/cyclonedx-bom-examples";

describe.skipIf(!existsSync(corpus))("the CycloneDX project's own examples, counted independently", () => {
  it("hold 1,112 packages of 1,113 components, 6 services, 8 data flows and 7 endpoints", async () => {
    const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    const all = await Promise.all(files.map((name) => readSample(cycloneDx, sampleFile(name, readFileSync(join(corpus, name), "utf8")))));
    const seen = all.flatMap((one) => one.seen);
    const services = seen.filter((one) => one.kind === "service");
    expect(files).toHaveLength(7);
    // One component, the operating system of the OBOM, has no package URL.
    expect(seen.filter((one) => one.kind === "package")).toHaveLength(1112);
    expect(services).toHaveLength(6);
    expect(services.flatMap((one) => one.context?.data ?? [])).toHaveLength(8);
    expect(seen.filter((one) => one.kind === "host")).toHaveLength(7);
  });
});

const specification = "../shared/corpus/artefacts/sbom/cyclonedx-spec-1.6/tools/src/test/resources/1.6";

describe.skipIf(!existsSync(specification))("the specification's own test documents, counted independently", () => {
  const readSpecification = (name: string) =>
    readSample(cycloneDx, sampleFile(name, readFileSync(join(specification, `${name}.json`), "utf8")));

  it.each([
    ["valid-bom-1.6", { package: 3, service: 0, host: 0, flows: 0 }],
    // A component that is a data set has no package URL.
    ["valid-component-data-1.6", { package: 0, service: 0, host: 0, flows: 0 }],
    ["valid-saasbom-1.6", { package: 0, service: 6, host: 7, flows: 11 }],
    ["valid-service-1.6", { package: 1, service: 1, host: 2, flows: 4 }],
    ["valid-service-empty-objects-1.6", { package: 0, service: 1, host: 0, flows: 0 }],
    ["valid-metadata-supplier-1.6", { package: 0, service: 0, host: 0, flows: 0 }],
  ])("%s is read without a problem", async (name, expected) => {
    const { seen, values, problems } = await readSpecification(name);
    const flows = seen.filter((one) => one.kind === "service").flatMap((one) => one.context?.data ?? []).length;
    expect({ package: values("package").length, service: values("service").length, host: values("host").length, flows }).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it("says what is wrong in those that are invalid on purpose, and reads the service beside it", async () => {
    expect((await readSpecification("invalid-bomformat-1.6")).problems).toMatchObject([
      { code: "cyclonedx-format", line: 3, expected: '"bomFormat": "CycloneDX"' },
    ]);
    const { values, problems } = await readSpecification("invalid-service-data-1.6");
    expect(values("service")).toEqual(["Stock ticker service"]);
    expect(problems).toMatchObject([
      { code: "cyclonedx-invalid", line: 16, expected: "a flow: inbound, outbound, bi-directional, unknown" },
    ]);
  });
});
