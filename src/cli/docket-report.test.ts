import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDocket } from "../docket/index.js";
import { CaseReport } from "../model/index.js";
import { addDocketCommand } from "./docket.js";
import { runCommand } from "./sample-run.js";

let folder = "";
let head = "";
const example = "examples/alibaba-cloud-2022";
const page = Buffer.from("Acme is owned by Example Holding.");
const digest = createHash("sha256").update(page).digest("hex");
const by = ["--by", "Ana Ruiz"];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "docket-report-"));
  await docket("new", "--id", "A-1", "--caption", "Acme", "--party", "provider:Acme Cloud Ltd", ...by);
  await docket("move", "A-1", "review-started", "--on", "2025-02-11", ...by);
  await docket("move", "A-1", "agencies-notified", "--on", "2025-02-20", ...by);
  await docket("move", "A-1", "determination-proposed", "--on", "2025-03-11", ...by);
  const contents = ["criteria", "proposal", "factual-basis", "unclassified"].flatMap((one) => ["--contains", one]);
  await docket("serve-notice", "A-1", "--on", "2025-04-01", "--service", "by-hand", "--signed-by", "Secretary", ...contents, ...by);
  await docket("attach", "A-1", example, "--as-of", "2022-01-18", "--handling", "business-confidential", ...by);
  await docket("decide", "A-1", "--run", "r1", "--outcome", "prohibited", "--finding", "41baeffd06879dc3", "--on", "2025-04-02", ...by);
  await addEvidence();
  head = (JSON.parse(await docket("list", "--format", "json")) as { head: { digest: string } }).head.digest;
}, 60_000);
afterEach(() => {
  vi.restoreAllMocks();
});

async function docket(...words: string[]): Promise<string> {
  const { stdout } = await runCommand((program: Command) => addDocketCommand(program), "docket", ...words, "--data", folder, "--quiet");
  return stdout;
}

/** Graded evidence with a quote, and facts: one that rests on it, one without any, one that is restricted. */
async function addEvidence(): Promise<void> {
  const one = await openDocket(join(folder, "docket.db"), { create: false });
  const item = {
    ...{ title: "Register of Acme", format: "text", source: "https://register.example/acme", publisher: null, published: null },
    ...{ retrieved: null, obtained: null, grade: { reliability: "B", credibility: "2" }, handling: "internal", replaces: null, text: null },
    ...{ attachments: [], remarks: [], withdrawn: null },
    files: [{ sha256: digest, bytes: page.length, mediaType: "text/plain", name: "register.txt", role: "original" }],
  };
  const selector = { exact: "owned by Example Holding", prefix: "Acme is ", suffix: "." };
  const place = { page: 1, label: "1", start: 8, end: 32 };
  const quote = { evidence: "A-1/e1", file: digest, text: digest, selector, place, translation: null, note: null };
  const fact = { quotes: [] as string[], supposed: false, handling: "internal", note: null, withdrawn: null };
  const states: [string, string, object][] = [
    ["evidence", "e1", item],
    ["quote", "q1", { ...quote, handling: "internal", checked: null, withdrawn: null }],
    ["fact", "f1", { ...fact, text: "Example Holding owns Acme", quotes: ["A-1/q1"] }],
    ["fact", "f2", { ...fact, text: "Acme keeps logs for a year" }],
    ["fact", "f3", { ...fact, text: "An informant works at Acme", handling: "restricted" }],
  ];
  for (const [kind, id, after] of states) {
    const files = kind === "evidence" ? [{ sha256: digest, content: page }] : [];
    const entry = { act: `${kind}-set`, case: "A-1", object: { kind, id: `A-1/${id}` }, after: after as never, files };
    await one.append({ by: "Ana Ruiz", at: "2026-11-27T09:30:00.000Z", asks: id }, async () => [entry]);
  }
  await one.close();
}

