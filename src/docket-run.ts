import { createHash } from "node:crypto";
import { canonicalJson, DocketError, type NewRun, sha256 } from "./docket/index.js";
import {
  type DocketRun,
  Dossier,
  type HandlingMark,
  Impact,
  type Json,
  Review,
  type RunFinding,
  type RunInput,
  type StoredFile,
} from "./model/index.js";
import { json } from "./report/json/report.js";
import { reviewDigest } from "./review-digest.js";
import { dossierFaults, impactFaults, reviewFaults } from "./run-faults.js";
import { version } from "./version.js";

/** How a run is to be kept. */
export interface RunLabel {
  title?: string | undefined;
  handling: HandlingMark;
}

/** A result that is read, whatever it is of. */
export type RunResult = { kind: "review"; review: Review } | { kind: "dossier"; dossier: Dossier } | { kind: "impact"; impact: Impact };

/**
 * A run from a saved result: the JSON that `review`, `dossier` or `impact` wrote with `--format json`. Its fields are checked against each
 * other, and where this version of beholden made it, its bytes too: what was changed since is refused.
 *
 * @param digest the SHA-256 that the file is said to have, where somebody says so
 * @throws DocketError `invalid` for what is no such result, or does not fit itself, with what does not
 */
export function savedRun(name: string, bytes: Uint8Array, label: RunLabel, digest?: string): NewRun {
  const found = createHash("sha256").update(bytes).digest("hex");
  if (digest !== undefined && digest.toLowerCase() !== found)
    throw invalid(`${name} has the SHA-256 ${found}, and ${digest} is said. It is another file, or was changed.`);
  const content = parsed(name, bytes);
  const result = readResult(name, content);
  const value = contentOf(result);
  const faults = faultsOf(result);
  if (faults.length > 0)
    throw invalid(`${name} does not fit itself: ${faults.slice(0, 5).join("; ")}. Attach the file as beholden wrote it.`);
  const own = value.tool.version === version;
  if (own && !isAsPrinted(result, content, bytes))
    throw invalid(
      `${name} says that beholden ${version} made it, and is not what this version prints: it was changed or formatted since. Attach the file as it was written.`,
    );
  return newRun(result, bytes, { ...label, source: "saved", bytesChecked: own });
}

/**
 * A run that was made here and now.
 *
 * @param changeSets by which that came in on which it stands
 */
export function madeRun(result: RunResult, label: RunLabel, changeSets: readonly string[]): NewRun {
  const text =
    result.kind === "review" ? json.render(result.review, { width: 80, color: false }) : `${JSON.stringify(contentOf(result), null, 2)}\n`;
  return newRun(result, Buffer.from(text), { ...label, source: "run-here", bytesChecked: true, changeSets: [...changeSets] });
}

/**
 * What a result file holds.
 *
 * @throws DocketError `invalid` where that is neither a review nor a dossier, with the first field that is wrong
 */
export function readResult(name: string, content: unknown): RunResult {
  const { tool, findings, provider, scenario } = (content ?? {}) as Record<string, unknown> & { tool?: { name?: unknown } };
  const kind = findings !== undefined ? "review" : provider !== undefined ? "dossier" : scenario !== undefined ? "impact" : null;
  if (tool?.name !== "beholden" || kind === null)
    throw invalid(
      `${name} is no result of beholden. Expected the JSON of \`beholden review\`, \`beholden dossier\` or \`beholden impact\` (--format json).`,
    );
  const read = { review: Review, dossier: Dossier, impact: Impact }[kind].safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw invalid(`${name} cannot be read: ${issue?.path.join(".")}: ${issue?.message}. Make it again with --format json.`);
  }
  return { kind, [kind]: read.data } as RunResult;
}

function contentOf(result: RunResult): Review | Dossier | Impact {
  return result.kind === "review" ? result.review : result.kind === "dossier" ? result.dossier : result.impact;
}

function faultsOf(result: RunResult): string[] {
  if (result.kind === "review") return reviewFaults(result.review);
  return result.kind === "dossier" ? dossierFaults(result.dossier) : impactFaults(result.impact);
}

/** The bytes of a result, read. */
export function resultOf(bytes: Uint8Array): RunResult {
  return readResult("the result", parsed("the result", bytes));
}

/** The files that a run read, by its result. */
export function inputsOf(result: RunResult): RunInput[] {
  if (result.kind !== "review") return [];
  return result.review.files.map(({ path, format, bytes, sha256: digest }) => ({ path, format, bytes, sha256: digest }));
}

/** Whether a draft determination was made on a result. */
export function isDraftOf(draft: { review: { sha256: string } }, result: RunResult): boolean {
  return result.kind === "review" && draft.review.sha256 === reviewDigest(result.review);
}

