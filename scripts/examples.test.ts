import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { collect } from "../src/collect/collect.js";
import { readInventory } from "../src/collect/inventory.js";

const root = fileURLToPath(new URL("../examples/", import.meta.url));

function read(path: string): string {
  return readFileSync(root + path, "utf8");
}

interface StateResource {
  module?: string;
  mode: string;
  type: string;
  name: string;
}

describe("the example artefacts", () => {
  it.each(["meridian-retail", "alibaba-cloud-2022"])("%s is read without loss, and no planted secret is kept", async (example) => {
    const { inventory, problems } = await readInventory([root + example]);
    expect(problems).toEqual([]);
    const collected = await collect([root + example], { ownNetworks: inventory?.networks ?? [], exclude: ["/beholden.yaml"] });
    // The flow log has a window without traffic and one that was not recorded, as real ones do.
    const told = collected.problems.filter((one) => !["flow-log-no-data", "flow-log-skipped-data"].includes(one.code));
    expect(told).toEqual([]);
    expect(JSON.stringify(collected)).not.toContain("not-a-real");
  });

  it.each([
    ["terraform/terraform.tfstate", ["network", "database", "storage", "cluster", "cdn"].map((name) => `terraform/${name}.tf`)],
    ["terraform/archive/terraform.tfstate", ["terraform/archive/main.tf"]],
  ])("%s holds the resources that the configuration declares", (state, sources) => {
    const declared = sources.flatMap((source) =>
      [...read(`meridian-retail/${source}`).matchAll(/^(resource|data) "(\w+)" "(\w+)"/gm)].map(([, block, type, name]) =>
        block === "data" ? `data.${type}.${name}` : `${type}.${name}`,
      ),
    );
    const resources: StateResource[] = JSON.parse(read(`meridian-retail/${state}`)).resources;
    const created = resources
      .filter((one) => !one.module)
      .map((one) => (one.mode === "data" ? `data.${one.type}.${one.name}` : `${one.type}.${one.name}`));
    expect(created.sort()).toEqual(declared.sort());
  });

  it("the flow log has the 14 fields of version 2 in every row", () => {
    const [header = "", ...rows] = read("meridian-retail/logs/vpc-flow.log").trimEnd().split("\n");
    expect(header).toBe(
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
    );
    expect(rows).toHaveLength(196);
    for (const row of rows) expect(row.split(" "), row).toHaveLength(14);
    expect(rows.map((row) => row.split(" ").at(-1))).toEqual(expect.arrayContaining(["OK", "NODATA", "SKIPDATA"]));
  });

  it("nine packages of the lockfile come from a mirror", () => {
    const { lockfileVersion, packages } = JSON.parse(read("meridian-retail/package-lock.json"));
    expect(lockfileVersion).toBe(3);
    const hosts = Object.values<{ resolved?: string }>(packages).flatMap((one) => (one.resolved ? [new URL(one.resolved).host] : []));
    expect(hosts.filter((host) => host === "registry.npmmirror.com")).toHaveLength(9);
    expect(hosts.filter((host) => host === "registry.npmjs.org")).toHaveLength(97);
  });
});
