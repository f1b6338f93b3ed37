import { createHash } from "node:crypto";
import { eventWords } from "../../../model/event-words.js";
import {
  type CaseReport,
  type HandlingMark,
  type Letter,
  type LetterBlock,
  type LetterSection,
  type LetterSentence,
  strictestMark,
} from "../../../model/index.js";
import { counted, handlingWords } from "../../words.js";
import { eventDetails } from "../cases.js";
import { dayWords } from "../days.js";
import { statusWords as decisionStatus } from "../decisions.js";
import { foundWords, runStanding } from "../runs.js";
import { cited, headWords, kindWords, statusWords } from "../words.js";

/** What a cell of a table says: words, and how they are handled. */
type Cell = string;

/** The report of a case as a letter, so that every form of a letter is a form of it. The head of the journal stands on every page. */
export function reportLetter(report: CaseReport): Letter {
  const { case: shown, head, handling, asOf, tool } = report;
  const sections = [
    partiesSection(report),
    standingSection(report),
    deadlineSection(report),
    courseSection(report),
    evidenceSection(report),
    factSection(report),
    unsupportedSection(report),
    runSection(report),
    decisionSection(report),
    openSection(report),
    aboutSection(report),
  ].filter((one) => one.blocks.length > 0);
  const title = `Report of case ${shown.id}: ${shown.caption}`;
  const content = createHash("sha256").update(JSON.stringify({ title, sections })).digest("hex");
  return {
    schemaVersion: "1",
    title,
    stamp: `${handling.toUpperCase()} | case ${shown.id} | as of ${asOf} | journal ${head.number}, head ${head.digest}`,
    on: asOf,
    head: [
      { label: "Case", sentences: [said(`${shown.id}: ${shown.caption}`)] },
      ...(shown.reference ? [{ label: "Reference", sentences: [said(shown.reference)] }] : []),
      { label: "Kind", sentences: [said(kindWords[shown.kind])] },
      { label: "As of", sentences: [said(dayWords(asOf))] },
      { label: "Handling", sentences: [said(handlingWords[handling])] },
      { label: "Journal", sentences: [said(headWords(head))] },
      { label: "Made by", sentences: [said(`beholden ${tool.version}`)] },
    ],
    sections,
    notes: [],
    gaps: [],
    issue: { number: `Report of ${shown.id}`, on: asOf, service: null, handling, content, head, deadlines: [] },
  };
}

function said(text: string, handling?: HandlingMark): LetterSentence {
  return {
    text,
    kind: "statement",
    notes: [],
    gap: null,
    ...(handling && handling !== "internal" && handling !== "public" ? { handling } : {}),
  };
}

function section(id: string, heading: string, blocks: LetterBlock[]): LetterSection {
  return { id, level: 2, heading, blocks };
}

function table(caption: string, headings: string[], rows: { cells: Cell[]; handling?: HandlingMark }[]): LetterBlock[] {
  if (rows.length === 0) return [];
  return [{ kind: "table", caption, headings, rows: rows.map(({ cells, handling }) => cells.map((text) => [said(text, handling)])) }];
}

function list(items: { text: string; handling?: HandlingMark }[]): LetterBlock[] {
  return items.length === 0 ? [] : [{ kind: "list", ordered: false, items: items.map(({ text, handling }) => [said(text, handling)]) }];
}

function paragraph(...texts: string[]): LetterBlock {
  return { kind: "paragraph", sentences: texts.map((text) => said(text)) };
}

function partiesSection({ case: { parties } }: CaseReport): LetterSection {
  return section(
    "parties",
    "Parties",
    table(
      counted(parties.length, "party", "parties"),
      ["Role", "Name"],
      parties.map(({ role, name }) => ({ cells: [role.replaceAll("-", " "), name] })),
    ),
  );
}

