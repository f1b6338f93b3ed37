import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Json } from "../../model/index.js";
import { type Docket, type NewEntry, openDocket } from "../journal/index.js";

/** Who takes bundles out in tests. */
export const made = { by: "Ana Ruiz", at: "2026-11-27T10:00:00.000Z", version: "0.0.0" };

/** A folder and dockets for each test of a file; the dockets are closed after it. */
export function sampleDockets(): { path: (name: string) => string; folder: () => string; docketAt: (address: string) => Promise<Docket> } {
  let folder = "";
  const opened: Docket[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "bundle-"));
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });
  return {
    path: (name) => join(folder, name),
    folder: () => folder,
    docketAt: async (address) => {
      const docket = await openDocket(address, { create: true });
      opened.push(docket);
      return docket;
    },
  };
}

/** An entry that opens a case. */
export function caseOpened(id: string, caption: string): NewEntry {
  const after: Json = { caption, kind: "provider-review", procedure: null, reference: null, parties: [] };
  return { act: "case-opened", case: id, object: { kind: "case", id }, after };
}
