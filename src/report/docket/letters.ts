import type {
  LetterChange,
  LetterCheck,
  LetterFileWritten,
  LetterList,
  LetterRemovals,
  ShownLetter,
  StoredFile,
} from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { bytes, counted } from "../words.js";
import { renderMoved } from "./moved.js";
import { cited, headWords, restrictedLines, type Shown } from "./words.js";

/** The letters of a case, a line each. */
export function lettersText({ case: of, letters, restricted, head }: LetterList, { width }: Shown): string {
  if (letters.length === 0 && restricted.length === 0)
    return `No letters in case ${of} yet. \`beholden docket letter draft ${of} TEMPLATE\` drafts one.\n\n${headWords(head)}\n`;
  const rows = letters.map(({ id, title, status, handling, number, on, releaseOf }) => [
    id,
    releaseOf ? `${title} of ${releaseOf}` : title,
    status,
    number ?? "-",
    on ?? "-",
    handling,
  ]);
  const lines = rows.length > 0 ? table(["letter", "", "status", "number", "on", "handling"], rows, width) : [];
  return `${[...lines, ...restrictedLines(of, restricted, width), "", ...wrap(headWords(head), { width })].join("\n")}\n`;
}

/** A letter: where it stands, what it lacks, and its words. */
export function letterText(shown: ShownLetter, words: string, { width, color }: Shown): string {
  const { case: of, id, title, status, version, handling, authors, reviews, approved, issued, missing, head } = shown;
  const facts: [string, string][] = [
    ["Status", issued ? `issued as ${issued.number} on ${issued.on}` : status],
    ["Handling", handling],
    ["Version", String(version)],
    ["Written by", authors.join(", ")],
    ...reviews.map(({ by, at, verdict, note }): [string, string] => [
      "Reviewed",
      `${verdict === "fit" ? "fit" : "asks for changes"}, by ${by} at ${at}${note ? `: ${note}` : ""}`,
    ]),
    ...(approved ? ([["Approved", `by ${approved.by} at ${approved.at}`]] as [string, string][]) : []),
  ];
  const lines = [
    ...wrap(`${of} ${id}: ${title}`, { width }).map(styleFor(color).heading),
    ...pairs(facts, width, "  "),
    ...listed("Missing", missing, width),
    ...wrap(headWords(head), { width }),
    "",
    words.trimEnd(),
  ];
  return `${lines.join("\n")}\n`;
}

function listed(title: string, all: readonly string[], width: number): string[] {
  return all.length === 0 ? [] : [`${title}:`, ...all.flatMap((one) => wrap(one, { width, first: "  - ", rest: "    " }))];
}

/** What a public version leaves out, each with its ground. */
export function removalsText({ letter, releaseOf, removals, head }: LetterRemovals, { width }: Shown): string {
  const rows = removals.map(({ section, text, ground, citation }) => [section, text, `${ground}${citation ? ` (${citation})` : ""}`]);
  const none = wrap(`The public version ${letter} of letter ${releaseOf} leaves out nothing.`, { width });
  return `${[...(rows.length > 0 ? table(["where", "left out", "on what ground"], rows, width) : none), "", ...wrap(headWords(head), { width })].join("\n")}\n`;
}

/** What was done to a letter, what it lacks, and what its issue made. */
export function letterChangeText(change: LetterChange, { width, color }: Shown): string {
  const { case: of, letter, did, entries, repeated, status, missing, issued, files, moved, remarks, standing, head } = change;
  const said = repeated
    ? "was done by this request before; nothing was done now"
    : `recorded as ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}`;
  const event = issued?.event ? `, event ${issued.event} of the case` : "";
  const lines = [
    ...wrap(`${of} ${letter}: ${did.replaceAll("-", " ")}, ${said}.`, { width }),
    ...(issued
      ? wrap(
          `Letter ${issued.number} of ${issued.on}${event}${issued.service ? `, served: ${issued.service.replaceAll("-", " ")}` : ""}.`,
          { width },
        )
      : wrap(`Status: ${status}`, { width })),
    ...(issued?.deadlines ?? []).flatMap((one) =>
      wrap(
        `Starts ${one.title}: last day ${one.due ?? "not settled"}${one.unsettled ? `, not settled: ${one.unsettled}` : ""} (${cited(one)})`,
        { width },
      ),
    ),
    ...fileLines(files, width),
    ...listed(`Missing (${counted(missing.length, "thing")}), so it cannot be approved or issued`, missing, width),
    ...remarks.flatMap((one) => wrap(one, { width })),
    ...(standing ? wrap(`State: ${standing.state ?? "not begun"}${standing.since ? ` since ${standing.since}` : ""}`, { width }) : []),
    ...(moved.length > 0 ? renderMoved(moved, "text", { width, color }).trimEnd().split("\n") : []),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function fileLines(files: readonly StoredFile[], width: number): string[] {
  return files.length === 0
    ? []
    : table(
        ["file", "size", "SHA-256"],
        files.map(({ name, bytes: size, sha256 }) => [name, bytes(size), sha256]),
        width,
      );
}

export function fileText({ to, file, head }: LetterFileWritten, { width }: Shown): string {
  const lines = [
    ...wrap(`Wrote ${file.name} to ${to}, ${bytes(file.bytes)}.`, { width }),
    `SHA-256 ${file.sha256}`,
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** Whether a file is exactly what was issued. */
export function letterCheckText({ file, sha256, issued, names, head }: LetterCheck, { width }: Shown): string {
  const found = issued.flatMap(({ number, on, case: of, letter, form, head: before }) =>
    wrap(
      `${file} is exactly what was issued: letter ${number} of ${on} (${of} ${letter}), its ${form} file, made when entry ${before.number} was the newest of the journal.`,
      { width },
    ),
  );
  const not = wrap(
    `${file} is NOT a file that was issued: no letter of this docket has its digest.${names.length > 0 ? ` It names ${names.join(", ")}, and is none of the files of ${names.length === 1 ? "that letter" : "those letters"}, or not any more.` : ""}`,
    { width },
  );
  return `${[...(found.length > 0 ? found : not), `SHA-256 ${sha256}`, ...wrap(headWords(head), { width })].join("\n")}\n`;
}