function newRun(
  result: RunResult,
  bytes: Uint8Array,
  { title, handling, source, bytesChecked, changeSets }: RunLabel & Pick<DocketRun, "source" | "bytesChecked" | "changeSets">,
): NewRun {
  const findings = findingsOf(result);
  const list = Buffer.from(canonicalJson(findings));
  const inputs = inputsOf(result);
  const base =
    result.kind === "review" ? ofReview(result.review) : result.kind === "dossier" ? ofDossier(result.dossier) : ofImpact(result.impact);
  const files = [stored(bytes, { name: `${result.kind}.json`, role: "result" }), stored(list, { name: "findings.json", role: "findings" })];
  const run = {
    title: title ?? base.title,
    handling,
    kind: result.kind,
    source,
    bytesChecked,
    subject: base.subject,
    asOf: base.asOf,
    tool: base.tool,
    reference: base.reference,
    ...(changeSets ? { changeSets } : {}),
    rulePacks: base.rulePacks,
    inputs: {
      files: inputs.length,
      bytes: inputs.reduce((sum, one) => sum + one.bytes, 0),
      sha256: sha256(canonicalJson(inputs)),
      declaration: base.declaration,
    },
    determination: base.determination,
    result: digestOf(bytes),
    findings: { total: findings.length, byOutcome: byOutcome(findings), sha256: digestOf(list) },
    files,
  };
  return { run, contents: [bytes, list].map((content) => ({ sha256: digestOf(content), content })) };
}

function ofReview({ subject, asOf, tool, reference, rulePacks, determination, declared }: Review) {
  return {
    title: `Review of ${subject.name} as of ${asOf}`,
    subject: subject.name,
    asOf,
    tool: tool.version,
    reference: {
      edition: reference.edition,
      sha256: reference.sha256,
      imports: (reference.imports ?? []).map(({ id, edition, sha256: digest }) => ({ id, edition, sha256: digest })),
    },
    rulePacks: rulePacks.map(({ id, sha256: digest }) => ({ id, sha256: digest })),
    determination: determination.outcome,
    declaration: declared ? sha256(canonicalJson(declared)) : null,
  };
}

function ofDossier({ provider, asOf, tool, reference, rulePacks, ownership }: Dossier) {
  const asked = [...new Set(ownership.flatMap(({ regimes }) => regimes.map(({ id }) => id)))].map((id) => ({ id, sha256: null }));
  return {
    title: `Dossier of ${provider.name} as of ${asOf}`,
    subject: provider.id,
    asOf,
    tool: tool.version,
    reference: { ...reference, imports: [] },
    rulePacks: rulePacks ? rulePacks.map(({ id, sha256: digest }) => ({ id, sha256: digest })) : asked,
    determination: null,
    declaration: null,
  };
}

function ofImpact({ subject, asOf, tool, reference, rulePacks, scenario }: Impact) {
  return {
    title: `Impact on ${subject} of cutting off ${scenario.block.map(({ name }) => name).join(", ")} on ${scenario.on}`.slice(0, 300),
    // Each scenario is a subject of its own: one that is frozen later is no newer run of another.
    subject: `${subject}, scenario ${scenario.id}`,
    asOf,
    tool: tool.version,
    reference: { ...reference, imports: [] },
    rulePacks: rulePacks.map((id) => ({ id, sha256: null })),
    determination: null,
    declaration: null,
  };
}

/** The findings of a review; of a dossier the questions of the review, of a scenario its systems: what each finds out. */
function findingsOf(result: RunResult): RunFinding[] {
  if (result.kind === "dossier") {
    return result.dossier.questions.map((one) => ({
      ...{ id: one.id, title: one.question, outcome: one.status, certainty: null, status: null, transaction: null },
      sha256: sha256(canonicalJson(one)),
    }));
  }
  if (result.kind === "impact") {
    return result.impact.systems.map((one) => ({
      ...{ id: one.id, title: one.name, outcome: one.verdict, certainty: null, status: null, transaction: null },
      sha256: sha256(canonicalJson(one)),
    }));
  }
  return result.review.findings.map((one) => ({
    ...{ id: one.id, title: one.title, outcome: one.outcome, certainty: one.certainty, status: one.status, transaction: one.transaction },
    sha256: sha256(canonicalJson(one)),
  }));
}

function byOutcome(findings: RunFinding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, status } of findings) {
    if (status === null || status === "open" || status === "acceptance-expired") counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** Whether a file is what beholden prints: nothing more in it, nothing otherwise, in the same order. */
function isAsPrinted(result: RunResult, content: unknown, bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("utf8");
  if (result.kind === "review") return json.render(result.review, { width: 80, color: false }) === text;
  return canonicalJson(contentOf(result)) === canonicalJson(content) && `${JSON.stringify(content, null, 2)}\n` === text;
}

function stored(content: Uint8Array, { name, role }: Pick<StoredFile, "name" | "role">): StoredFile {
  return { sha256: digestOf(content), bytes: content.length, mediaType: "application/json", name, role };
}

function digestOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function parsed(name: string, bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch (error) {
    throw invalid(
      `${name} is no JSON: ${error instanceof Error ? error.message : "unreadable"}. Expected the JSON of a review, a dossier or a scenario.`,
    );
  }
}

function invalid(message: string): DocketError {
  return new DocketError("invalid", message);
}
