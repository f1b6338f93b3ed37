import {
  byText,
  type Effect,
  type Finding,
  holdsOn,
  lastDayOf,
  type Mark,
  type Rule,
  type RulePack,
  type TransactionFacts,
} from "../model/index.js";
import { type Condition, compileCondition } from "./conditions.js";
import { governmentMark } from "./governments.js";
import { linesInForce } from "./lines-in-force.js";
import { type CompiledTerm, compileTerms, factsRead, withTerms } from "./terms.js";

/** A pack with its conditions compiled, for many transactions. */
export interface CompiledPack {
  pack: RulePack;
  terms: CompiledTerm[];
  rules: CompiledRule[];
}

interface CompiledRule {
  rule: Rule;
  when: Condition;
  openWhen: Condition | null;
}

/** Reaches that a fact is drawn from: of one effect, all or those to one class of holdings. */
export interface ReachFact {
  bucket: "reach" | "residual" | "leads" | "context";
  effect: Effect;
  holdings: "sensitiveData" | "intellectualProperty" | null;
}

/** What a result of conditions stands on. */
export interface Grounds {
  citation: string;
  mark: Mark;
  /** Marks that weaken the result: OLD or UNCONFIRMED, with what they stand on. */
  doubts: { mark: Mark; on: string }[];
  /** Governments that the result is about. */
  governments: string[];
  /** Effects whose reaches carry it, as `bucket.effect`; empty where the conditions ask for none. */
  reachFacts: ReachFact[];
  /** Facts that the conditions which decided it read. */
  facts: string[];
}

/** A rule that applies to a transaction, or may. */
export interface RuleResult extends Grounds {
  rule: Rule;
  certainty: Finding["certainty"];
  settle: string[];
}

/**
 * Compiles a pack's conditions.
 *
 * @throws ConditionError where one is not valid; a pack from `readRulePack` has none such
 */
export function compileRulePack(pack: RulePack): CompiledPack {
  const rules = pack.rules.map((rule) => {
    const when = compileCondition(rule.when, `${pack.id}/${rule.id}`);
    const openWhen = rule.openWhen === undefined ? null : compileCondition(rule.openWhen, `${pack.id}/${rule.id}`);
    return { rule, when, openWhen };
  });
  return { pack, terms: compileTerms(pack), rules };
}

/**
 * Applies the rules in force on `facts.asOf`: `when` makes a result established; else `openWhen` leaves it open. No result is more
 * certain than the marks it stands on. An established exemption ends every other result; an open one leaves them open.
 */
export function applyRules(compiled: CompiledPack, facts: TransactionFacts): RuleResult[] {
  if (!holdsOn(compiled.pack, facts.asOf)) return [];
  const complete = withTerms(compiled.terms, facts);
  const results = compiled.rules.flatMap((one) => (holdsOn(one.rule, facts.asOf) ? applyRule(compiled, one, complete) : []));
  return withExemptions(results);
}

function applyRule({ pack, terms }: CompiledPack, compiled: CompiledRule, facts: TransactionFacts): RuleResult[] {
  const established = compiled.when.holds(facts);
  if (!established && !compiled.openWhen?.holds(facts)) return [];
  const { rule } = compiled;
  const asked = established || !compiled.openWhen ? [compiled.when] : [compiled.when, compiled.openWhen];
  const read = [...new Set(asked.flatMap((condition) => factsRead(condition, terms)))];
  const grounds = groundsOf(pack, read, citationOn(rule, facts.asOf), facts);
  const certainty = established && confirmed(grounds) ? "established" : "cannot-be-excluded";
  const settle = certainty === "cannot-be-excluded" || rule.outcome === "note" ? rule.settle : [];
  return [{ ...grounds, rule, certainty, settle }];
}

/** What a result stands on that was decided by reading some facts, under a citation with its mark. */
export function groundsOf(pack: RulePack, read: string[], { citation, mark }: Cited, facts: TransactionFacts): Grounds {
  const governments = governmentsConcerned(read, facts);
  const doubts = doubtsOf(pack, read, mark, governments, facts);
  return { citation, mark, doubts, governments, reachFacts: reachFacts(read), facts: read };
}

