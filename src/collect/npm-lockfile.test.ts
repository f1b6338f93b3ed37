import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { npmLockfile } from "./npm-lockfile.js";
import { readSample, sampleFile } from "./sample-file.js";

function lock(packages: object, more: object = {}): string {
  return JSON.stringify(
    { name: "shop", lockfileVersion: 3, requires: true, packages: { "": { name: "shop" }, ...packages }, ...more },
    null,
    1,
  );
}

const read = (text: string) => readSample(npmLockfile, sampleFile("package-lock.json", text));

describe("an npm lockfile", () => {
  it("gives each package, and each host it was resolved from once with its count and first line", async () => {
    const text = lock({
      "node_modules/ali-oss": { version: "6.23.0", resolved: "https://registry.npmmirror.com/ali-oss/-/ali-oss-6.23.0.tgz" },
      "node_modules/@alicloud/pop-core": { version: "1.8.0", resolved: "https://registry.npmmirror.com/x.tgz" },
      "node_modules/a/node_modules/ms": { version: "2.1.3", resolved: "https://registry.npmjs.org/ms/-/ms-2.1.3.tgz" },
    });
    const { seen, values } = await read(text);
    expect(values("package")).toEqual(["pkg:npm/ali-oss@6.23.0", "pkg:npm/%40alicloud/pop-core@1.8.0", "pkg:npm/ms@2.1.3"]);
    const line = text.split("\n").findIndex((one) => one.includes("npmmirror")) + 1;
    expect(seen.filter((one) => one.kind === "package-source")).toEqual([
      { kind: "package-source", value: "registry.npmmirror.com", count: 2, line, column: expect.any(Number) },
      { kind: "package-source", value: "registry.npmjs.org", count: 1, line: expect.any(Number), column: expect.any(Number) },
    ]);
  });

  it("leaves out the project, workspaces and links, and takes an alias by its real name", async () => {
    const { values } = await read(
      lock({
        "packages/own": { version: "1.0.0" },
        "node_modules/own": { resolved: "packages/own", link: true },
        "node_modules/alias": { name: "real", version: "2.0.0", resolved: "https://registry.npmjs.org/real.tgz" },
      }),
    );
    expect(values("package")).toEqual(["pkg:npm/real@2.0.0"]);
  });

  it("says once how many packages do not tell their source", async () => {
    const { problems } = await read(
      lock({
        "node_modules/a": { version: "1.0.0" },
        "node_modules/b": { version: "1.0.0" },
        "node_modules/c": { version: "1.0.0", inBundle: true },
      }),
    );
    expect(problems).toMatchObject([
      { severity: "note", code: "lockfile-no-source", message: "2 of 3 packages do not say where they were resolved from" },
    ]);
  });

  it("reads the tree of version 1, git sources, and never a token", async () => {
    const { seen, values } = await read(
      JSON.stringify({
        lockfileVersion: 1,
        dependencies: {
          a: {
            version: "1.0.0",
            resolved: "https://user:not-a-real-token@npm.example.com/a.tgz?key=not-a-real-token",
            dependencies: { b: { version: "git+ssh://git@gitee.com/x/b.git#abc" } },
          },
        },
      }),
    );
    expect(values("package")).toEqual(["pkg:npm/a@1.0.0", "pkg:npm/b"]);
    expect(values("package-source")).toEqual(["npm.example.com", "gitee.com"]);
    expect(JSON.stringify(seen)).not.toContain("not-a-real-token");
  });

  it("tells packages from a registry without a public name, and entries without a name", async () => {
    const { values, problems } = await read(
      lock({
        "node_modules/": { version: "1.0.0" },
        "node_modules/a": { version: "1.0.0", resolved: "http://nexus.corp.local:8081/a.tgz" },
        "node_modules/b": 5,
      }),
    );
    expect(values("package")).toEqual(["pkg:npm/a@1.0.0", "pkg:npm/b"]);
    expect(values("package-source")).toEqual([]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["lockfile-entry", "warning"],
      ["lockfile-no-source", "note"],
      ["lockfile-private-source", "note"],
    ]);
  });

  it("warns of a version that is not known", async () => {
    const { problems } = await read('{ "lockfileVersion": 9, "packages": {} }');
    expect(problems).toMatchObject([{ code: "lockfile-version", line: 1, column: 22 }]);
  });

  it("keeps what stood before a break", async () => {
    const text = lock({
      "node_modules/a": { version: "1.0.0", resolved: "https://registry.npmjs.org/a.tgz" },
      "node_modules/b": { version: "1.0.0" },
    });
    const { values, problems } = await read(text.slice(0, text.indexOf("node_modules/b")));
    expect(values("package")).toEqual(["pkg:npm/a@1.0.0"]);
    expect(problems[0]).toMatchObject({ code: "json-truncated", severity: "error" });
  });
});

const corpus = "../shared/corpus/artefacts/lockfiles/apache-rocketmq-dashboard/frontend-new/package-lock.json";

describe.skipIf(!existsSync(corpus))("a real lockfile, counted independently", () => {
  it("has 1,439 entries from one mirror", async () => {
    const { seen } = await read(readFileSync(corpus, "utf8"));
    expect(seen.filter((one) => one.kind === "package-source").map(({ value, count }) => [value, count])).toEqual([
      ["registry.npmmirror.com", 1439],
    ]);
    expect(seen.filter((one) => one.kind === "package")).toHaveLength(1439);
  });
});