function standingSection({ case: { standing, procedure, opened }, names }: CaseReport): LetterSection {
  const where = !standing
    ? "The case follows no procedure, so that no clock runs."
    : standing.state === null
      ? "The case has not begun."
      : `${names.state ? `${names.state} (${standing.state})` : `The case stands in ${standing.state}`}, since ${dayWords(standing.since ?? "")}. Procedure: ${names.procedure ? `${names.procedure} (${procedure})` : procedure}.`;
  return section("standing", "Standing", [
    paragraph(where, `It was opened by ${opened.by} on ${opened.at.slice(0, 10)} at ${opened.at.slice(11, 16)} UTC.`),
  ]);
}

function deadlineSection({ case: { standing } }: CaseReport): LetterSection {
  const rows = (standing?.deadlines ?? []).map((one) => ({
    cells: [
      `${one.title}${one.agency ? ` (${one.agency})` : ""}`,
      one.due === null ? "-" : dayWords(one.due),
      `${statusWords[one.status]}${one.metOn ? ` on ${one.metOn}` : ""}${one.unsettled ? "; not settled" : ""}`,
      cited(one),
    ],
  }));
  return section(
    "deadlines",
    "Deadlines",
    table("Computed from the events, never typed", ["Deadline", "Last day", "Standing", "Rule"], rows),
  );
}

function courseSection({ case: { events, standing } }: CaseReport): LetterSection {
  const rows = events.map(({ number, entry, corrected, recorded }) => ({
    cells: [
      String(number),
      entry.on,
      `${eventWords(entry.event)}${corrected === "no" ? "" : `, ${corrected.replace("-", " ")}`}`,
      eventDetails(entry).join("; ") || "-",
      `${recorded.by}, ${recorded.at.slice(0, 10)}`,
    ],
  }));
  const idle = (standing?.ineffective ?? []).map(({ entry, as, because, ...rule }) => ({
    text: `Without effect: ${eventWords(entry.event)} of ${entry.on}, ${as}, for ${because} (${cited(rule)}).`,
  }));
  return section("course", "Course of events", [
    ...table(counted(events.length, "event"), ["No.", "On", "Event", "Said of it", "Recorded"], rows),
    ...list(idle),
  ]);
}

function evidenceSection({ evidence, quotes }: CaseReport): LetterSection {
  const rows = evidence.map(({ id, item }) => ({
    cells: [
      id,
      `${item.title}${item.withdrawn === null ? "" : `; WITHDRAWN: ${item.withdrawn}`}`,
      gradeWords(item.grade),
      item.source ?? "-",
      String(quotes.filter(({ quote }) => quote.evidence.endsWith(`/${id}`)).length),
      short(item.files.find(({ role }) => role === "original")?.sha256 ?? "-"),
    ],
    handling: item.handling,
  }));
  const said = "Grades: reliability of the source from A to F, credibility of what it says from 1 to 6";
  return section("evidence", "Evidence", table(said, ["No.", "What", "Grade", "Source", "Quotes", "SHA-256 begins"], rows));
}

/** The beginning of a digest: enough to find it, and the JSON has it whole. */
function short(digest: string): string {
  return digest.slice(0, 16);
}

function gradeWords({ reliability, credibility }: { reliability: string | null; credibility: string | null }): string {
  return reliability === null && credibility === null ? "not graded" : `${reliability ?? "?"}${credibility ?? "?"}`;
}

function factSection({ facts, quotes, evidence }: CaseReport): LetterSection {
  const rows = facts.flatMap(({ id, fact, support }) =>
    fact.withdrawn === null && support === "quoted"
      ? [{ cells: [id, fact.text, sourceWords(fact.quotes, quotes, evidence)], handling: fact.handling }]
      : [],
  );
  return section("facts", "Facts with their sources", table(counted(rows.length, "fact"), ["No.", "Fact", "Rests on"], rows));
}

