import type { RulePack, Verdict } from "../model/index.js";
import { says } from "./statements.js";
import { allOf } from "./verdicts.js";

/** What is known of an investment, as far as it decides whether it is passive. */
export interface InvestmentFacts {
  instrument?: string | null | undefined;
  votingAndEquityPercent?: number | null | undefined;
  capitalOnly?: boolean | null | undefined;
  influence?: boolean | null | undefined;
}

/** Whether an investment is passive by the pack's three conditions: the instrument, the share, no influence. */
export function passiveInvestment(given: InvestmentFacts | undefined, pack: Pick<RulePack, "deal">): Verdict {
  const rule = pack.deal?.passive;
  if (!rule) return "no";
  if (!given) return "cannot-be-excluded";
  const { instrument, votingAndEquityPercent: percent } = given;
  const capitalOnly = says(instrument ?? "", rule.capitalOnlyInstruments);
  return allOf([
    instrument == null ? "cannot-be-excluded" : truth(capitalOnly || says(instrument, rule.instruments)),
    capitalOnly ? stated(given.capitalOnly) : "yes",
    percent == null ? "cannot-be-excluded" : truth(percent < rule.lessThanPercent),
    opposite(stated(given.influence)),
  ]);
}

/** A truth value that may not be stated. */
export function stated(value: boolean | null | undefined): Verdict {
  return value == null ? "cannot-be-excluded" : truth(value);
}

function truth(value: boolean): Verdict {
  return value ? "yes" : "no";
}

function opposite(verdict: Verdict): Verdict {
  return verdict === "yes" ? "no" : verdict === "no" ? "yes" : verdict;
}
