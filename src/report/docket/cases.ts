import { eventWords } from "../../model/event-words.js";
import type { CaseLine, CaseList, RunningDeadline, ShownCase, ShownEvent, Standing } from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted, legalNotice } from "../words.js";
import { dayWords } from "./days.js";
import { decisionRows } from "./decisions.js";
import { factLines } from "./facts.js";
import { runRows } from "./runs.js";
import { cited, daysWords, headWords, kindWords, restrictedLines, type Shown, statusWords } from "./words.js";

/** Every case in a line of a table. */
export function listText({ asOf, cases, total, next, head }: CaseList, { width, color }: Shown): string {
  const style = styleFor(color);
  if (total > 0 && cases.length === 0)
    return `No more: this page begins behind the last of ${counted(total, "case")}.\n\n${headWords(head)}\n`;
  if (cases.length === 0) return `No case to show. \`beholden docket new --caption …\` opens one.\n\n${headWords(head)}\n`;
  const rows = cases.map((one) => [one.id, one.caption, one.state ?? "-", ...nextCells(one)]);
  const lines = [
    style.heading(`${cases.length < total ? `${cases.length} of ${counted(total, "case")}` : counted(total, "case")} as of ${asOf}`),
    "",
    ...table(["case", "caption", "state", "next deadline", "due", ""], rows, width),
    "",
    ...(next === null ? [] : [`The next page: --after ${next}`, ""]),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function nextCells({ next }: CaseLine): string[] {
  if (!next) return ["no clock runs", "-", "-"];
  const { title, agency, due, status, days } = next;
  const far = status === "unsettled" ? "not settled" : days < 0 ? `OVERDUE, ${daysWords(days)}` : daysWords(days);
  return [agency ? `${title} (${agency})` : title, due, far];
}

/** A case: where it stands, its deadlines, what happened, what may come next. */
export function caseText(shown: ShownCase, { width, color }: Shown): string {
  const style = styleFor(color);
  const { id, caption, kind, procedure, reference, parties, opened, version, head } = shown;
  const facts: [string, string][] = [
    ["Kind", kindWords[kind]],
    ["Procedure", procedure ?? "none, so no clock runs"],
    ...(reference ? ([["Reference", reference]] as [string, string][]) : []),
    ...parties.map(({ role, name }): [string, string] => [role, name]),
    ["Opened", `${opened.at} by ${opened.by}`],
    ["Version", String(version)],
    ...(shown.standing ? standingPairs(shown.standing) : []),
  ];
  const section = (title: string, lines: string[]) => (lines.length > 0 ? ["", style.heading(title), ...lines] : []);
  const lines = [
    ...wrap(`${id}: ${caption}`, { width }).map(style.heading),
    ...pairs(facts, width, "  "),
    ...section("Deadlines", deadlineLines(shown, width)),
    ...section("What happened", eventLines(shown.events, width)),
    ...section("Runs", runRows(shown.runs, width)),
    ...section("Decisions", decisionRows(shown.decisions, width)),
    ...section("Without effect", ineffectiveLines(shown.standing, width)),
    ...section("To be confirmed by a person", doubtLines(shown, width)),
    ...section("What may come next", nextLines(shown.standing, width)),
    ...section("Evidence", evidenceLines(shown, width)),
    ...section(
      "Notes",
      shown.notes.flatMap(({ text, by, at }) => wrap(`${text} (${by}, ${at})`, { width, first: "  - ", rest: "    " })),
    ),
    ...restrictedLines(id, shown.restricted, width),
    "",
    ...wrap(headWords(head), { width }),
    ...wrap(legalNotice, { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** What the case rests on, and the facts that rest on nothing. */
function evidenceLines({ id, evidence: { items, quotes, facts, withoutEvidence } }: ShownCase, width: number): string[] {
  if (items + facts === 0) return [];
  const count = `${counted(items, "piece")} of evidence, ${counted(quotes, "quote")}, ${counted(facts, "fact")}`;
  const lacking =
    withoutEvidence.length > 0 ? `; ${withoutEvidence.length} without evidence:` : `. \`beholden docket evidence list ${id}\` shows them.`;
  return [...wrap(`${count}${lacking}`, { width, first: "  ", rest: "  " }), ...withoutEvidence.flatMap((one) => factLines(one, width))];
}

function standingPairs({ state, since, asOf, hold }: Standing): [string, string][] {
  const where = state === null ? "not begun" : `${state} since ${since}`;
  const kept = hold?.branches.flatMap(({ until, applies }) => (applies === "no" || until === null ? [] : [until])) ?? [];
  return [
    ["State", `${where} (as of ${asOf})`],
    ...(hold
      ? ([["Records", `kept from ${hold.starts}${kept.length > 0 ? ` until ${kept.join(" or ")}` : ""} (${cited(hold)})`]] as [
          string,
          string,
        ][])
      : []),
  ];
}

function deadlineLines({ standing }: ShownCase, width: number): string[] {
  const rows = (standing?.deadlines ?? []).map((one) => [
    one.key,
    `${one.title}${one.agency ? ` (${one.agency})` : ""}`,
    one.due === null ? "-" : dayWords(one.due),
    statusOf(one, standing?.asOf ?? ""),
    cited(one),
  ]);
  return rows.length > 0 ? table(["deadline", "", "last day", "", "rule"], rows, width) : [];
}

function statusOf({ status, due, metOn, unsettled }: RunningDeadline, asOf: string): string {
  const left = due !== null && (status === "open" || status === "overdue") ? `, ${daysWords(between(asOf, due))}` : "";
  return `${statusWords[status]}${metOn ? ` on ${metOn}` : left}${unsettled !== null && status !== "unsettled" ? "; not settled" : ""}`;
}

function between(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

function eventLines(events: ShownEvent[], width: number): string[] {
  const rows = events.map(({ number, entry, corrected, recorded }) => [
    String(number),
    entry.on,
    eventWords(entry.event),
    [...eventDetails(entry), corrected === "no" ? undefined : corrected.replace("-", " ")].filter(Boolean).join("; ") || "-",
    `${recorded.by}, ${recorded.at.slice(0, 10)}`,
  ]);
  return rows.length > 0 ? table(["no.", "on", "event", "", "recorded"], rows, width) : [];
}

/** What is told of an event beside its name and day. */
export function eventDetails({
  agency,
  outcome,
  until,
  signed,
  by,
  method,
  corrects,
  reads,
  confirms,
  effective,
  holds,
  decision,
  note,
}: ShownEvent["entry"]): string[] {
  return [
    agency,
    outcome,
    until && `until ${until}`,
    by && (signed ? `signed by ${by}` : `by ${by}`),
    method && `served: ${method.replaceAll("-", " ")}`,
    corrects && `event ${corrects} ${reads === null ? "is struck out" : `reads ${readsWords(reads)}`}`,
    confirms && (/^\d+$/.test(confirms) ? `event ${confirms}` : `${confirms}${holds === false ? " does not hold" : ""}`),
    effective && `counts from ${effective}`,
    decision && `carries out ${decision}`,
    note,
  ].filter((one): one is string => typeof one === "string" && one !== "");
}

function readsWords(reads: ShownEvent["entry"]["reads"]): string {
  return Object.entries(reads ?? {})
    .map(([field, value]) => `${field} ${Array.isArray(value) ? value.join(", ") : value}`)
    .join(", ");
}

function ineffectiveLines(standing: Standing | null, width: number): string[] {
  return (standing?.ineffective ?? []).flatMap(({ entry, as, because, ...rule }) =>
    wrap(`${eventWords(entry.event)} of ${entry.on}: ${as}, for ${because} (${cited(rule)})`, { width, first: "  - ", rest: "    " }),
  );
}

/** What hangs on a person: services, papers, then the rules that what runs now rests on. */
function doubtLines({ standing, open }: ShownCase, width: number): string[] {
  const unsettled = new Set((standing?.deadlines ?? []).flatMap((one) => one.unsettled ?? []));
  const running = new Set((standing?.deadlines ?? []).map(({ id }) => `deadline/${id}`));
  const rules = open.filter(({ point, confirmed }) => confirmed !== null || running.has(point)).map(pointWords);
  return [...unsettled, ...(standing?.remarks ?? []), ...rules].flatMap((one) => wrap(one, { width, first: "  - ", rest: "    " }));
}

function pointWords({ point, title, confirmed, ...rule }: ShownCase["open"][number]): string {
  if (!confirmed) return `${point}: ${title}, ${cited(rule)}`;
  return `${point}: ${confirmed.holds ? "confirmed" : "found not to hold"} by ${confirmed.by} on ${confirmed.on}, ${confirmed.source}`;
}

function nextLines(standing: Standing | null, width: number): string[] {
  const rows = (standing?.next ?? []).map(({ event, title, actor, ...rule }) => [event, title, actor, cited(rule)]);
  return rows.length > 0 ? table(["event", "", "by", "rule"], rows, width) : [];
}
