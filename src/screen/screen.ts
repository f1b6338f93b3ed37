import {
  byText,
  type Day,
  holdsOn,
  type Party,
  type Reference,
  type ScreenAnswer,
  type ScreenQuery,
  type ScreenResponse,
  type ScreenResult,
} from "../model/index.js";
import { type BestName, type Found, findCandidates } from "./candidates.js";
import { comparedDigests, type DecisionBook, matchId, noDecisions, queryKey } from "./decisions.js";
import { compareFields, type FieldComparison, rounded, scoreWith } from "./fields.js";
import { matchThreshold } from "./names/index.js";
import { nameExplanation, nearestNames } from "./nearest-names.js";
import { propertiesOf, schemaOf } from "./properties.js";
import { type QueryFacts, readQuery } from "./query.js";
import { newTally, runOf, type Tally } from "./run.js";
import { type ScreenIndex, screenIndex } from "./screen-index.js";

/** Results below this are not shown: with so little in common nobody would look. */
export const cutoff = 0.5;
export const defaultLimit = 5;
/** A name that is less alike than this is no result, whatever else agrees; identifiers excepted. */
const leastName = 0.4;
/**
 * From which score on a result is a match. Persons share names far more often than companies do, so their names must be nearer: measured
 * in bench/screen.mjs so that fewer than one invented person in a thousand is taken for a listed one by the name alone.
 */
export const defaultThresholds = { entity: matchThreshold, individual: 0.92 } as const;

export interface ScreenOptions {
  reference: Reference;
  /** The day that listings are read for, UTC. */
  asOf: Day;
  /** Made once for many calls; without it the call makes its own. */
  index?: ScreenIndex | undefined;
  /** Results shown for a query; default 5. */
  limit?: number | undefined;
  /** From which score on a result is a match; default `defaultThresholds`. */
  threshold?: number | undefined;
  decisions?: DecisionBook | undefined;
}

/** Screens queries one after another, and tells in the end what the run was made with. */
export interface Screening {
  answer(query: ScreenQuery): ScreenResponse;
  run(): ScreenAnswer["run"];
}

/**
 * Matches names against providers, built-in and imported parties, and official lists. Queries and answers have the form of yente's
 * `/match`. A query that cannot be screened gets the status 400 and the reason; the others are answered.
 * @example
 * const queries = { q1: { schema: "Company", properties: { name: ["HUAWEI TECH CO LTD"], country: ["cn"] } } };
 * screen(queries, { reference: loadReference(), asOf: "2026-11-23" }).responses.q1.results[0].caption // "Huawei Technologies Co., Ltd."
 */
export function screen(queries: Record<string, ScreenQuery>, options: ScreenOptions): ScreenAnswer {
  const screening = openScreening(options);
  const responses = Object.fromEntries(Object.entries(queries).map(([key, query]) => [key, screening.answer(query)]));
  return { schemaVersion: "1", asOf: options.asOf, responses, limit: options.limit ?? defaultLimit, run: screening.run() };
}

/** The same for queries that come one by one. */
export function openScreening(options: ScreenOptions): Screening {
  const index = options.index ?? screenIndex(options.reference);
  const settings: Settings = {
    reference: options.reference,
    asOf: options.asOf,
    index,
    limit: options.limit ?? defaultLimit,
    thresholds: options.threshold === undefined ? defaultThresholds : { entity: options.threshold, individual: options.threshold },
    decisions: options.decisions ?? noDecisions,
  };
  const tally = newTally();
  return {
    answer: (query) => answerQuery(query, settings, tally),
    run: () => runOf(tally, { ...settings, cutoff }),
  };
}

interface Settings {
  reference: Reference;
  asOf: Day;
  index: ScreenIndex;
  limit: number;
  thresholds: { entity: number; individual: number };
  decisions: DecisionBook;
}

/** A party with its score, before it is written out. */
interface Scored {
  party: Party;
  best: BestName;
  fields: FieldComparison;
  score: number;
  /** What speaks for it beside the name, less what speaks against it. */
  evidence: number;
}

