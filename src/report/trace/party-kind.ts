import type { TracedNode } from "../../model/index.js";

/** What a party is drawn as: four kinds of party, holders counted as one, and three kinds of gap. */
export type DrawnKind = "company" | "person" | "state" | "fund" | "aggregate" | Gap;
type Gap = "not-known" | "not-disclosed" | "not-looked-for";

const funds = new Set(["fund", "state-fund", "trust", "arrangement", "foundation", "pension-fund"]);
const stateForms = /^(state|state-organ|state-body|government-.*|state-government|local-government|municipality)$/;
const gaps = new Set<string>(["not-known", "not-disclosed", "not-looked-for"] satisfies Gap[]);

/** What a party is drawn as. Of somebody unknown the records say which gap it is; where they do not, nobody knows. */
export function drawnKind({ kind, form }: Pick<TracedNode, "kind" | "form">): DrawnKind {
  switch (kind) {
    case "individual":
      return "person";
    case "government":
      return "state";
    case "aggregate":
      return "aggregate";
    case "unknown":
      return form !== null && gaps.has(form) ? (form as Gap) : "not-known";
    case "entity":
      return form !== null && funds.has(form) ? "fund" : form !== null && stateForms.test(form) ? "state" : "company";
  }
}

/** The word for what a party is: its form where a record says it, such as `state company`, else its kind. */
export function partyWord(node: Pick<TracedNode, "kind" | "form">): string {
  if (node.kind === "unknown") return gapWords[drawnKind(node) as Gap];
  return (node.form ?? node.kind).replaceAll("-", " ");
}

/** The three gaps, told apart: somebody nobody on record can name, somebody kept back, and somebody nobody has looked for. */
export const gapWords = {
  "not-known": "identity not known",
  "not-disclosed": "identity not disclosed",
  "not-looked-for": "identity not looked for yet",
} satisfies Record<Gap, string>;