function sourceWords(ids: string[], quotes: CaseReport["quotes"], evidence: CaseReport["evidence"]): string {
  const words = ids.map((one) => {
    const found = quotes.find(({ id }) => one.endsWith(`/${id}`));
    if (!found) return "a quote that is left out here";
    const from = evidence.find(({ id }) => found.quote.evidence.endsWith(`/${id}`));
    const where = from ? `${from.id} ${from.item.title}, ${gradeWords(from.item.grade)}` : "evidence that is left out here";
    return `${found.id}: \u201c${found.quote.selector.exact}\u201d (${where}, page ${found.quote.place.label})`;
  });
  return words.join("; ");
}

function unsupportedSection({ facts }: CaseReport): LetterSection {
  const supports = { none: "no quote", weakened: "its quotes no longer stand", supposed: "supposed by a person", quoted: "" } as const;
  const rows = facts.flatMap(({ id, fact, support }) =>
    fact.withdrawn === null && support !== "quoted" ? [{ cells: [id, fact.text, supports[support]], handling: fact.handling }] : [],
  );
  return section("without-evidence", "Facts without evidence", table(counted(rows.length, "fact"), ["No.", "Fact", "Why"], rows));
}

function runSection({ case: { runs } }: CaseReport): LetterSection {
  const rows = runs.map((run) => ({
    cells: [
      run.id,
      run.title,
      foundWords(run),
      `reference ${run.reference.edition}; ${run.rulePacks.map(({ id }) => id).join(", ")}; ${counted(run.inputs.files, "file")} read`,
      runStanding(run),
      short(run.result),
    ],
    handling: run.handling,
  }));
  return section(
    "runs",
    "Runs",
    table("Reviews and dossiers that belong to the case", ["No.", "What", "Found", "Stands on", "Standing", "Result begins"], rows),
  );
}

function decisionSection({ case: { decisions } }: CaseReport): LetterSection {
  const rows = decisions.map((one) => ({
    cells: [
      one.id,
      one.title,
      one.outcome.replaceAll("-", " "),
      one.on,
      `${one.run}, ${counted(one.findings.length, "finding")}`,
      decisionStatus(one),
      one.standing.current ? "the present state" : "AN OLDER STATE",
      short(one.decidedOn),
    ],
    handling: one.handling,
  }));
  const older = decisions.flatMap(({ id, handling, standing }) =>
    standing.differences.map(({ what, handling: mark }) => ({
      text: `${id} was decided on an older state: ${what}.`,
      handling: strictestMark([handling, mark]),
    })),
  );
  return section("decisions", "Decisions", [
    ...table(
      "Each is bound to the state of the case that it was taken on",
      ["No.", "What", "Outcome", "Of", "Cites", "By", "Taken on", "State begins"],
      rows,
    ),
    ...list(older),
  ]);
}

function openSection({ openPoints }: CaseReport): LetterSection {
  return section(
    "open",
    "Open points",
    openPoints.length === 0 ? [paragraph("Nothing is open.")] : list(openPoints.map((text) => ({ text }))),
  );
}

const singular: Readonly<Record<string, string>> = {
  evidence: "piece of evidence",
  quotes: "quote",
  facts: "fact",
  runs: "run",
  decisions: "decision",
};

/** The place that the head is anchored at, in every form. */
function aboutSection({ leftOut, upTo, head, handling }: CaseReport): LetterSection {
  const out =
    leftOut.length === 0
      ? "Nothing is left out."
      : `Left out, for it is handled more strictly than ${handlingWords[upTo].toLowerCase()}: ${leftOut.map(({ kind, count }) => counted(count, singular[kind] ?? kind, kind)).join(", ")}.`;
  return section("journal-head", "About this report", [
    paragraph(out, `It is to be handled as ${handlingWords[handling].toLowerCase()}, the strictest of what it holds.`),
    paragraph(
      `It was made from the journal of the docket. ${headWords(head)}. \`beholden docket verify --head ${head.digest.slice(0, 16)}\` says whether that is still so.`,
    ),
    paragraph("This is no legal advice: what was applied stands with its citation, for counsel to confirm."),
  ]);
}