function answerQuery(query: ScreenQuery, settings: Settings, tally: Tally): ScreenResponse {
  tally.queries += 1;
  const facts = readQuery(query);
  if (typeof facts === "string") {
    tally.unscreened += 1;
    return {
      status: 400,
      results: [],
      total: { value: 0, relation: "eq" },
      query,
      error: facts,
      scored: 0,
      cut: null,
      dismissed: 0,
      remarks: [],
    };
  }
  const found = findCandidates(facts, settings.index);
  tally.scored += found.scored;
  if (found.cut) tally.cuts += 1;
  const results = scoreParties(facts, found, settings).map((scored) => writeOut(scored, query, settings));
  const standing = results.filter(({ decision }) => !dismisses(decision));
  const dismissed = results.length - standing.length;
  for (const { match, decision } of standing) if (match) tally.matches[stateOf(decision)] += 1;
  tally.matches.dismissed += dismissed;
  return {
    status: 200,
    results: standing.slice(0, settings.limit),
    total: { value: standing.length, relation: found.cut ? "gte" : "eq" },
    query,
    scored: found.scored,
    cut: found.cut,
    dismissed,
    remarks: facts.remarks,
  };
}

/** Best first; of equal scores the one that more speaks for, then the one with the rarer name. */
function scoreParties(facts: QueryFacts, found: Found, { reference, index }: Settings): (Scored & { bearers: number })[] {
  const identified = facts.leis.length + facts.numbers.length > 0;
  const scored = nearestNames(facts, found, identified ? 0 : leastName)
    .map(({ party, best }): Scored => {
      const fields = compareFields(facts, party, reference.governmentOf);
      const evidence = fields.parts.reduce((sum, { agrees }) => sum + agrees, 0);
      return { party, best, fields, score: scoreWith(best.score, fields.parts).score, evidence: rounded(evidence) };
    })
    .filter(({ score }) => score >= cutoff)
    .map((one) => ({ ...one, bearers: bearersOf(one.best, index) }));
  return scored.sort(
    (left, right) =>
      right.score - left.score || right.evidence - left.evidence || left.bearers - right.bearers || byText(left.party.id, right.party.id),
  );
}

/** In how many parties' names the words stand together that a name shares with the query. */
function bearersOf(best: BestName, index: ScreenIndex): number {
  const names = index.postings.together(best.sharedKeys());
  return new Set(names.map((name) => index.names[name]?.party)).size;
}

function writeOut(scored: Scored & { bearers: number }, query: ScreenQuery, settings: Settings): ScreenResult {
  const { party, best, fields, score, bearers } = scored;
  const { reference, asOf, thresholds, decisions } = settings;
  const threshold = party.kind === "individual" ? thresholds.individual : thresholds.entity;
  const listings = reference.listingsOf(party.id);
  const inForce = listings
    .filter((one) => holdsOn(one, asOf))
    .sort((left, right) => byText(left.list, right.list) || byText(left.from, right.from));
  const names = { query: best.query.text, listed: best.listed.text };
  const compared = comparedDigests(names, fields.parts);
  const key = queryKey(query);
  const decision = decisions.size > 0 ? decisions.find(key, party.id, compared) : null;
  return {
    id: party.id,
    caption: party.name,
    schema: schemaOf(party),
    properties: propertiesOf(party),
    datasets: inForce.length > 0 ? [...new Set(inForce.map(({ list }) => list))] : ["reference"],
    target: inForce.length > 0,
    score,
    match: confirms(decision) || (score >= threshold && !dismisses(decision)),
    explanations: Object.fromEntries([["name_match", nameExplanation(best)], ...scoreWith(best.score, fields.parts).explanations]),
    kind: party.kind,
    matched: { ...names, as: best.role },
    provider: best.provider ?? settings.index.providerOf(party.id) ?? null,
    listings: inForce.map(({ list, programme, from, until, citation }) => ({
      list,
      programme: programme ?? null,
      from,
      until: until ?? null,
      citation,
    })),
    otherListings: listings.length - inForce.length,
    bearers,
    missing: fields.missing,
    matchId: matchId(key, party.id, compared),
    decision,
  };
}

function dismisses(decision: ScreenResult["decision"]): boolean {
  return decision?.decision === "different" && decision.reopened.length === 0;
}

function confirms(decision: ScreenResult["decision"]): boolean {
  return decision?.decision === "same" && decision.reopened.length === 0;
}

function stateOf(decision: ScreenResult["decision"]): "open" | "confirmed" | "unsure" | "reopened" {
  if (!decision) return "open";
  if (decision.reopened.length > 0) return "reopened";
  return decision.decision === "same" ? "confirmed" : "unsure";
}
