import { z } from "zod";
import { CountryCode, Day, PartialDate } from "./common.js";
import { PartyKind } from "./party.js";

/** How a name on a list is borne. `brand`: of a provider, by the company that operates it. `weak`: the source itself calls it weak. */
export const nameRoles = ["name", "native", "alias", "former", "weak", "brand"] as const;
export const NameRole = z.enum(nameRoles);
export type NameRole = z.infer<typeof NameRole>;

/** The fields that can speak for or against a match beside the name. */
export const screenFields = ["lei", "registrationNumber", "birthDate", "nationality", "country", "address"] as const;
export type ScreenField = (typeof screenFields)[number];

const decisionKinds = ["same", "different", "unsure"] as const;
export const DecisionKind = z.enum(decisionKinds);
export type DecisionKind = z.infer<typeof DecisionKind>;

/**
 * One name to screen, in the form of yente's `/match`: a FollowTheMoney schema and properties that are lists of texts. Properties that
 * are read: name, alias, weakAlias, previousName, firstName, middleName, lastName, country, jurisdiction, mainCountry, nationality,
 * citizenship, leiCode, registrationNumber, idNumber, taxNumber, address, birthDate.
 * @see https://www.opensanctions.org/docs/api/matching/
 */
export const ScreenQuery = z.object({
  id: z.string().optional(),
  schema: z.string().describe("Person, Company, Organization, PublicBody; LegalEntity or Thing where it is not known which"),
  properties: z.record(z.string(), z.array(z.string())),
});
export type ScreenQuery = z.infer<typeof ScreenQuery>;

/** One part of a score: what it adds or takes, and the two texts that were compared. */
export const ScreenExplanation = z.object({
  score: z.number().describe("name_match: likeness from 0 to 1; every other part: what it adds to the score or takes from it"),
  detail: z.string(),
  query: z.string().nullable(),
  candidate: z.string().nullable(),
  parts: z
    .array(z.object({ left: z.string(), right: z.string(), how: z.string(), score: z.number(), weight: z.number(), effect: z.number() }))
    .optional()
    .describe("of name_match: word by word, what of the query met what of the listed name"),
});
export type ScreenExplanation = z.infer<typeof ScreenExplanation>;

const Editions = z
  .record(z.string(), z.string())
  .describe("edition of each source that was in force when it was decided, by id; `reference` is what comes with beholden");

/** A party that a name may be, with the score explained part by part. The first eight fields are yente's. */
export const ScreenResult = z.object({
  id: z.string().describe("party id"),
  caption: z.string(),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.string())),
  datasets: z.array(z.string()).describe("lists that the party is on as of the day; `reference` where it is on none"),
  target: z.boolean().describe("on a list as of the day"),
  score: z.number().min(0).max(1),
  match: z.boolean().describe("at or above the threshold and not decided to be somebody else, or decided to be the same"),
  explanations: z.record(z.string(), ScreenExplanation),
  kind: PartyKind,
  matched: z.object({ query: z.string(), listed: z.string(), as: NameRole }).describe("the two names that are most alike"),
  provider: z.string().nullable().describe("id of the provider that bears the name or is operated by the party"),
  listings: z.array(
    z.object({
      list: z.string(),
      programme: z.string().nullable(),
      from: PartialDate,
      until: PartialDate.nullable(),
      citation: z.string(),
    }),
  ),
  otherListings: z.int().describe("listings that are not in force on the day"),
  bearers: z.int().describe("listed names that are as near to the query as this one: the fewer, the more it means"),
  missing: z.array(z.enum(screenFields)).describe("fields that would have settled more and are missing on one side or both"),
  matchId: z.string().describe("for `beholden screen decide`: the query, the party, and digests of what was compared"),
  decision: z
    .object({
      decision: DecisionKind,
      by: z.string(),
      why: z.string(),
      on: z.string(),
      editions: Editions.nullable().describe("null: it was not recorded on which editions"),
      reopened: z.array(z.string()).describe("fields that changed since; with one or more the decision no longer holds"),
    })
    .nullable(),
});
export type ScreenResult = z.infer<typeof ScreenResult>;

