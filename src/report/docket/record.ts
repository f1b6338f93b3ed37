import type {
  BundleVerification,
  ChainBreak,
  DocketManifest,
  DocketRecord,
  DocketVerification,
  JournalHead,
  Json,
  Neighbour,
  RecordLine,
} from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted, grouped } from "../words.js";
import { headWords, type Shown } from "./words.js";

/** Whether a docket's journal is unbroken, and what that shows. */
export function verificationText(found: DocketVerification, { width, color }: Shown): string {
  const style = styleFor(color);
  const { unbroken, shown, clockBack, remarks } = found;
  const facts: [string, string][] = [
    ["Docket", `${found.docket ?? "has no first entry"}, at ${found.store}`],
    ["Entries", found.from ? `${grouped(found.entries)}, from ${found.from} until ${found.until}` : grouped(found.entries)],
    ["Head", `${found.head.number}, ${found.head.digest}`],
    ...(shown
      ? ([
          [
            "What is shown",
            shown.agrees
              ? "is what the journal says"
              : `DIFFERS from the journal: ${shown.differing.join(", ")}. \`beholden docket rebuild\` mends it.`,
          ],
        ] as [string, string][])
      : []),
    ...(found.files.named > 0
      ? ([["Files", `${grouped(found.files.named)}, ${grouped(found.files.bytes)} bytes`]] as [string, string][])
      : []),
    ...found.files.faults.map(({ sha256, entry, what }): [string, string] => [
      "FILE FAULT",
      `${sha256}${entry === null ? "" : ` (entry ${entry})`}: ${what}`,
    ]),
    ...headPairs(found.heads),
    ...(clockBack === null
      ? []
      : ([["Clocks", `entry ${clockBack} is dated before the one in front of it: machines' clocks differ. No break`]] as [
          string,
          string,
        ][])),
    ...remarks.map((remark): [string, string] => ["Remark", remark]),
  ];
  const whole = found.files.faults.length === 0 ? "The journal is unbroken." : "The journal is unbroken; FILES IT NAMES ARE NOT.";
  const heading = unbroken ? whole : "THE JOURNAL IS BROKEN.";
  return `${[style.heading(heading), ...pairs(facts, width, "  "), ...breakLines(found.break, width), ...proofLines(found, width)].join("\n")}\n`;
}

/** The same for a bundle by itself. */
export function bundleText(found: BundleVerification, { width, color }: Shown): string {
  const style = styleFor(color);
  const { manifest, intact } = found;
  const facts: [string, string][] = [
    ["Bundle", found.bundle],
    ["Holds", manifest.kind === "case" ? `case ${manifest.case} of docket ${manifest.docket}` : `the whole docket ${manifest.docket}`],
    ["Made", `${manifest.made.at} by ${manifest.made.by}, with beholden ${manifest.made.version}`],
    ["Entries", `${grouped(found.entries)}${found.closed > 0 ? `, and ${grouped(found.closed)} of other cases by digest alone` : ""}`],
    ...(found.files > 0 ? ([["Files", grouped(found.files)]] as [string, string][]) : []),
    ["Head", `${manifest.head.number}, ${manifest.head.digest}`],
    ["Manifest", found.sha256],
    ...headPairs(found.heads),
    ...found.faults.map((fault): [string, string] => ["FAULT", fault]),
  ];
  const heading = intact ? "The bundle is intact." : "THE BUNDLE IS NOT INTACT.";
  return `${[style.heading(heading), ...pairs(facts, width, "  "), ...breakLines(found.break, width), ...proofLines(found, width)].join("\n")}\n`;
}

function headPairs(heads: { given: string; number: number | null }[]): [string, string][] {
  return heads.map(({ given, number }) => [
    "Printed head",
    `${given} ${number === null ? "IS NOT THERE: newest entries were taken away, or it is another docket's" : `is entry ${number}`}`,
  ]);
}

function breakLines(broken: ChainBreak | null, width: number): string[] {
  if (!broken) return [];
  const rows = (["before", "entry", "after"] as const).flatMap((place) => {
    const one = broken[place];
    return one ? [[place === "entry" ? "BREAK" : place, ...neighbourCells(one)]] : [];
  });
  return [
    "",
    ...wrap(`The first break is at entry ${broken.number}: ${broken.what}.`, { width }),
    "",
    ...table(["", "entry", "at", "by", "act", "object", "digest"], rows, width),
  ];
}

