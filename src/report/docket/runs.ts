import type { RunFinding, RunInput, RunLine, RunOrDecisionDone, ShownRun } from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted } from "../words.js";
import { headWords, type Shown } from "./words.js";

/** The runs of a case, a line each. */
export function runRows(runs: readonly RunLine[], width: number): string[] {
  if (runs.length === 0) return [];
  const rows = runs.map((run) => [
    run.id,
    run.title,
    foundWords(run),
    `reference ${run.reference.edition}; ${packIds(run)}`,
    runStanding(run),
  ]);
  return table(["run", "", "found", "stands on", ""], rows, width);
}

/** What a run of each kind finds. */
export const foundNames = { review: "Findings", dossier: "Questions", impact: "Systems" } satisfies Record<RunLine["kind"], string>;

/** What a run found, in few words. */
export function foundWords({ kind, findings, determination }: RunLine): string {
  const counts = Object.entries(findings.byOutcome).map(([outcome, count]) => `${count} ${outcome}`);
  const what = counts.length > 0 ? counts.join(", ") : `no ${foundNames[kind].slice(0, -1).toLowerCase()}`;
  return determination ? `${determination.replaceAll("-", " ")}: ${what}` : what;
}

/** Whether a run still counts. */
export function runStanding({ withdrawn, newer }: RunLine): string {
  if (withdrawn) return `withdrawn by ${withdrawn.by}: ${withdrawn.why}`;
  return newer ? `newer run: ${newer}` : "newest of its subject";
}

function packIds({ rulePacks }: RunLine): string {
  return rulePacks.map(({ id }) => id).join(", ");
}

/** A run: on what it stands, what it read by digest, what it found. */
export function runText({ case: of, run, inputs, findings, head }: ShownRun, { width, color }: Shown): string {
  const style = styleFor(color);
  const section = (title: string, lines: string[]) => (lines.length > 0 ? ["", style.heading(title), ...lines] : []);
  const lines = [
    ...wrap(`${of}, run ${run.id}: ${run.title}`, { width }).map(style.heading),
    ...pairs(runFacts(run), width, "  "),
    ...section("Rules", packLines(run, width)),
    ...section("Files read", inputLines(inputs, width)),
    ...section(foundNames[run.kind], findingLines(findings, width)),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** What a run stands on, label by label. */
export function runFacts(run: RunLine): [string, string][] {
  const { reference, inputs } = run;
  return [
    ["Subject", run.subject],
    ["As of", run.asOf],
    [
      "Made by",
      `beholden ${run.tool}, ${run.source === "saved" ? "attached as a saved result" : "run as it was attached"}${run.bytesChecked ? "" : "; another version, so that its fields were checked and not its bytes"}`,
    ],
    ["Attached", `${run.attached.at} by ${run.attached.by}`],
    ["Handling", run.handling],
    ["Standing", runStanding(run)],
    ["Reference", `edition ${reference.edition}, ${reference.sha256}`],
    ...reference.imports.map(({ id, edition, sha256 }): [string, string] => [
      "Import",
      `${id}${edition ? ` of ${edition}` : ""}, ${sha256}`,
    ]),
    ...(run.kind === "review"
      ? ([["Read", `${counted(inputs.files, "file")}, ${inputs.bytes} bytes, list ${inputs.sha256}`]] as [string, string][])
      : []),
    ...(inputs.declaration ? ([["Declaration", inputs.declaration]] as [string, string][]) : []),
    ["Result", run.result],
    ["Found", foundWords(run)],
  ];
}

function packLines({ rulePacks }: RunLine, width: number): string[] {
  return pairs(
    rulePacks.map(({ id, sha256 }) => [id, sha256 ?? "digest not recorded in the result"]),
    width,
    "  ",
  );
}

function inputLines(inputs: RunInput[], width: number): string[] {
  const rows = inputs.map(({ path, format, sha256 }) => [path, format, sha256]);
  return rows.length > 0 ? table(["file", "read as", "SHA-256"], rows, width) : [];
}

/** Findings with their ids, which decisions cite. */
export function findingLines(findings: readonly RunFinding[], width: number): string[] {
  const rows = findings.map(({ id, outcome, certainty, status, title, transaction }) => [
    id,
    [outcome, certainty === "cannot-be-excluded" ? "cannot be excluded" : undefined, status && status !== "open" ? status : undefined]
      .filter(Boolean)
      .join(", "),
    title,
    transaction?.replaceAll(":", " ") ?? "-",
  ]);
  return rows.length > 0 ? table(["id", "says", "", "of"], rows, width) : [];
}

/** What was done to a run or a decision. */
export function doneText({ case: of, did, object, entries, repeated, state, head }: RunOrDecisionDone, { width }: Shown): string {
  const said = repeated
    ? "was done by this request before; nothing was done now"
    : `recorded as ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}`;
  const command = object.startsWith("d") ? "decision" : "run";
  const lines = [
    ...wrap(`${of}: ${did.replaceAll("-", " ")} (${object}), ${said}.`, { width }),
    ...(state ? wrap(`State of the case: ${state}`, { width }) : []),
    ...wrap(headWords(head), { width }),
    ...wrap(`Next: beholden docket ${command} show ${of} ${object}`, { width }),
  ];
  return `${lines.join("\n")}\n`;
}
