import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EnforcementPlan } from "../../model/index.js";
import { pipConf } from "./pip-conf.js";
import { pipConstraints } from "./pip-constraints.js";
import { hostilePlan, samplePlan } from "./sample-plan.js";

const plan = samplePlan();
const hasPip = spawnSync("python3", ["-m", "pip", "--version"]).status === 0;
const settings = (text: string) => text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

describe("pip's files", () => {
  it("hold each blocked package to a version that cannot be", () => {
    for (const each of [plan, hostilePlan()]) {
      expect(settings(pipConstraints.render(each))).toEqual([
        "oss2==0+blocked.by.beholden",
        "alibabacloud-credentials==0+blocked.by.beholden",
      ]);
    }
  });

  it("say which packages pip cannot keep out", () => {
    expect(pipConstraints.render(plan)).toMatch(/^# +pypi aliyun-python-sdk-\*: constraints take whole names only$/m);
  });

  it("pin one index, and none where that is blocked itself", () => {
    const pinned = ["[global]", "index-url = https://pypi.org/simple", "extra-index-url =", "find-links ="];
    for (const each of [plan, hostilePlan()]) expect(settings(pipConf.render(each)).slice(0, 4)).toEqual(pinned);
    const names = [{ ...(plan.names[0] as EnforcementPlan["names"][number]), suffix: "pypi.org" }];
    expect(settings(pipConf.render(samplePlan({ names })))[1]).toBe("no-index = true");
  });
});

describe.skipIf(!hasPip)("with the pip on the PATH", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "beholden-pip-"));
    writeFileSync(join(folder, "constraints.txt"), pipConstraints.render(plan));
    writeFileSync(
      join(folder, "pip.conf"),
      pipConf.render(plan).replaceAll("/etc/beholden-constraints.txt", join(folder, "constraints.txt")),
    );
    await wheel("fine");
    await wheel("oss2");
    await wheel("uses_oss", "oss2");
    await wheel("AlibabaCloud.Credentials");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A wheel of version 1.0 without code (https://packaging.python.org/en/latest/specifications/binary-distribution-format/). */
  async function wheel(name: string, needs?: string) {
    const file = name.toLowerCase().replaceAll(".", "_");
    const zip = new JSZip();
    zip.file(
      `${file}-1.0.dist-info/METADATA`,
      `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n${needs ? `Requires-Dist: ${needs}\n` : ""}`,
    );
    zip.file(`${file}-1.0.dist-info/WHEEL`, "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
    zip.file(`${file}-1.0.dist-info/RECORD`, "");
    writeFileSync(join(folder, `${file}-1.0-py3-none-any.whl`), await zip.generateAsync({ type: "nodebuffer" }));
  }

  function pip(...args: string[]): { status: number | null; output: string } {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, PIP_CONFIG_FILE: join(folder, "pip.conf"), PIP_DISABLE_PIP_VERSION_CHECK: "1" };
    const { status, stdout, stderr } = spawnSync("python3", ["-m", "pip", ...args], { env, encoding: "utf8" });
    return { status, output: `${stdout}${stderr}` };
  }
  const install = (wanted: string) => pip("install", "--dry-run", "--no-index", "--find-links", folder, "--ignore-installed", wanted);

  it("reads the configuration as it is meant", () => {
    const { output } = pip("config", "list");
    expect(output).toContain("global.index-url='https://pypi.org/simple'");
    expect(output).toContain("global.extra-index-url=''");
    expect(output).toContain(`global.constraint='${join(folder, "constraints.txt")}'`);
  }, 30_000);

  it("an allowed package is installed", () => {
    expect(install("fine")).toMatchObject({ status: 0, output: expect.stringContaining("Would install fine-1.0") });
  }, 30_000);

  it.each(["OSS2==1.0", "uses-oss", "AlibabaCloud.Credentials"])(
    "%s is refused",
    (wanted) => {
      const { status, output } = install(wanted);
      expect(status).not.toBe(0);
      expect(output).toContain("ResolutionImpossible");
    },
    30_000,
  );

  it("a blocked package is refused as a file too", () => {
    expect(install(join(folder, "oss2-1.0-py3-none-any.whl"))).toMatchObject({ output: expect.stringContaining("ResolutionImpossible") });
  }, 30_000);

  it("would install it without the constraints", () => {
    const env = { ...process.env, PIP_CONFIG_FILE: "/dev/null" };
    const args = ["-m", "pip", "install", "--dry-run", "--no-index", "--find-links", folder, "--ignore-installed", "uses-oss"];
    expect(execFileSync("python3", args, { env, encoding: "utf8" })).toContain("oss2-1.0");
  }, 30_000);
});
