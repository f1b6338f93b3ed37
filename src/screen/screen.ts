import type { Day, DecisionKind, Reference, ScreenAnswer, ScreenQuery, ScreenResponse, ScreenResult } from "../model/index.js";
import { findCandidates } from "./candidates.js";
import { type DecisionBook, noDecisions, queryKey } from "./decisions.js";
import { matchThreshold } from "./names/index.js";
import { readQuery } from "./query.js";
import { cutoff, type Ranking, rankParties } from "./ranking.js";
import { newTally, runOf, type Tally } from "./run.js";
import { type ScreenIndex, screenIndex } from "./screen-index.js";
import { comparedOf, writeOut } from "./write-out.js";

export const defaultLimit = 5;
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
  /** Whether results that were decided to be somebody else are shown too. */
  dismissed?: boolean | undefined;
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
    dismissedToo: options.dismissed ?? false,
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
  dismissedToo: boolean;
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
  const { results, standing, dismissed } = resultsOf(query, rankParties(facts, found, settings.index), settings, tally);
  return {
    status: 200,
    results,
    total: { value: standing, relation: found.cut ? "gte" : "eq" },
    query,
    scored: found.scored,
    cut: found.cut,
    dismissed,
    remarks: facts.remarks,
  };
}

/** Judges and counts every result, and writes out those that are shown. */
function resultsOf(
  query: ScreenQuery,
  { scored, bearersOf }: Ranking,
  settings: Settings,
  tally: Tally,
): { results: ScreenResult[]; standing: number; dismissed: number } {
  if (scored.length === 0) return { results: [], standing: 0, dismissed: 0 };
  const { decisions, thresholds, limit, dismissedToo } = settings;
  const key = queryKey(query);
  const results: ScreenResult[] = [];
  let [standing, dismissed] = [0, 0];
  for (const one of scored) {
    const decision = decisions.size > 0 ? decisions.find(key, one.party.id, comparedOf(one)) : null;
    const apart = holdsAs("different", decision);
    if (apart) dismissed += 1;
    if (apart && !dismissedToo) continue;
    standing += 1;
    const threshold = one.party.kind === "individual" ? thresholds.individual : thresholds.entity;
    const match = !apart && (one.score >= threshold || holdsAs("same", decision));
    if (match) tally.matches[stateOf(decision)] += 1;
    if (results.length < limit) results.push(writeOut(one, { match, decision, bearers: bearersOf(one), queryKey: key }, settings));
  }
  tally.matches.dismissed += dismissed;
  return { results, standing, dismissed };
}

function holdsAs(kind: DecisionKind, decision: ScreenResult["decision"]): boolean {
  return decision?.decision === kind && decision.reopened.length === 0;
}

function stateOf(decision: ScreenResult["decision"]): "open" | "confirmed" | "unsure" | "reopened" {
  if (!decision) return "open";
  if (decision.reopened.length > 0) return "reopened";
  return decision.decision === "same" ? "confirmed" : "unsure";
}