describe("beholden docket report", () => {
  it("tells the parties, the standing, the course, the evidence, the facts and those without any, the runs and the decisions", async () => {
    const report = CaseReport.parse(JSON.parse(await docket("report", "A-1", "--as-of", "2025-04-10", "--format", "json", ...by)));
    expect(report).toMatchObject({ asOf: "2025-04-10", handling: "restricted", leftOut: [], head: { digest: head } });
    expect(report.facts.map(({ id, support }) => [id, support])).toEqual([
      ["f1", "quoted"],
      ["f2", "none"],
      ["f3", "none"],
    ]);
    expect(report.openPoints).toContain("Fact f2 is without evidence.");
    expect(report.openPoints).toContain("Decision d1 waits for approval by somebody else than Ana Ruiz.");
    expect(report.openPoints).toContain("Decision d1 was decided on an older state.");
    const text = await docket("report", "A-1", "--as-of", "2025-04-10", ...by);
    for (const heading of [
      "Parties",
      "Standing",
      "Deadlines",
      "Course of events",
      "Evidence",
      "Facts without evidence",
      "Runs",
      "Decisions",
      "Open points",
    ])
      expect(text).toContain(`\n${heading}\n`);
    // States and procedures by the names that people have for them, their own beside.
    expect(report.names.state).toBe("The Initial Determination is served");
    expect(text.replace(/\s+/g, " ")).toContain("The Initial Determination is served (ID_SERVED), since Tue 2025-04-01.");
    expect(text.replace(/\s+/g, " ")).toContain("by the U.S. Department of Commerce (us-icts).");
    expect(text.replace(/\s+/g, " ")).toContain("d1 was decided on an older state: evidence e1 (Register of Acme) was added.");
    // That the restricted fact was read is in the record, once for each report.
    expect((await docket("log", "A-1", "--act", "item-read")).match(/item-read/g)).toHaveLength(2);
  });

  it("leaves out what is handled more strictly than asked for, in every form, and counts it", async () => {
    for (const format of ["text", "md", "html", "json"]) {
      const shown = await docket("report", "A-1", "--up-to", "internal", "--format", format, ...by);
      expect(shown, format).not.toContain("informant");
      expect(shown, format).not.toContain("Larkfield");
      expect(shown, format).toContain("Example Holding owns Acme");
    }
    const report = CaseReport.parse(JSON.parse(await docket("report", "A-1", "--up-to", "internal", "--format", "json", ...by)));
    expect(report).toMatchObject({
      handling: "internal",
      leftOut: [
        { kind: "facts", count: 1 },
        { kind: "runs", count: 1 },
        { kind: "decisions", count: 1 },
      ],
    });
    expect(await docket("log", "A-1", "--act", "item-read")).not.toContain("item-read ");
  });

  it("prints the head and the mark on every page of a document", async () => {
    const html = await docket("report", "A-1", "--format", "html", ...by);
    expect(html).toMatch(/class="stamp">RESTRICTED \| case A-1 \|/);
    expect(html).toContain('id="journal-head"');
    const path = join(folder, "report.docx");
    await docket("report", "A-1", "--format", "docx", "--output", path, ...by);
    const { fromBuffer } = await import("yauzl");
    const header = await new Promise<string>((resolve, reject) => {
      fromBuffer(readFileSync(path), { lazyEntries: true }, (error, zip) => {
        if (error) return reject(error);
        zip.on("entry", (entry) => {
          if (!/word\/header\d\.xml/.test(entry.fileName)) return zip.readEntry();
          zip.openReadStream(entry, async (failed, stream) => {
            if (failed) return reject(failed);
            const pieces: Buffer[] = [];
            for await (const piece of stream) pieces.push(piece as Buffer);
            resolve(Buffer.concat(pieces).toString());
          });
        });
        zip.readEntry();
      });
    });
    // The report before was noted: it held what is restricted.
    expect(header).toMatch(/RESTRICTED \| case A-1 \| as of [\d-]+ \| journal \d+, head [0-9a-f]{64}/);
  });
});
