import { type EvidenceChange, type EvidenceItem, type Fact, gradeMark, type Quote } from "../../model/index.js";
import { pairs, wrap } from "../text/layout.js";
import { counted, grouped } from "../words.js";
import { pageWords } from "./quotes.js";
import { headWords, type Shown, shortId } from "./words.js";

/** What was done to evidence, a quote or a fact. */
export function evidenceChangeText(
  { case: of, did, id, entries, repeated, state, remarks, head }: EvidenceChange,
  { width }: Shown,
): string {
  const said = repeated
    ? "was done by this request before; nothing was done now"
    : `recorded as ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}`;
  const lines = [
    ...wrap(`${of}: ${did.replaceAll("-", " ")} as ${shortId(id)}, ${said}.`, { width }),
    ...pairs(statePairs(state), width, "  "),
    ...remarks.flatMap((one) => wrap(one, { width, first: "  - ", rest: "    " })),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function statePairs(state: EvidenceItem | Quote | Fact): [string, string][] {
  if ("files" in state) {
    const text = state.text ? `${counted(state.text.pages, "page")}, ${grouped(state.text.characters)} characters` : "none";
    return [
      ["Title", state.title],
      ["Kind", state.format],
      ["Grade", gradeMark(state.grade)],
      ["Handling", state.handling],
      ["Text", text],
      ["SHA-256", state.files[0]?.sha256 ?? ""],
    ];
  }
  if ("selector" in state) {
    const { place, selector, handling } = state;
    return [
      ["Quote", `"${selector.exact}"`],
      ["Page", pageWords(place)],
      ["Handling", handling],
    ];
  }
  return [
    ["Fact", state.text],
    ["Quotes", state.quotes.length > 0 ? state.quotes.map(shortId).join(", ") : "none"],
    ["Handling", state.handling],
  ];
}