/** Nothing that it stands on is marked UNCONFIRMED: only then can it be established. */
export function confirmed({ doubts }: Grounds): boolean {
  return !doubts.some(({ mark }) => mark === "UNCONFIRMED");
}

function withExemptions(results: RuleResult[]): RuleResult[] {
  const exemptions = results.filter(({ rule }) => rule.outcome === "exempt");
  if (exemptions.length === 0) return results;
  if (exemptions.some(({ certainty }) => certainty === "established")) return exemptions;
  const questions = exemptions.flatMap(({ settle }) => settle);
  return results.map((result) => ({ ...result, certainty: "cannot-be-excluded", settle: [...new Set([...result.settle, ...questions])] }));
}

interface Cited {
  citation: string;
  mark: Mark;
}

/** The citation in force on a day: the first former one that still held, else the present one. */
export function citationOn(cited: Cited & { formerly: (Cited & { until: string })[] }, asOf: string): Cited {
  return cited.formerly.find(({ until }) => lastDayOf(until) >= asOf) ?? cited;
}

/** Facts of a deal that say whether somebody gets access to the data. */
const accessOfDeal = ["deal.coveredAccess", "deal.otherForeignAccess"];

function reachFacts(names: string[]): ReachFact[] {
  return names.flatMap((name): ReachFact[] => {
    if (accessOfDeal.includes(name)) return [{ bucket: "reach", effect: "access", holdings: null }];
    const [group = "", field] = name.split(".");
    if (group === "sensitiveData" || group === "intellectualProperty") {
      if (field === "residual") return [{ bucket: "residual", effect: "access", holdings: group }];
      return field === "access" || field === "reached" ? [{ bucket: "reach", effect: "access", holdings: group }] : [];
    }
    const bucket = (["reach", "residual", "leads", "context"] as const).find((one) => one === group);
    return field && bucket ? [{ bucket, effect: field as Effect, holdings: null }] : [];
  });
}

/** The governments that a fact about reaches names. */
export function governmentsOf({ bucket, effect, holdings }: ReachFact, facts: TransactionFacts): string[] {
  return holdings ? facts[holdings][bucket === "residual" ? "residual" : "access"] : facts[bucket][effect];
}

/** Those of the reaches that the conditions ask for; where there are none, those behind the counterparty and the technology. */
function governmentsConcerned(names: string[], facts: TransactionFacts): string[] {
  const reaching = reachFacts(names).flatMap((fact) => governmentsOf(fact, facts));
  const behind = [...facts.counterparty.governments, ...(names.includes("technology.governments") ? facts.technology.governments : [])];
  return [...new Set(reaching.length > 0 ? reaching : behind)].sort(byText);
}

function doubtsOf(pack: RulePack, names: string[], mark: Mark, governments: string[], facts: TransactionFacts): RuleResult["doubts"] {
  const doubts = [{ mark, on: "the rule itself" }, ...governmentDoubts(pack, governments, facts), ...lineDoubts(pack, names, facts)];
  return doubts.filter((doubt) => doubt.mark === "OLD" || doubt.mark === "UNCONFIRMED");
}

/** One confirmed government is enough for a result to stand. */
function governmentDoubts(pack: RulePack, governments: string[], { asOf }: TransactionFacts): RuleResult["doubts"] {
  const marks = governments.flatMap((government) => governmentMark(pack.regime, government, asOf) ?? []);
  const doubtful = marks.length > 0 && marks.every((mark) => mark === "OLD" || mark === "UNCONFIRMED");
  if (!doubtful) return [];
  return [{ mark: marks.includes("OLD") ? "OLD" : "UNCONFIRMED", on: "the list of governments" }];
}

function lineDoubts(pack: RulePack, names: string[], { data, asOf }: TransactionFacts): RuleResult["doubts"] {
  if (!names.includes("data.bulk") && !names.includes("data.omic")) return [];
  const lines = linesInForce(pack, asOf).data?.bulk.filter(({ category }) => data.categories.includes(category)) ?? [];
  return lines.map(({ mark, category }) => ({ mark, on: `the bulk line for ${category}` }));
}
