import { z } from "zod";
import { confidences, effects, partialDateForm, verdicts } from "./order.js";

/** A calendar date in UTC: `YYYY-MM-DD`. */
export const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "expected a date such as 2022-01-18");
export type Day = z.infer<typeof Day>;

/** A date as sources give it: a year, a month or a day. Compare with `notAfter` and `notBefore`, never as text. */
export const PartialDate = z.string().regex(partialDateForm, "expected YYYY, YYYY-MM or YYYY-MM-DD");
export type PartialDate = z.infer<typeof PartialDate>;

/** ISO 3166-1 alpha-2 code. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, "expected an ISO 3166-1 alpha-2 code such as US");
export type CountryCode = z.infer<typeof CountryCode>;

/** How sure a fact or a step is: a primary source, a secondary or partly inferred one, or a lead. */
export const Confidence = z.enum(confidences);
export type Confidence = z.infer<typeof Confidence>;

/** An answer that stays open where the facts do not settle it. */
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

/** What a government can do: obtain data, deny service, change software or data, attack from the infrastructure. */
export const Effect = z.enum(effects);
export type Effect = z.infer<typeof Effect>;

/**
 * How far a legal statement was checked: read; read in part; only the replaced wording read; unchanged older wording read;
 * a good secondary source on the text; a secondary source; not confirmed.
 */
export const Mark = z.enum(["R", "R*", "OLD", "SAME", "SEC", "S", "UNCONFIRMED"]);
export type Mark = z.infer<typeof Mark>;

/** Where a statement can be checked. */
export const Evidence = z.object({
  kind: z.enum(["artefact", "reference", "declaration", "law", "inference"]),
  locator: z.string().min(1).describe("path in the reviewed folder, address of a source, or citation"),
  line: z.int().positive().nullable().optional(),
  count: z.int().positive().optional().describe("rows or repeats, where the artefact is a log"),
  title: z.string().optional(),
  publisher: z.string().optional(),
  asOf: PartialDate.optional().describe("date of the source"),
  retrieved: Day.nullable().optional().describe("null: cited, not opened"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  quote: z.string().optional(),
  note: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;
