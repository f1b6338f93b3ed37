import type { Evidence, Letter } from "../../model/index.js";
import { newLetterWriter } from "./writer.js";

/** Text that an artefact could plant: markup, the end of a character section, a link, a direction override, a control character. */
export const planted =
  '<script>alert(1)</script> ]]> [click](https://evil.example) \u202egnp.exe\u0007 | **bold** & "quotes" &amp; @everyone';

const register: Evidence = {
  kind: "reference",
  locator: "https://registry.example.org/1",
  title: "Register entry",
  publisher: "Example Registry",
  asOf: "2026-11-01",
  retrieved: "2026-11-02",
};
const filings: Evidence[] = [3, 4, 5].map((line) => ({
  kind: "artefact",
  locator: "main.tf",
  line,
  count: 1,
  note: "terraform-resource x",
}));
const law: Evidence = { kind: "law", locator: "15 CFR 791.109", title: "A law", note: "mark OLD" };

/** A letter with every kind of sentence, block and gap, in which artefacts planted what should not act. */
export function sampleLetter(): Letter {
  const write = newLetterWriter();
  const opening = write.fact("The host is run in Ashburn.", [register]);
  return write.letter({
    title: `Draft: ${planted}`,
    stamp: "DRAFT for counsel. Not legal advice.",
    on: "2026-11-23",
    head: [
      { label: "To", sentences: [write.gap("", { kind: "content", what: "address" })] },
      { label: "Day", sentences: [write.statement("2026-11-23")] },
    ],
    sections: [
      {
        id: "facts",
        level: 2,
        heading: `Facts ${planted}`,
        blocks: [
          { kind: "paragraph", sentences: [opening, write.fact(planted, filings), write.fact("Nobody says so.", [])] },
          {
            kind: "list",
            ordered: true,
            items: [[write.instruction("Stop the service.", [law])], [write.statement("1. Not a list of its own.")]],
          },
          { kind: "list", ordered: false, items: [[write.law("The law asks for it.", [register, ...filings, law])]] },
        ],
      },
      {
        id: "table",
        level: 3,
        heading: "Table",
        blocks: [
          {
            kind: "table",
            caption: `Caption ${planted}`,
            headings: ["Left | right", "Right"],
            rows: [
              [[write.statement("a | b")], [write.fact("Two sentences.", [law]), write.fact(planted, [], "no filing")]],
              [[write.statement("-")], [write.gap("From 2027-03-04:", { kind: "source", what: planted })]],
            ],
          },
        ],
      },
    ],
  });
}
