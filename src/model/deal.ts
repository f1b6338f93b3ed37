import { z } from "zod";
import { CountryCode, Day, Mark, PartialDate } from "./common.js";
import { Engagement, PartyKind } from "./party.js";

/** What is agreed, as laws about deals tell it apart. `unknown`: an artefact shows a flow, not under which agreement. */
export const dealTypes = [
  "vendor",
  "employment",
  "investment",
  "data-brokerage",
  "directing",
  "payment-processing",
  "service",
  "none",
  "unknown",
] as const;
export type DealType = (typeof dealTypes)[number];

/** What the subject knew of who gets access. */
export const knowledgeLevels = ["actual", "should-have-known", "none", "not-stated"] as const;
export type Knowledge = (typeof knowledgeLevels)[number];

/** Whose conduct is judged: the subject's own, or that of a foreign person who may have caused a violation. */
export const conducts = ["subject", "foreign-person"] as const;

/**
 * What a declared fact states, by the words in it: facts are short tokens such as `conducted-under-federal-grant`. A word is a run of parts of
 * the token; `*` at its end takes any ending, `+` joins words that all have to be there. A token that denies (`not-`, `no-`, `without-`) is
 * the contrary.
 */
export const Statement = z.strictObject({
  id: z.string(),
  words: z.array(z.string()).min(1),
  unless: z.array(z.string()).default([]).describe("words that make it another statement"),
  event: z.boolean().default(false).describe("it happens on a day, which clocks count from; any other statement holds from its day on"),
});
export type Statement = z.infer<typeof Statement>;

/** A term of the law, as a condition that rules and later terms can name. */
export const Term = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  citation: z.string(),
  mark: Mark,
  when: z.string().describe("CEL over the facts and earlier terms: the term is met"),
  openWhen: z.string().optional().describe("CEL: the facts do not settle whether it is met"),
});
export type Term = z.infer<typeof Term>;

/** Which investments are passive; all of it has to hold. */
export const PassiveInvestment = z.strictObject({
  citation: z.string(),
  mark: Mark,
  instruments: z.array(z.string()).describe("words as in statements"),
  capitalOnlyInstruments: z.array(z.string()).default([]).describe("instruments that count only where nothing but capital is put in"),
  lessThanPercent: z.number().describe("of all votes and of all equity; this much is too much"),
});

/** One requirement that makes a restricted deal lawful. */
export const SecurityRequirement = z.strictObject({
  id: z.string().describe("label of the requirement"),
  group: z.string(),
  requires: z.string(),
  mark: Mark,
});
export type SecurityRequirement = z.infer<typeof SecurityRequirement>;

/** The requirements as a whole: every one of some groups, and of another as many as it takes. */
export const SecurityRequirements = z.strictObject({
  citation: z.string(),
  mark: Mark,
  idMark: Mark.describe("how far the ids were checked, apart from what they stand for"),
  measure: z.string().describe("id under which an inventory declares that all are met"),
  allOf: z.array(z.string()).describe("groups of which every requirement has to be met"),
  combinationOf: z.string().describe("group of which so many are needed as fully prevent access"),
  requirements: z.array(SecurityRequirement),
});

/** When something is due: so many days after an event, or on a day of a year. */
export const DueRule = z.union([
  z.strictObject({ after: z.string().describe("id of a statement that is an event"), days: z.int().positive() }),
  z.strictObject({
    monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
    yearsAfter: z.int().nonnegative().describe("0: in the year of the deal"),
  }),
]);
export type DueRule = z.infer<typeof DueRule>;

/** What a law makes somebody do. */
export const DutyRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  citation: z.string(),
  mark: Mark,
  from: PartialDate.optional(),
  when: z.string().describe("CEL over the facts and over result.*: it is owed"),
  openWhen: z.string().optional(),
  validWhen: z.string().optional().describe("CEL: what was done counts"),
  who: z.string(),
  does: z.string(),
  due: DueRule.optional().describe("left out: it stands as long as the deal does"),
  dueInWords: z.string(),
  content: z.array(z.string()).default([]).describe("what the report or file has to hold"),
  labels: z.array(z.string()).min(1).describe("short names of what is owed"),
});
export type DutyRule = z.infer<typeof DutyRule>;

/** A duty that follows for one transaction. */
export const Duty = z.object({
  pack: z.string(),
  duty: z.string(),
  title: z.string(),
  certainty: z.enum(["established", "cannot-be-excluded"]),
  citation: z.string(),
  mark: Mark,
  transactions: z.array(z.string()),
  who: z.string(),
  does: z.string(),
  due: Day.nullable().describe("null: it stands, or its clock has not started"),
  dueInWords: z.string(),
  content: z.array(z.string()),
});
export type Duty = z.infer<typeof Duty>;

const yesNo = z.boolean().optional();

/** A deal that no artefact shows, as the subject declares it in `beholden.yaml`. */
export const DeclaredDeal = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  type: z.enum(dealTypes).exclude(["unknown"]),
  counterparty: z.strictObject({
    party: z.string().optional().describe("id or name of a party on file; the facts below are for one that is not"),
    name: z.string().optional(),
    kind: PartyKind.optional(),
    organisedIn: z.array(CountryCode).default([]),
    principalPlace: CountryCode.optional().describe("of an individual: the primary residence"),
    presentIn: CountryCode.optional().describe("where an individual is now"),
    citizenOf: z.array(CountryCode).default([]),
    engagements: z.array(Engagement).default([]),
    owners: z
      .array(z.strictObject({ owner: z.string().describe("party id"), percent: z.number().min(0).max(100).optional() }))
      .default([])
      .describe("direct owners on file"),
  }),
  from: Day.optional().describe("day of the deal, or its first day"),
  until: Day.optional().describe("last day; left out: it runs on"),
  system: z.string().optional(),
  holdings: z.array(z.string()).default([]).describe("ids of holdings that the deal gives access to, whatever the safeguards"),
  access: z.boolean().optional().describe("whether the counterparty gets access to them, judged without regard to safeguards"),
  furtherAccess: z.array(z.string()).default([]).describe("party ids of others who get access through the deal"),
  consideration: yesNo.describe("something of value changes hands"),
  recipientCollectedDirectly: yesNo.describe("the recipient got the data from the individuals themselves"),
  onwardTransferClause: yesNo.describe("the contract bars passing the data on to whom the law names"),
  cloud: yesNo.describe("cloud computing"),
  passive: z
    .strictObject({
      instrument: z.string().optional(),
      votingAndEquityPercent: z.number().min(0).max(100).optional(),
      capitalOnly: yesNo,
      influence: yesNo.describe("rights or influence beyond the usual protections of a minority"),
    })
    .optional()
    .describe("of an investment"),
  securityRequirements: z
    .union([
      z.boolean(),
      z.strictObject({
        met: z.array(z.string()),
        preventsAccess: z.boolean().describe("together they fully and effectively prevent access"),
      }),
    ])
    .optional()
    .describe("whether the security requirements are met; or which ones are"),
  exemptions: z.array(z.string()).default([]).describe("exemptions claimed, as the rule pack numbers them"),
  knowledge: z.enum(knowledgeLevels).default("not-stated"),
  evasion: yesNo.describe("it is shaped to avoid the rules"),
  directedBy: z.string().optional().describe("party id of who directs it"),
  facts: z.array(z.string()).default([]).describe("further facts as short tokens that the rule pack knows"),
  events: z
    .array(z.strictObject({ what: z.string(), on: Day }))
    .default([])
    .describe("what happened and when, such as an offer that was rejected; clocks start from it"),
});
export type DeclaredDeal = z.infer<typeof DeclaredDeal>;
