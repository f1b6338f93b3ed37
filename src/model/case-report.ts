import { z } from "zod";
import { Day } from "./common.js";
import { ShownCase } from "./docket-case.js";
import { EvidenceItem, Fact, FactSupport, Quote } from "./docket-evidence.js";
import { HandlingMark } from "./handling.js";
import { JournalHead } from "./journal.js";

const id = z.string().describe("its name in the case");

/** A case as its report tells it: one state of the record, without what is handled more strictly than asked for. */
export const CaseReport = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  upTo: HandlingMark.describe("what is handled more strictly is left out"),
  handling: HandlingMark.describe("of the report: the strictest of what it holds"),
  case: ShownCase,
  names: z
    .object({ procedure: z.string().nullable(), state: z.string().nullable() })
    .describe("of the procedure and of the state that the case stands in, as people speak of them; null where there is none"),
  evidence: z.array(z.object({ id, item: EvidenceItem })),
  quotes: z.array(z.object({ id, quote: Quote })),
  facts: z.array(z.object({ id, support: FactSupport, fact: Fact })),
  openPoints: z.array(z.string()).describe("what somebody has to see to, in sentences"),
  leftOut: z.array(z.object({ kind: z.string(), count: z.int().positive() })),
  head: JournalHead,
});
export type CaseReport = z.infer<typeof CaseReport>;
