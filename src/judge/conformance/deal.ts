import { type Holding, Holding as HoldingSchema, type RulePack, type Verdict } from "../../model/index.js";
import { type DataFacts, judgeData } from "../data.js";
import { anyOf } from "../verdicts.js";
import type { CaseData, ConformanceCase } from "./case.js";

/** What the part makes of the deal that a case describes; null where that stays open or is not asked. */
export interface DealOutcome {
  classification: string | null;
  provision: string | null;
  coveredDataTransaction: boolean | null;
}

interface DealInput {
  pack: RulePack;
  usPerson: (id: string) => boolean | null;
  covered: (id: string) => boolean | null;
}

const open: DealOutcome = { classification: null, provision: null, coveredDataTransaction: null };
const outside: DealOutcome = { classification: "not-regulated", provision: null, coveredDataTransaction: false };
const dealTypes = ["data-brokerage", "vendor", "employment", "investment"];

/**
 * Classifies a deal by the steps of 28 CFR part 202: in force, U.S. party, data, access by a covered person, then 'omic data (202.303),
 * brokerage (202.301, 202.302), and the restricted types (202.401). Exemptions are not judged here.
 */
export function dealOf(given: ConformanceCase, { pack, usPerson, covered }: DealInput): DealOutcome {
  const deal = given.transaction;
  if (given.regime !== "dsp" || deal.type === "none" || deal.exemptionInPoint !== null) return open;
  if (pack.from && deal.date < pack.from) return outside;
  if (deal.usParty !== null && usPerson(deal.usParty) === false) return outside;
  const reached = given.data.filter(({ id }) => deal.access.some((one) => one.data.includes(id)));
  const data = judgeData(reached.map(holdingOf), pack);
  const subject = anyOf([reached.some(({ statedBulk }) => statedBulk === true) ? "yes" : data.bulk, data.governmentRelated]);
  if (subject === "no" || reached.length === 0) return outside;
  if (subject !== "yes") return open;
  const receivers = deal.access.map(({ party }) => party);
  const byCovered = anyOf(receivers.map((id) => verdict(covered(id))));
  if (byCovered === "cannot-be-excluded") return open;
  if (byCovered === "no")
    return toOthers(
      given,
      receivers.some((id) => usPerson(id) === false),
    );
  return dealTypes.includes(deal.type) ? withCovered(given, isOmic(reached, data, pack)) : outside;
}

function verdict(truth: boolean | null): Verdict {
  return truth === null ? "cannot-be-excluded" : truth ? "yes" : "no";
}

/** A foreign person that is not covered may get the data by brokerage, with the clause and the reports of 202.302. */
function toOthers({ transaction }: ConformanceCase, foreign: boolean): DealOutcome {
  if (transaction.type !== "data-brokerage" || !foreign) return outside;
  const classification =
    transaction.onwardTransferClause === null ? null : transaction.onwardTransferClause ? "permitted-on-conditions" : "prohibited";
  return { classification, provision: "202.302", coveredDataTransaction: false };
}

function withCovered({ transaction }: ConformanceCase, omic: Verdict): DealOutcome {
  const { type, passive, securityRequirementsMet } = transaction;
  if (type === "investment" && passive && isPassive(passive)) return outside;
  if (omic === "yes") return { classification: "prohibited", provision: "202.303", coveredDataTransaction: true };
  if (type === "data-brokerage") return { classification: "prohibited", provision: "202.301", coveredDataTransaction: true };
  if (omic !== "no") return { ...open, coveredDataTransaction: true };
  const classification = securityRequirementsMet === null ? "restricted" : securityRequirementsMet ? "restricted-authorized" : "prohibited";
  return { classification, provision: "202.401", coveredDataTransaction: true };
}

/** All three conditions of 202.228(b): the instrument, less than 10 percent, nothing beyond the usual protections of a minority. */
function isPassive({
  instrument,
  votingAndEquityPct,
  capitalOnly,
  influence,
}: NonNullable<ConformanceCase["transaction"]["passive"]>): boolean {
  const listed = ["publicly-traded-security", "sec-registered-investment-company", "business-development-company"];
  const partner = instrument === "limited-partner-in-fund" && capitalOnly === true;
  const kind = partner || (instrument !== null && listed.includes(instrument));
  return kind && votingAndEquityPct !== null && votingAndEquityPct < 10 && influence === false;
}

/** Bulk 'omic data, or data said to be bulk of an 'omic category. */
function isOmic(data: CaseData[], judged: DataFacts, { data: parameters }: RulePack): Verdict {
  const stated = data.some((one) => one.statedBulk === true && parameters?.omicCategories.includes(one.category));
  const counted = data.some((one) => one.statedBulk !== true) ? judged.omic : "no";
  return anyOf([stated ? "yes" : "no", counted]);
}

function holdingOf(data: CaseData): Holding {
  return HoldingSchema.parse({
    id: data.id,
    name: data.id,
    categories: [data.category],
    usPersons: data.usPersons,
    usDevices: data.usDevices,
    identifiers: data.identifiers,
    linkedTogether: data.linkedTogether,
    marketedAsGovernmentPersonnel: data.marketedAsUsgPersonnel === true,
    inListedGovernmentArea: data.inListedGovArea === true,
    exclusions: data.exclusions,
  });
}
