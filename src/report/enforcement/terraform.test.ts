import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Language, type Node, Parser } from "web-tree-sitter";
import { hostilePlan, samplePlan } from "./sample-plan.js";
import { terraformCli } from "./terraform-cli.js";
import { terraformPolicySet } from "./terraform-policy-set.js";

const plan = samplePlan();
const hasTerraform = spawnSync("terraform", ["version"]).status === 0;

describe("Terraform's files", () => {
  let parser: Parser;
  beforeAll(async () => {
    await Parser.init();
    parser = new Parser();
    parser.setLanguage(await Language.load("node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm"));
  });

  function parsed(text: string): Node {
    const root = parser.parse(text)?.rootNode;
    if (!root || root.hasError) throw new Error("the grammar of HCL does not take it");
    return root;
  }
  const blocks = (text: string) =>
    parsed(text)
      .descendantsOfType("block")
      .map((block) => block?.text.split("{")[0]?.trim());
  const strings = (text: string) =>
    parsed(text)
      .descendantsOfType("template_literal")
      .map((one) => one?.text);

  it.each([plan, hostilePlan()])("exclude the blocked providers from installation, on both public registries, and nothing else", (each) => {
    const text = terraformCli.render(each);
    expect(blocks(text)).toEqual(["provider_installation", "direct"]);
    expect(strings(text)).toEqual([
      "registry.terraform.io/aliyun/alicloud",
      "registry.opentofu.org/aliyun/alicloud",
      "tf.timeweb.example/timeweb/cloud",
    ]);
  });

  it.each([plan, hostilePlan()])("hold the Rego policy against every run, with its warnings as advice", (each) => {
    const text = terraformPolicySet.render(each);
    expect(blocks(text)).toEqual(['policy "beholden-enforcement"', 'policy "beholden-enforcement-warnings"']);
    expect(strings(text)).toEqual([
      ...["beholden-enforcement", "data.beholden.enforcement.deny", "mandatory"],
      ...["beholden-enforcement-warnings", "data.beholden.enforcement.warn", "advisory"],
    ]);
  });

  it("say what they enforce", () => {
    for (const format of [terraformCli, terraformPolicySet]) {
      expect(format.render(plan)).toContain("# Prohibition of Alibaba Cloud\n");
      expect(format.render(plan)).toContain("# From 2026-11-01. Review on 2027-03-01. Expires 2027-06-30");
      expect(format.render(plan)).toMatch(/^# +hashicorp\/random: others share it/m);
    }
  });

  it("exclude nothing where no provider is blocked", () => {
    expect(strings(terraformCli.render(samplePlan({ terraform: [] })))).toEqual([]);
  });
});

describe.skipIf(!hasTerraform)("with the terraform on the PATH", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "beholden-terraform-"));
    return () => rmSync(folder, { recursive: true });
  });

  function init(source: string): string {
    writeFileSync(join(folder, "rc.tfrc"), terraformCli.render(plan));
    writeFileSync(join(folder, "main.tf"), `terraform {\n  required_providers {\n    one = { source = "${source}" }\n  }\n}\n`);
    const quick = { TF_REGISTRY_CLIENT_TIMEOUT: "2", TF_REGISTRY_DISCOVERY_RETRY: "0", CHECKPOINT_DISABLE: "1" };
    const env = { PATH: process.env.PATH, HOME: folder, TF_CLI_CONFIG_FILE: join(folder, "rc.tfrc"), ...quick };
    const { stdout, stderr } = spawnSync("terraform", ["init", "-no-color"], { cwd: folder, env, encoding: "utf8" });
    return `${stdout}${stderr}`.replace(/\s+/g, " ");
  }

  it.each(["aliyun/alicloud", "registry.opentofu.org/aliyun/alicloud", "tf.timeweb.example/timeweb/cloud"])(
    "%s is not installed",
    (source) => {
      expect(init(source)).toMatch(/provider \S+ was not found in any of the search locations/);
    },
    30_000,
  );

  it("another one is looked for at its registry", () => {
    // Port 9 of this machine answers nobody: what counts is that it was asked.
    const said = init("localhost:9/someone/something");
    expect(said).not.toContain("provider_installation configuration");
    expect(said).not.toContain("was not found in any of the search locations");
    expect(said).toContain("localhost:9");
  }, 30_000);
});
