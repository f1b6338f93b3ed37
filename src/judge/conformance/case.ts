import { z } from "zod";
import { Day, dealTypes, type Problem } from "../../model/index.js";

const Place = z.string().regex(/^[A-Z]{2}$/);
const Ids = z.array(z.string());
const truth = z.boolean().nullable();

/** A party of a case. `XC` is some country of concern, `XT` some third country; an empty list or null: not stated. */
export const CaseParty = z.object({
  id: z.string(),
  type: z.enum(["entity", "individual", "government"]),
  organizedIn: z.array(Place).default([]),
  principalPlaceOfBusiness: Place.nullable().default(null),
  primaryResidence: Place.nullable().default(null),
  locatedIn: Place.nullable().default(null),
  citizenOf: z.array(Place).default([]),
  usImmigrationStatus: z.string().nullable().default(null),
  employedBy: Ids.default([]),
  contractorOf: Ids.default([]),
  officerOf: Ids.default([]),
  branchOf: z.string().nullable().default(null),
  controls: Ids.default([]),
  designated: z.boolean().default(false),
  listed: Ids.default([]),
});
export type CaseParty = z.infer<typeof CaseParty>;

const CaseData = z.object({
  id: z.string(),
  category: z.string(),
  usPersons: z.int().nonnegative().nullable().default(null),
  usDevices: z.int().nonnegative().nullable().default(null),
  statedBulk: z.boolean().nullable().default(false),
  identifiers: z.array(z.object({ group: z.string(), name: z.string() })).default([]),
  linkedTogether: z.boolean().nullable().default(null),
  forms: z.array(z.string()).default([]),
  precisionMeters: z.number().nonnegative().nullable().default(null),
  inListedGovArea: z.boolean().nullable().default(false),
  marketedAsUsgPersonnel: z.boolean().nullable().default(false),
  exclusions: z.array(z.string()).default([]),
});
export type CaseData = z.infer<typeof CaseData>;

const CaseTransaction = z.object({
  type: z.enum(dealTypes).exclude(["unknown"]),
  usParty: z.string().nullable().default(null),
  counterparty: z.string().nullable().default(null),
  date: Day,
  consideration: truth.default(null),
  recipientCollectedDirectly: truth.default(null),
  access: z.array(z.object({ party: z.string(), data: z.array(z.string()) })).default([]),
  securityRequirementsMet: truth.default(null),
  onwardTransferClause: truth.default(null),
  exemptionInPoint: z.string().nullable().default(null),
  purposeEvasion: truth.default(false),
  knowledge: z.enum(["actual", "should-have-known", "none"]).nullable().default(null),
  directedBy: z.string().nullable().default(null),
  usPartyCoveredEquityPct: z.number().min(0).max(100).nullable().default(null),
  passive: z
    .object({
      instrument: z.string().nullable().default(null),
      votingAndEquityPct: z.number().nullable().default(null),
      capitalOnly: truth.default(null),
      influence: truth.default(null),
    })
    .nullable()
    .default(null),
  facts: z.array(z.string()).default([]),
});

/** Facts in, outcome out: one case of a conformance suite. Further keys are passed over. */
export const ConformanceCase = z.object({
  id: z.string(),
  regime: z.string(),
  basis: z.string().default(""),
  cite: z.string().default(""),
  sourceNote: z.string().nullable().default(null),
  summary: z.string().default(""),
  parties: z.array(CaseParty).default([]),
  ownership: z.array(z.object({ owner: z.string(), owned: z.string(), pct: z.number().min(0).max(100).nullable() })).default([]),
  data: z.array(CaseData).default([]),
  transaction: CaseTransaction,
  asks: z.string(),
  subject: z.string(),
  expected: z.record(z.string(), z.unknown()),
  why: z.string().default(""),
});
export type ConformanceCase = z.infer<typeof ConformanceCase>;

/** Where a case stands. */
export interface PlacedCase {
  path: string;
  line: number;
  value: ConformanceCase;
}

/** The cases of one JSON Lines text; a line that is none is a problem, and the rest is still read. */
export function readCases(text: string, path: string): { cases: PlacedCase[]; problems: Problem[] } {
  const cases: PlacedCase[] = [];
  const problems: Problem[] = [];
  text.split(/\r?\n/).forEach((content, at) => {
    const line = at + 1;
    const trimmed = line === 1 ? content.replace(/^\uFEFF/, "") : content;
    if (trimmed.trim() === "") return;
    const parsed = parse(trimmed);
    if (typeof parsed === "string") problems.push(problem(path, line, parsed));
    else cases.push({ path, line, value: parsed });
  });
  return { cases, problems };
}

/** The case, or what is wrong with it. */
function parse(text: string): ConformanceCase | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const checked = ConformanceCase.safeParse(value);
  if (checked.success) return checked.data;
  return checked.error.issues.map(({ path, message }) => `${path.join(".") || "the case"}: ${message}`).join("; ");
}

function problem(path: string, line: number, message: string): Problem {
  return {
    path,
    line,
    column: null,
    severity: "error",
    code: "conformance-case",
    message: `this line is no conformance case: ${message}`,
    expected: "one JSON object a line with id, regime, parties, ownership, transaction, asks, subject and expected",
    action: "Correct the line; the other cases were run.",
  };
}