/** The answer for one query. */
export const ScreenResponse = z.object({
  status: z.int().describe("200; 400 where the query could not be screened, and `error` says why"),
  results: z.array(ScreenResult).describe("best first, at most `limit`"),
  total: z.object({ value: z.int(), relation: z.enum(["eq", "gte"]) }).describe("results before the limit; gte where a cut was hit"),
  query: ScreenQuery,
  error: z.string().optional(),
  scored: z.int().describe("candidates whose names were compared"),
  cut: z.string().nullable().describe("what was left out because there was too much of it"),
  dismissed: z.int().describe("results decided to be somebody else: left out, unless they were asked for"),
  remarks: z.array(z.string()).describe("what of the query was not understood or not compared"),
});
export type ScreenResponse = z.infer<typeof ScreenResponse>;

/** What a run was made with, so that it can be repeated and judged. */
export const ScreenRun = z.object({
  thresholds: z.object({ entity: z.number(), individual: z.number() }).describe("from which score on a result is a match"),
  cutoff: z.number().describe("results below are not shown at all"),
  reference: z.object({ edition: z.string(), sha256: z.string() }),
  imports: z.array(z.object({ id: z.string(), title: z.string(), edition: PartialDate.nullable(), importedOn: Day, sha256: z.string() })),
  lists: z.array(
    z.object({ id: z.string(), name: z.string(), government: CountryCode.nullable(), parties: z.int().describe("listed as of the day") }),
  ),
  indexed: z.object({ parties: z.int(), names: z.int() }),
  queries: z.int(),
  scored: z.int(),
  cuts: z.int().describe("queries for which something was left out because there was too much of it"),
  unscreened: z.int().describe("queries that could not be screened"),
  matches: z.object({ open: z.int(), confirmed: z.int(), unsure: z.int(), dismissed: z.int(), reopened: z.int() }),
});
export type ScreenRun = z.infer<typeof ScreenRun>;

/** The file that the queries were read from, and what of it could not be read. */
export const ScreenedFile = z.object({
  name: z.string(),
  format: z.enum(["csv", "lines", "jsonl", "yente"]),
  faults: z.array(z.object({ line: z.int(), message: z.string() })),
  moreFaults: z.int().describe("faults beyond those that are kept"),
  columnsNotRead: z.array(z.string()),
});
export type ScreenedFile = z.infer<typeof ScreenedFile>;

/** The answer of a screening: yente's `{ responses, limit }`, and what the run was made with. */
export const ScreenAnswer = z.object({
  schemaVersion: z.literal("1"),
  asOf: Day,
  responses: z.record(z.string(), ScreenResponse),
  limit: z.int(),
  run: ScreenRun,
  file: ScreenedFile.optional(),
});
export type ScreenAnswer = z.infer<typeof ScreenAnswer>;

/** One line of the file of decisions. Later lines about the same query and party replace earlier ones; nothing is removed. */
export const ScreenDecision = z.object({
  schemaVersion: z.literal("1"),
  query: z.string().describe("digest of the query's id, or of its names and kind"),
  party: z.string(),
  compared: z.record(z.string(), z.string()).describe("digest of what was compared on both sides, by field"),
  decision: DecisionKind,
  by: z.string().min(1),
  why: z.string().min(1),
  on: z.string().describe("moment, UTC"),
  editions: Editions.optional(),
  names: z.object({ query: z.string(), listed: z.string().optional() }).optional().describe("for people who read the file"),
});
export type ScreenDecision = z.infer<typeof ScreenDecision>;

/** Decisions on matches, the latest first. */
export const ScreenDecisions = z.object({
  schemaVersion: z.literal("1"),
  decisions: z.array(
    z.object({
      ...ScreenDecision.pick({ party: true, decision: true, by: true, why: true, on: true }).shape,
      screened: z.string().nullable().describe("the name that was screened; null: it was not noted"),
      editions: Editions.nullable().describe("null: it was not recorded on which editions"),
      replaced: z.boolean().describe("a later decision on the same names and party stands in its place"),
    }),
  ),
});
export type ScreenDecisions = z.infer<typeof ScreenDecisions>;
