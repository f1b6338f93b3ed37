import { mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readInventory } from "./inventory.js";

it("is null without problems where no folder has one", async () => {
  expect(await readInventory([await mkdtemp(join(tmpdir(), "inventory-"))])).toMatchObject({ inventory: null, problems: [], folder: null });
});

it("reads the first folder's, and tells faults with their place", async () => {
  const folder = await mkdtemp(join(tmpdir(), "inventory-"));
  await writeFile(join(folder, "beholden.yaml"), "subject:\n  name: Meridian\n");
  expect((await readInventory([join(folder, "none"), folder])).inventory?.subject.name).toBe("Meridian");
  await writeFile(join(folder, "beholden.yaml"), "subject: 3\n");
  const { inventory, problems } = await readInventory([folder]);
  expect(inventory).toBeNull();
  expect(problems[0]).toMatchObject({ path: "beholden.yaml", line: 1, severity: "error", code: "inventory-invalid" });
});

it("does not follow a link", async () => {
  const folder = await mkdtemp(join(tmpdir(), "inventory-"));
  await symlink("/etc/hostname", join(folder, "beholden.yaml"));
  expect((await readInventory([folder])).inventory).toBeNull();
});
