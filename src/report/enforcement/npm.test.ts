import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EnforcementPlan } from "../../model/index.js";
import { npmOverrides } from "./npm-overrides.js";
import { npmrc } from "./npmrc.js";
import { hostilePlan, samplePlan } from "./sample-plan.js";
import { sampleRegistry } from "./sample-registry.js";

const plan = samplePlan();
const hasNpm = spawnSync("npm", ["--version"]).status === 0;
/** The lines of a configuration that are not comments. */
const settings = (text: string) => text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

describe("npm's configuration", () => {
  it("pins the registry and the blocked scopes, and holds nothing else", () => {
    for (const each of [plan, hostilePlan()]) {
      expect(settings(npmrc.render(each))).toEqual([
        "registry=https://registry.npmjs.org/",
        "replace-registry-host=always",
        "@alicloud:registry=https://blocked-by-beholden.invalid/",
      ]);
    }
  });

  it("says which packages npm cannot keep out", () => {
    expect(npmrc.render(plan)).toMatch(/^# +npm aliyun-\*: npm has no rule for the beginning of a name$/m);
    expect(npmrc.render(plan)).toContain(`npm query --package-lock-only '[name^="@alicloud/"]'`);
  });

  it("does not pin a scope of which others have a package, and says in both files that it is not blocked", () => {
    const sharedWith = [{ name: "Others", because: "they publish it" }];
    const withheld = [{ kind: "package" as const, value: "npm @alicloud/shared", why: "others share it", sharedWith }];
    const shared = samplePlan({ withheld });
    expect(settings(npmrc.render(shared)).join()).not.toContain("@alicloud");
    for (const format of [npmrc, npmOverrides]) {
      expect(format.render(shared)).toMatch(
        /npm @alicloud\/\*: a scope is blocked as a whole, and others have part of this one: npm @alicloud\/shared/,
      );
    }
  });

  it("pins a scope of which a package is withheld only for want of a source", () => {
    const withheld = [{ kind: "package" as const, value: "npm @alicloud/fun", why: "only a lead", sharedWith: [] }];
    expect(settings(npmrc.render(samplePlan({ withheld }))).join()).toContain("@alicloud:registry=");
  });

  it("pins to no registry that is blocked itself", () => {
    const names = [{ ...(plan.names[0] as EnforcementPlan["names"][number]), suffix: "npmjs.org", except: [] }];
    expect(settings(npmrc.render(samplePlan({ names })))[0]).toBe("replace-registry-host=always");
    expect(
      settings(npmrc.render(samplePlan({ names: [{ ...names[0], except: ["registry.npmjs.org"] }] as EnforcementPlan["names"] })))[0],
    ).toBe("registry=https://registry.npmjs.org/");
  });
});

describe("npm's overrides", () => {
  it("replace each blocked package by a file that is not there", () => {
    const { overrides } = JSON.parse(npmOverrides.render(plan));
    expect(overrides).toEqual({
      "ali-oss": "file:///blocked-by-beholden/ali-oss.tgz",
      "@alipay/one": "file:///blocked-by-beholden/@alipay/one.tgz",
    });
    expect(JSON.parse(npmOverrides.render(hostilePlan())).overrides).toEqual(overrides);
  });

  it("say in the file what is enforced, and which packages they cannot take", () => {
    const { "//": lines } = JSON.parse(npmOverrides.render(plan));
    expect(lines).toContain("Prohibition of Alibaba Cloud");
    expect(lines.join("\n")).toMatch(/npm aliyun-\*: npm has no rule for the beginning of a name$/m);
  });
});

describe.skipIf(!hasNpm)("with the npm on the PATH", () => {
  let registry: Awaited<ReturnType<typeof sampleRegistry>>;
  let folder: string;
  beforeAll(async () => {
    registry = await sampleRegistry([
      { name: "fine" },
      { name: "ali-oss" },
      { name: "uses-oss", dependencies: { "ali-oss": "^1.0.0" } },
      { name: "@alicloud/any" },
      { name: "uses-scope", dependencies: { "@alicloud/any": "^1.0.0" } },
    ]);
  });
  afterAll(() => registry.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "beholden-npm-"));
    return () => rmSync(folder, { recursive: true });
  });

  /** Runs npm in a project with these dependencies and both files in place, the pinned registry being the one on this machine. */
  function npm(args: string[], dependencies: Record<string, string>, lock?: unknown): Promise<{ ok: boolean; output: string }> {
    const overrides = JSON.parse(npmOverrides.render(plan));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "shop", version: "1.0.0", dependencies, ...overrides }));
    writeFileSync(join(folder, ".npmrc"), npmrc.render(plan).replace("https://registry.npmjs.org/", registry.address));
    if (lock) writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
    mkdirSync(join(folder, "home"), { recursive: true });
    const { PATH } = process.env;
    const quick = {
      npm_config_fetch_retries: "0",
      npm_config_audit: "false",
      npm_config_update_notifier: "false",
      npm_config_cache: join(folder, "cache"),
    };
    return new Promise((resolve) =>
      execFile("npm", args, { cwd: folder, env: { PATH, HOME: join(folder, "home"), ...quick } }, (error, stdout, stderr) =>
        resolve({ ok: error === null, output: `${stdout}${stderr}` }),
      ),
    );
  }
  const installed = (name: string) => existsSync(join(folder, "node_modules", name));

  it("reads the file as it is meant", async () => {
    const { output } = await npm(["config", "list", "--json"], {});
    expect(JSON.parse(output)).toMatchObject({
      registry: registry.address,
      "replace-registry-host": "always",
      "@alicloud:registry": "https://blocked-by-beholden.invalid/",
    });
  });

  it("an allowed package is installed", async () => {
    expect(await npm(["install"], { fine: "^1.0.0" })).toMatchObject({ ok: true });
    expect(installed("fine")).toBe(true);
  }, 30_000);

  it.each([
    ["a blocked package is refused", { "ali-oss": "^1.0.0" }, "EOVERRIDE", "ali-oss"],
    ["a package that needs a blocked one is refused", { "uses-oss": "^1.0.0" }, "/blocked-by-beholden/ali-oss.tgz", "ali-oss"],
    ["a package that needs one of a blocked scope is refused", { "uses-scope": "^1.0.0" }, "blocked-by-beholden.invalid", "@alicloud/any"],
  ])(
    "%s",
    async (_what, dependencies, said, name) => {
      const { ok, output } = await npm(["install"], dependencies as Record<string, string>);
      expect(ok).toBe(false);
      expect(output).toContain(said);
      expect(installed(name)).toBe(false);
    },
    30_000,
  );

  it("a lock that has a blocked package is refused", async () => {
    const packages = {
      "": { name: "shop", version: "1.0.0", dependencies: { "uses-oss": "^1.0.0" } },
      "node_modules/uses-oss": {
        version: "1.0.0",
        resolved: `${registry.address}uses-oss/-/package-1.0.0.tgz`,
        dependencies: { "ali-oss": "^1.0.0" },
      },
      "node_modules/ali-oss": { version: "1.0.0", resolved: `${registry.address}ali-oss/-/package-1.0.0.tgz` },
    };
    const { ok } = await npm(
      ["ci"],
      { "uses-oss": "^1.0.0" },
      { name: "shop", version: "1.0.0", lockfileVersion: 3, requires: true, packages },
    );
    expect(ok).toBe(false);
    expect(installed("ali-oss")).toBe(false);
  }, 30_000);

  it("a mirror's address in the lock is not asked: the pinned registry is", async () => {
    const packages = {
      "": { name: "shop", version: "1.0.0", dependencies: { fine: "^1.0.0" } },
      "node_modules/fine": { version: "1.0.0", resolved: "https://registry.npmmirror.invalid/fine/-/package-1.0.0.tgz" },
    };
    registry.asked.length = 0;
    const { ok } = await npm(["ci"], { fine: "^1.0.0" }, { name: "shop", version: "1.0.0", lockfileVersion: 3, requires: true, packages });
    expect(ok).toBe(true);
    expect(registry.asked).toContain("/fine/-/package-1.0.0.tgz");
  }, 30_000);

  it("finds what a lock already has of a blocked scope by the command that the file names", async () => {
    const packages = {
      "": { name: "shop", version: "1.0.0", dependencies: { "uses-scope": "^1.0.0" } },
      "node_modules/uses-scope": { version: "1.0.0", dependencies: { "@alicloud/any": "^1.0.0" } },
      "node_modules/@alicloud/any": { version: "1.0.0" },
    };
    const lock = { name: "shop", version: "1.0.0", lockfileVersion: 3, requires: true, packages };
    const query = /npm (query --package-lock-only) '(.*)'$/m.exec(npmrc.render(plan));
    const { output } = await npm([...(query?.[1]?.split(" ") ?? []), query?.[2] ?? ""], { "uses-scope": "^1.0.0" }, lock);
    expect(JSON.parse(output)).toEqual([expect.objectContaining({ name: "@alicloud/any" })]);
  }, 30_000);
});
