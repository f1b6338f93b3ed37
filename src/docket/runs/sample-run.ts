import { createHash } from "node:crypto";
import type { RunFinding } from "../../model/index.js";
import { canonicalJson, type Docket } from "../journal/index.js";
import { attachRun, type NewRun } from "./attach.js";

/** A run with certain findings, whose result is a text. */
export function sampleRun(findings: [id: string, outcome: string][], more: Partial<NewRun["run"]> = {}): NewRun {
  const listed = findings.map(
    ([id, outcome]): RunFinding => ({
      ...{ id, title: `Rule ${id}`, outcome, certainty: "established", status: "open", transaction: "hosting:acme:eu-1:shop" },
      sha256: digest(Buffer.from(`${id} ${outcome}`)),
    }),
  );
  const list = Buffer.from(canonicalJson(listed));
  const result = Buffer.from(JSON.stringify({ findings, more }));
  const file = (content: Buffer, role: string) => ({
    sha256: digest(content),
    bytes: content.length,
    mediaType: "application/json",
    name: `${role}.json`,
    role,
  });
  const run: NewRun["run"] = {
    ...{
      title: "Review of Acme as of 2026-03-01",
      handling: "internal",
      kind: "review",
      source: "saved",
      subject: "Acme",
      asOf: "2026-03-01",
    },
    ...{ tool: "0.1.0", bytesChecked: true, determination: "prohibited", result: digest(result) },
    reference: { edition: "2026-02-20", sha256: "a".repeat(64), imports: [] },
    rulePacks: [{ id: "us-icts", sha256: "b".repeat(64) }],
    inputs: { files: 1, bytes: 10, sha256: "c".repeat(64), declaration: null },
    findings: { total: listed.length, byOutcome: {}, sha256: digest(list) },
    files: [file(result, "result"), file(list, "findings")],
    ...more,
  };
  return { run, contents: [result, list].map((content) => ({ sha256: digest(content), content })) };
}

/** Attaches such a run to a case. */
export function attachSample(docket: Docket, of: string, findings: [string, string][], more: Partial<NewRun["run"]> = {}) {
  return attachRun(docket, of, sampleRun(findings, more), { by: "Ana Ruiz", at: "2026-11-27T09:30:00.000Z" });
}

function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
