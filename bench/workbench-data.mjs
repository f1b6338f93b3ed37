// What the bench of the workbench looks at: a large review, a folder that is reviewed, and one case with 10,000 entries, evidence and letters.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { caseNames, docketBackup } from "./docket-data.mjs";
import { largeReview } from "./review-data.mjs";

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const example = place("../examples/meridian-retail");
export const beholden = place("../dist/beholden.js");

/** How much there is: what is asked of the workbench, or little, to see that the bench works. */
export const sizes = {
  full: { observations: 20_000, findings: 2_000, parties: 500, entries: 11_000, cases: 40, files: 60, letters: 40, listed: 5_000 },
  small: { observations: 2_000, findings: 200, parties: 60, entries: 600, cases: 5, files: 3, letters: 3, listed: 200 },
};

/**
 * Writes the review, the folder and the docket.
 *
 * @param folder where they are written
 * @param size one of `sizes`
 * @returns what is served, what the screens have to show of the review, and the case with most entries
 */
export async function workbenchData(folder, size) {
  const served = join(folder, "served");
  const data = join(folder, "data");
  for (const one of [served, data]) mkdirSync(one);
  const review = largeReview(JSON.parse(run(["review", example, "--as-of", "2026-11-23", "--format", "json", "--quiet"])), size);
  const text = `${JSON.stringify(review)}\n`;
  writeFileSync(join(served, "large.json"), text);
  // What breaks is told from a folder: the example's, with its artefacts in several places.
  cpSync(example, join(served, "retail"), { recursive: true });
  const parts = Math.ceil(size.findings / 200);
  for (let part = 1; part <= parts; part++)
    for (const one of ["terraform", "kubernetes", "logs"])
      cpSync(join(example, one), join(served, "retail", `part-${part}`, one), { recursive: true });
  const share = 10 / 11;
  const path = place(`data/workbench-${size.entries}.zip`);
  const database = join(folder, "docket.db");
  run(["docket", "restore", await docketBackup(path, { ...size, share }), "--database", database, "--quiet"]);
  for (const edition of [0, 1]) {
    const table = join(folder, "suppliers.csv");
    const rows = Array.from({ length: size.listed }, (_, at) => `S-${at + edition * 50};Supplier ${at + edition * 50};company;DE`);
    writeFileSync(table, `ID;Name;Kind;Jurisdiction\n${rows.join("\n")}\n`);
    run(["reference", "import", table, "--data", data, "--quiet"]);
  }
  return { served, data, database, review, bytes: text.length, case: caseNames(size.cases)[0] };
}

/**
 * Fills the case by the API, as a person would: evidence, a letter for many, a run, a decision.
 *
 * @param page a page that is signed in
 * @param of the case
 * @returns the review of the folder, and the run with how many findings it has
 */
export function fillCase(page, of, size) {
  return page.evaluate(
    async ({ of, size }) => {
      const headers = () => ({ "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID() });
      const sent = async (path, body) => {
        const form = body instanceof FormData;
        const answer = await fetch(path, {
          method: "POST",
          headers: form ? headers() : { ...headers(), "Content-Type": "application/json" },
          body: form ? body : JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
      };
      const at = `/api/cases/${of}`;
      const lines = Array.from({ length: 2_000 }, (_, line) => `Line ${line + 1}: the keys are kept by the operator of the region.`);
      for (let file = 1; file <= size.files; file++) {
        const form = new FormData();
        form.append("file", new File([`Filing ${file}\n${lines.join("\n")}\nThe end of it.\n`], `filing-${file}.txt`));
        await sent(`${at}/evidence?${new URLSearchParams({ title: `Filing ${file}`, publisher: "Registry", language: "en" })}`, form);
      }
      for (let quote = 1; quote <= 20; quote++) await sent(`${at}/evidence/e1/quotes`, { exact: lines[quote * 50] });
      for (let letter = 1; letter <= size.letters; letter++) await sent(`${at}/letters`, { template: "information-demand", fields: {} });
      const made = await sent("/api/reviews", { folder: "retail", asOf: "2026-11-23" });
      const { object: run } = await sent(`${at}/runs/review?folder=retail&asOf=2026-11-23`, new FormData());
      const { findings } = await fetch(`${at}/runs/${run}`).then((answer) => answer.json());
      const cited = { findings: [findings[0].id], grounds: "As the run says." };
      await sent(`${at}/decisions`, { title: "Determination", run, outcome: "prohibited", ...cited });
      return { folder: made.id, run, findings: findings.length };
    },
    { of, size },
  );
}

/** Runs beholden, and gives what it prints. */
function run(words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [beholden, ...words], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0 && status !== 1) throw new Error(`beholden ${words.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}
