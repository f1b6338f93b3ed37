import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const workflow = join(root, "docs/beholden-code-scanning.yml");
const built = join(root, "dist/beholden.js");

let workspace = "";

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), "beholden-workflow-"));
  writeFileSync(
    join(workspace, "main.tf"),
    'provider "alicloud" {\n  region = "us-west-1"\n}\n\nresource "alicloud_oss_bucket" "orders" {\n  bucket = "orders"\n}\n',
  );
  // What the install step would put on the path: an install needs the network, which no test does.
  mkdirSync(join(workspace, "bin"));
  writeFileSync(join(workspace, "bin/beholden"), `#!/bin/sh\nexec "${process.execPath}" "${built}" "$@"\n`);
  chmodSync(join(workspace, "bin/beholden"), 0o755);
});

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function runSteps(job = "review", ...more: string[]) {
  return spawnSync(
    process.execPath,
    [join(root, "scripts/run-workflow-steps.mjs"), workflow, "--job", job, "--workspace", workspace, "--skip", "Install beholden", ...more],
    { encoding: "utf8", env: { ...process.env, PATH: `${join(workspace, "bin")}${delimiter}${process.env.PATH}` } },
  );
}

describe("docs/beholden-code-scanning.yml", () => {
  it("uploads the file that the review writes, with no more rights than that needs", () => {
    const { permissions, jobs } = parse(readFileSync(workflow, "utf8"));
    expect(permissions).toEqual({ contents: "read", "security-events": "write" });
    const upload = jobs.review.steps.find((step: { uses?: string }) => step.uses?.startsWith("github/codeql-action/upload-sarif@"));
    const review = jobs.review.steps.find((step: { name: string }) => step.name === "Review");
    expect(review.run).toContain(`--output ${upload.with.sarif_file}`);
  });
});

describe.skipIf(!existsSync(built))("the steps of docs/beholden-code-scanning.yml (needs npm run build)", () => {
  it("write SARIF, and the gate closes on a finding that is new", () => {
    const { status, stdout, stderr } = runSteps();
    expect(stdout, stderr).toContain("Review: ended with 0");
    expect(stdout).toContain("Gate: ended with 1");
    expect(status).toBe(1);
    const sarif = JSON.parse(readFileSync(join(workspace, "beholden.sarif"), "utf8"));
    expect(sarif.version).toBe("2.1.0");
    expect(sarif.runs[0].results.length).toBeGreaterThan(0);
  });

  it("let pass what the baseline knows", () => {
    mkdirSync(join(workspace, ".beholden"), { recursive: true });
    const baseline = join(workspace, ".beholden/baseline.json");
    const made = spawnSync(process.execPath, [built, "review", ".", "--format", "json", "--output", baseline], { cwd: workspace });
    expect(made.status).toBe(0);
    const { status, stdout } = runSteps();
    expect(stdout).toContain("Gate: ended with 0");
    expect(status).toBe(0);
  });

  it("say what a pull request adds, and close the gate on a new government", () => {
    const summary = join(workspace, "summary.md");
    const write = (side: string, hosts: string) => {
      mkdirSync(join(workspace, side), { recursive: true });
      writeFileSync(join(workspace, side, "hosts.txt"), hosts);
    };
    const steps = () => runSteps("pull-request", "--env", `GITHUB_STEP_SUMMARY=${summary}`);
    write("base", "orders.s3.us-east-1.amazonaws.com\n");
    write("head", "# moved\norders.s3.us-east-1.amazonaws.com\n");
    const unchanged = steps();
    expect(unchanged.stdout, unchanged.stderr).toContain("What this change adds: ended with 0");
    expect(readFileSync(summary, "utf8")).toMatch(/^### Nothing new: the two reviews say the same\./);

    rmSync(summary);
    write("head", "# moved\norders.s3.us-east-1.amazonaws.com\noss-us-west-1.aliyuncs.com\n");
    const added = steps();
    expect(added.stdout, added.stderr).toContain("What this change adds: ended with 1");
    expect(readFileSync(summary, "utf8")).toMatch(
      /^### This change adds: provider Alibaba Cloud \(parent Alibaba Group Holding Limited\).*, government China \(access, disrupt\) and \d+ findings/,
    );
  });
});
