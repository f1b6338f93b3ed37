import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reference } from "./model/index.js";
import { importFiles } from "./reference/import/import-files.js";
import { importsFolder } from "./reference/import/imports-folder.js";
import { loadReference } from "./reference/load.js";
import { loadRulePacks } from "./rule-packs.js";
import { traceParty } from "./trace-party.js";

const withheldParent = "529900WITHHELD00PA03";
const psc = (company: string, data: object) =>
  `${JSON.stringify({ company_number: company, data: { links: { self: `/company/${company}/persons-with-significant-control/individual/abcdef${company}` }, ...data } })}\n`;

/** Each file in the form of its register, invented: a company whose owners are withheld beside one that says nothing of its owners. */
const files = {
  "exceptions.csv": `LEI,Exception.Category,Exception.Reason.1,Exception.Reference.1\n${withheldParent},ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT,NON_PUBLIC,\n`,
  "psc.jsonl.gz": gzipSync(
    psc("00000001", {
      kind: "persons-with-significant-control-statement",
      statement: "psc-exists-but-not-identified",
      notified_on: "2020-01-01",
    }) +
      psc("00000002", {
        kind: "super-secure-person-with-significant-control",
        description: "super-secure-persons-with-significant-control",
      }) +
      psc("00000003", {
        kind: "exemptions",
        exemptions: {
          psc_exempt_as_shares_admitted_on_market: {
            exemption_type: "psc-exempt-as-shares-admitted-on-market",
            items: [{ exempt_from: "2016-10-29" }],
          },
        },
      }) +
      psc("00000004", {
        kind: "persons-with-significant-control-statement",
        statement: "psc-exists-but-not-identified",
        notified_on: "2020-01-01",
        ceased_on: "2021-01-01",
      }) +
      psc("00000005", {
        kind: "individual-person-with-significant-control",
        name: "Mr Joe Bloggs",
        name_elements: { forename: "Joe", surname: "Bloggs" },
        natures_of_control: ["ownership-of-shares-75-to-100-percent"],
        notified_on: "2016-04-06",
      }),
  ),
};

describe("an owner whose identity is withheld, from the register's file to the answer", () => {
  let folder: string;
  let reference: Reference;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "beholden-withheld-"));
    const paths = Object.keys(files).map((name) => join(folder, name));
    await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
    const report = await importFiles(paths, { into: join(folder, "data"), importedOn: "2026-11-25" });
    expect(report.failed).toEqual([]);
    expect(report.sources.flatMap(({ refused }) => refused)).toEqual([]);
    reference = loadReference({ imports: importsFolder(join(folder, "data")) });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ["a parent that GLEIF's exception keeps back", `lei-${withheldParent.toLowerCase()}`, "cannot-be-excluded"],
    ["a person in control who was not identified", "gb-coh-00000001", "cannot-be-excluded"],
    ["a person whom the register protects", "gb-coh-00000002", "cannot-be-excluded"],
    ["a company that need not tell its owners", "gb-coh-00000003", "cannot-be-excluded"],
    ["a statement that has ceased", "gb-coh-00000004", "no"],
    ["an owner who is named and on no list", "gb-coh-00000005", "no"],
  ])("%s", async (_, id, verdict) => {
    const regimes = (await loadRulePacks(["us-ofac-sdn"])).map(({ pack }) => pack);
    const [answer] = traceParty(id, { regimes, reference, asOf: "2026-11-25" }).regimes;
    expect(answer?.verdict).toBe(verdict);
    expect(answer?.settle.length === 0).toBe(verdict === "no");
  });
});