function neighbourCells({ number, at, by, act, object, digest }: Neighbour): string[] {
  return [String(number), at ?? "-", by ?? "-", act ?? "-", object ?? "-", digest.slice(0, 16)];
}

function proofLines({ proves, provesNot }: { proves: string[]; provesNot: string[] }, width: number): string[] {
  const list = (all: string[]) => all.flatMap((one) => wrap(one, { width, first: "  - ", rest: "    " }));
  return ["", "An unbroken journal shows:", ...list(proves), "It does not show:", ...list(provesNot)];
}

export function rebuiltText(
  { entries, objects, mended, head }: { entries: number; objects: number; mended: string[]; head: JournalHead },
  { width }: Shown,
): string {
  const what = mended.length === 0 ? "All was shown as the journal says." : `Shown otherwise before: ${mended.join(", ")}.`;
  const told = wrap(`Made ${counted(objects, "object")} anew from ${counted(entries, "entry", "entries")}. ${what}`, { width });
  return `${[...told, ...wrap(headWords(head), { width })].join("\n")}\n`;
}

/** The record as a table, in the order in which it was asked for. */
export function recordText({ lines, next, restricted, head }: DocketRecord, { width }: Shown): string {
  const rows = lines.map(({ number, at, by, act, object, changed, reason, origin }) => [
    String(number),
    at.slice(0, 19).replace("T", " "),
    origin ? `${by} (from ${origin.by}, ${origin.at.slice(0, 10)})` : by,
    act,
    object.startsWith("docket ") ? "docket" : object,
    [...changed.map(changeWords).filter(Boolean), reason && `because: ${reason}`].filter(Boolean).join("; ") || "-",
  ]);
  const body =
    rows.length > 0 ? table(["entry", "at (UTC)", "by", "act", "object", "what changed"], rows, width) : ["Nothing in the record fits."];
  const more = next === null ? [] : ["", `The next page: --after ${next}`];
  const hidden =
    restricted > 0
      ? [
          "",
          ...wrap(`${counted(restricted, "line")} of restricted items, without what they say. --restricted tells it; that is an entry.`, {
            width,
          }),
        ]
      : [];
  return `${[...body, ...hidden, ...more, "", ...wrap(headWords(head), { width })].join("\n")}\n`;
}

/** A field that changed; of an object that is new, each field that says something. */
function changeWords({ path, before, after }: RecordLine["changed"][number]): string {
  const name = path.length > 0 ? `${path.join(".")} ` : "";
  if (before === undefined || before === null) return leaves(path, after ?? null).join("; ");
  return after === undefined || after === null
    ? `${name}taken away (was ${valueWords(before)})`
    : `${name}${valueWords(before)} → ${valueWords(after)}`;
}

function leaves(path: string[], value: Json): string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [];
  if (typeof value === "object" && !Array.isArray(value)) return Object.entries(value).flatMap(([key, one]) => leaves([...path, key], one));
  return [`${path.length > 0 ? `${path.join(".")} ` : ""}${valueWords(value)}`];
}

function valueWords(value: Json): string {
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  return typeof value === "object" && value !== null ? Object.values(value).map(valueWords).join(" ") : String(value);
}

export function writtenText(
  { file, manifest, sha256 }: { file: string; manifest: DocketManifest; sha256: string },
  { width }: Shown,
): string {
  const what = manifest.kind === "case" ? `case ${manifest.case}` : "the whole docket";
  const lines = [
    ...wrap(`Wrote ${what} to ${file}.`, { width }),
    ...wrap(`Manifest ${sha256}`, { width }),
    ...wrap(headWords(manifest.head), { width }),
    ...wrap(`Next: beholden docket verify ${file}`, { width }),
  ];
  return `${lines.join("\n")}\n`;
}

export function importText(
  taken: { case: string | null; from: string; entries: number; repeated: boolean; head: JournalHead },
  { width }: Shown,
): string {
  const what = taken.repeated
    ? "this bundle was taken before; nothing was done now"
    : `took ${counted(taken.entries, "entry", "entries")} from docket ${taken.from}`;
  return `${[...wrap(`Case ${taken.case}: ${what}.`, { width }), ...wrap(headWords(taken.head), { width })].join("\n")}\n`;
}

export function restoredText({ manifest, entries }: BundleVerification, { width }: Shown): string {
  return `${[...wrap(`Restored ${counted(entries, "entry", "entries")} of docket ${manifest.docket}.`, { width }), ...wrap(headWords(manifest.head), { width })].join("\n")}\n`;
}
