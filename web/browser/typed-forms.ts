import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleCases } from "./sample-docket.js";

/** A form with the field that is typed into, and how one comes to it. */
export interface TypedForm {
  /** The first words of the name that its draft is kept by. */
  draft: string;
  address: string;
  /** What opens it, where its address does not: a summary or a button to be pressed, or a file to be picked. */
  opens?: readonly string[];
  label: string | RegExp;
}

const of = `/cases/${sampleCases.model}`;
const unsettled = `/cases/${sampleCases.unsettled}`;

/** Every form whose typed text is kept: to add a form, add its line. */
export const typedForms: readonly TypedForm[] = [
  { draft: "new case", address: "/cases?new=yes", label: "Caption" },
  { draft: "edit", address: `${of}?edit=yes`, label: "Caption" },
  { draft: "note", address: `${of}?note=yes`, label: "Note" },
  { draft: "move", address: `${of}/docket?do=move&event=extension-granted`, label: /^Note/ },
  { draft: "correct", address: `${of}/docket?do=correct&entry=4`, label: "Why" },
  { draft: "withdraw", address: `${of}/docket?do=withdraw&entry=4`, label: "Why" },
  { draft: "confirm", address: `${unsettled}/docket?do=confirm&entry=4`, label: "On what source" },
  { draft: "point", address: `${of}/docket?do=point`, label: "On what source" },
  { draft: "attach", address: `${of}/runs?do=attach`, label: /^Title/ },
  { draft: "withdraw run", address: `${of}/runs?run=r1&do=withdraw`, label: "Why" },
  { draft: "decide", address: `${of}/decisions?do=propose`, label: /^Grounds/ },
  { draft: "decision", address: `${of}/decisions?decision=d1&do=return`, label: "Why" },
  { draft: "evidence", address: `${of}/evidence`, opens: ["file:notes.txt"], label: /^Publisher/ },
  { draft: "fact", address: `${of}/evidence?fact=f1`, label: "Fact" },
  { draft: "grade", address: `${of}/evidence/e1`, opens: ["summary:Where it comes from", "button:Grade it"], label: /^On what grounds/ },
  { draft: "letter", address: `${of}/letters/l1`, label: /^to\b/ },
  { draft: "template", address: "/library/templates/information-demand", label: /^The template, in Markdown/ },
  { draft: "change", address: "/changes/user-suppliers", label: /^Why \(a rejection/ },
  { draft: "rows of", address: "/changes/user-suppliers", label: /^Why, for rows/ },
  { draft: "add person", address: "/settings", opens: ["summary:Let somebody in"], label: "Name" },
];

/** Drafts that a form has only after work that another test does, each with that test. */
export const shownElsewhere: Readonly<Record<string, string>> = {
  quote: "evidence.test.ts selects words first",
  citation: "letters.test.ts types a provision that is not on file first",
  review: "letters.test.ts fills the letter first",
  dispute: "reach.test.ts opens a hop first",
  retire: "desk.test.ts lets somebody in first",
  "make token": "desk.test.ts shows the person at the machine what a team is shown",
  verdict: "timeline.test.ts imports a list that names the subject first",
};

/** The names by which the workbench keeps drafts, up to what they are about. */
export function draftsOfWorkbench(): string[] {
  const found = filesOf("web").flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/useDraft(?:<[^(]*>)?\(\s*[`"]([a-z ]+)/g)].map(([, name]) => name ?? ""),
  );
  return [...new Set(found.map((name) => name.trim()))];
}

/** Files of the workbench with a field for words that nothing keeps: neither a draft, nor the browser, nor the address. */
export function unkeptFields(): string[] {
  const typed = /<textarea|<input(?!(?:(?!\/>)[\s\S])*type="(?:checkbox|radio|file|date|search|range)")|kind="long"/;
  const kept = /useDraft|useKept|useAddressPart|fields=\{|draft\b/;
  // What is drawn by a form or a screen, which keeps it.
  const parts = /^web\/(?:parts|letters\/letter-field|docket\/event-fields|filter\/filter-box)/;
  return filesOf("web").filter((path) => {
    const source = readFileSync(path, "utf8");
    return !parts.test(path) && typed.test(source) && !kept.test(source);
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(folder, name).replaceAll("\\", "/"));
}
