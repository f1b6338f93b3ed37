import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Collected, Observation } from "../model/index.js";
import { collect } from "./collect.js";

const corpus = "../shared/corpus/artefacts";

function read(folder: string): Promise<Collected> {
  return collect([`${corpus}/${folder}`], { ownNetworks: [], exclude: [] });
}

function countOf(observations: Observation[], kind: Observation["kind"], prefix = ""): number {
  return observations.filter((one) => one.kind === kind && one.value.startsWith(prefix)).length;
}

describe.skipIf(!existsSync(corpus))("Terraform of public repositories, counted independently in ../shared (skipped without it)", () => {
  it.each<[string, Record<string, number>, number]>([
    ["alicloud", { "": 410, alicloud_: 401, kubernetes_: 9 }, 113],
    ["tencentcloud", { "": 359, tencentcloud_: 359 }, 185],
    ["yandex", { "": 564, yandex_: 564 }, 175],
    ["rust-lang-simpleinfra", { "": 723, aws_: 622, datadog_: 28, google_: 27, fastly_: 21, azurerm_: 8, github_: 7 }, 168],
  ])("finds every resource and data block of %s", async (name, resources, data) => {
    const { observations, problems } = await read(`terraform/${name}`);
    for (const [prefix, count] of Object.entries(resources))
      expect([prefix, countOf(observations, "terraform-resource", prefix)]).toEqual([prefix, count]);
    expect(countOf(observations, "terraform-data")).toBe(data);
    expect(problems).toEqual([]);
  });

  it("finds every change and instance of the plans and states of hashicorp/terraform-json", async () => {
    const { observations, problems } = await read("tfplan/hashicorp-terraform-json");
    const good = observations.filter((one) => !one.path.includes("/invalid/") && /^terraform-(resource|data)$/.test(one.kind));
    expect(good.filter((one) => one.context?.actions).length).toBe(62);
    expect(good.filter((one) => one.format === "terraform-show" && !one.context?.actions).length).toBe(7 + 7 + 2 + 2);
    expect(good.filter((one) => one.format === "terraform-state").length).toBe(7 + 2 + 7 + 7);
    expect(problems.map((one) => one.path)).toEqual(["testdata/invalid/plan.json", "testdata/invalid/state.json"]);
  });

  it("finds every change of the plans of bridgecrewio/checkov, and reads those in UTF-16", async () => {
    const { observations, problems } = await read("tfplan/checkov");
    const resources = observations.filter((one) => /^terraform-(resource|data)$/.test(one.kind));
    const utf16 = /plan_encodings\/tfplan_win_utf16|plan_with_lifecycle_check|plan_with_utf_16_encoding/;
    expect(resources.filter((one) => one.context?.actions && !utf16.test(one.path)).length).toBe(91);
    expect(new Set(resources.filter((one) => utf16.test(one.path)).map((one) => one.path)).size).toBe(3);
    expect(problems).toEqual([]);
  });
});
