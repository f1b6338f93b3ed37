import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ImportReport, ReferenceStatus } from "../model/index.js";
import { addReferenceCommand } from "./reference.js";
import { runCommand } from "./sample-run.js";

const holder = JSON.stringify({
  company_number: "01234567",
  data: {
    kind: "corporate-entity-person-with-significant-control",
    name: "Example Holding Ltd",
    identification: { registration_number: "07654321", country_registered: "England" },
    natures_of_control: ["ownership-of-shares-75-to-100-percent"],
    notified_on: "2020-01-02",
    etag: "5f2c",
    links: { self: "/company/01234567/persons-with-significant-control/corporate-entity/a" },
  },
});
const totals = JSON.stringify({
  data: { kind: "totals#persons-of-significant-control-snapshot", persons_of_significant_control_count: 1, statements_count: 0 },
});

async function setUp(content: string | Buffer = `${holder}\nno JSON\n${totals}\n`) {
  const folder = await mkdtemp(join(tmpdir(), "beholden-cli-"));
  const file = join(folder, "persons-with-significant-control-snapshot-2026-11-20.txt");
  await writeFile(file, content);
  const data = join(folder, "data");
  const run = (...args: string[]) => runCommand(addReferenceCommand, "reference", ...args, "--data", data);
  return { folder, file, data, run };
}

describe("beholden reference import", () => {
  it("tells what was read, kept, refused with line and reason, and exits with 0", async () => {
    const { file, run } = await setUp();
    const { status, stdout, stderr } = await run("import", file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^gb-psc: /);
    expect(stdout).toContain("imported, edition of 2026-11-20, in ");
    expect(stdout).toMatch(/read +2 records\n +kept +2 parties, 1 interests, 0 listings\n +refused +1\n/);
    expect(stdout).toContain(`${file}, line 2`);
  });

  it("gives the same as JSON, and says on the second time that nothing changed", async () => {
    const { file, run } = await setUp(gzipSync(`${holder}\n${totals}\n`));
    const first = JSON.parse((await run("import", file, "--format", "json")).stdout);
    expect(ImportReport.parse(first)).toEqual(first);
    expect(first).toMatchObject({
      schemaVersion: "1",
      sources: [{ id: "gb-psc", outcome: "imported", counts: { records: 1, interests: 1, refused: 0 } }],
      failed: [],
      left: [],
    });
    const second = await run("import", file);
    expect(second.status).toBe(0);
    expect(second.stdout).toContain("unchanged: these bytes are in force since");
    expect(second.stdout).toContain(first.sources[0].sha256);
  });

  it("exits with 2 where a file cannot be read, says why, and imports the others", async () => {
    const { folder, file, run, data } = await setUp();
    await writeFile(join(folder, "page.html"), "<html>502</html>");
    const { status, stdout } = await run("import", join(folder, "page.html"), join(folder, "none.csv"), file);
    expect(status).toBe(2);
    expect(stdout).toContain("page.html: it is a web page, perhaps an error message instead of the list. Known are:");
    expect(stdout).toContain("none.csv: cannot be read: there is no such file.");
    expect(existsSync(join(data, "reference", "gb-psc", "current"))).toBe(true);
  });

  it("needs a file", async () => {
    const { run } = await setUp();
    await expect(run("import")).rejects.toThrow("missing required argument 'file'");
  });
});

describe.skipIf(!existsSync("dist/snapshot/manifest.json"))("beholden reference status, with imports (needs npm run build)", () => {
  it("shows each source with edition, digest, counts and age, as text and JSON", async () => {
    const { file, run, data } = await setUp();
    expect((await run("status")).stdout).toContain(`Imports in ${data}\n  none;`);
    await run("import", file);
    const told = JSON.parse((await run("status", "--format", "json")).stdout);
    expect(ReferenceStatus.parse(told)).toEqual(told);
    const { imports } = told;
    expect(imports).toMatchObject({ folder: data, sources: [{ id: "gb-psc", intact: true, damage: null }] });
    const [{ source, daysOld }] = imports.sources;
    expect(source).toMatchObject({ edition: "2026-11-20", counts: { records: 2, interests: 1, refused: 1 } });
    const age = Math.round((Date.parse(source.importedOn) - Date.parse("2026-11-20")) / 86_400_000);
    expect(daysOld).toBe(age);
    const { stdout } = await run("status");
    expect(stdout).toContain(`edition of 2026-11-20, ${age} days old, imported on ${source.importedOn}, intact`);
    expect(stdout).toContain(source.sha256);
  });

  it("says which import is damaged, and importing the same file again mends it", async () => {
    const { file, run, data } = await setUp();
    await run("import", file);
    const folder = join(data, "reference", "gb-psc");
    const edition = join(folder, (await readFile(join(folder, "current"), "utf8")).trim());
    await truncate(join(edition, "mentions.jsonl"), 3);
    expect((await run("status")).stdout).toContain("gb-psc: NOT INTACT");
    expect((await run("import", file)).stdout).toContain("imported, edition of 2026-11-20");
    expect((await run("status")).stdout).toContain("imported on");
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
