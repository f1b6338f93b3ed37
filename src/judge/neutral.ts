import { type Day, firstDayOf, holdsOn, lastDayOf, type RulePack, type TransactionFacts } from "../model/index.js";
import { factsByName } from "./fact-table.js";

/** Day of the neutral case, where the rule is in force on it. */
const usualDay: Day = "2026-06-01";

/** A rule, a criterion or anything else of a pack that has days of its own. */
type Dated = { from?: string | undefined; until?: string | undefined };

/**
 * The case that an example starts from: a company of the pack's own side hosts ordinary, declared data with a foreign provider
 * whom no government of concern owns, runs or reaches. Dated 2026-06-01, or the nearest day on which the rule is in force.
 */
export function neutralFacts(pack: RulePack, rule: Dated): TransactionFacts {
  const home = pack.domestic[0] ?? "";
  const nothingHeld = { holdings: [], categories: [], reached: [], access: [], residual: [] };
  const none = { access: [], disrupt: [], tamper: [], launch: [] };
  return {
    asOf: nearestDayInForce(pack, rule),
    subject: { name: "Example Company", jurisdiction: home, domestic: "yes", coveredEquityKnown: false, coveredEquityPercent: 0 },
    transaction: {
      kind: "hosting",
      provider: "example-cloud",
      providerName: "Example Cloud",
      services: [],
      region: "",
      servedFrom: "",
      operator: "example-cloud-operator",
      owner: "",
      system: "example-system",
      systemName: "Example System",
      criticality: "medium",
      declared: true,
      observed: false,
      join: "declared-no-traffic-read",
      bytesSent: 0,
      bytesReceived: 0,
    },
    counterparty: {
      name: "Example Cloud Operator",
      jurisdiction: "",
      principalPlace: "",
      covered: "no",
      limbs: [],
      governments: [],
      shareMin: 0,
      shareMax: 0,
      lists: [],
      domestic: false,
      because: "no covered party owns, controls or runs it",
    },
    technology: { authors: [], governments: [] },
    provider: { kinds: [], soil: [], regionsOnSoil: 0, partners: [], market: [] },
    behind: { parties: [], lists: [], listings: [], ties: [] },
    laws: { ofConcern: [], context: [] },
    context: none,
    reach: none,
    residual: none,
    leads: none,
    data: {
      known: true,
      holdings: ["Example Holding"],
      categories: [],
      bulk: "no",
      bulkBecause: "none of the declared data is of a category with a bulk line",
      omic: "no",
      governmentRelated: "no",
      sensitive: false,
      intellectualProperty: false,
      usPersons: 0,
      usPersonsKnown: true,
    },
    sensitiveData: nothingHeld,
    intellectualProperty: nothingHeld,
    measures: { inPlace: [], verified: [], promised: [] },
    deal: neutralDeal,
    terms: { met: [], open: [] },
    result: { classification: "", certain: false, scope: "" },
    supplier: { federal: "no", defense: "no", intelligence: "no", states: [], statesKnown: true },
    listing: { covered: "no", parties: [], scopes: [], fits: "no", because: "no entry of a list reaches it" },
  };
}

const neutralDeal: TransactionFacts["deal"] = {
  type: "vendor",
  declared: false,
  conduct: "subject",
  consideration: "yes",
  recipientCollectedDirectly: "no",
  coveredAccess: "no",
  accessBehindCounterparty: "no",
  otherForeignAccess: "yes",
  onwardClause: "cannot-be-excluded",
  cloud: "yes",
  passive: "no",
  securityRequirements: "cannot-be-excluded",
  knowledge: "not-stated",
  evasion: "no",
  directedByDomestic: "no",
  exemptionsClaimed: [],
  states: [],
  denies: [],
};

function nearestDayInForce(pack: RulePack, rule: Dated): Day {
  const from = [pack.from, rule.from].flatMap((date) => (date ? [firstDayOf(date)] : []));
  const until = [pack.until, rule.until].flatMap((date) => (date ? [lastDayOf(date)] : []));
  const earliest = from.sort().at(-1);
  const latest = until.sort()[0];
  if (earliest && !holdsOn({ from: earliest }, usualDay)) return earliest;
  return latest && latest < usualDay ? latest : usualDay;
}

/** The neutral case with an example's own facts in place; names were checked when the pack was read. */
export function exampleFacts(pack: RulePack, rule: Dated, facts: Record<string, unknown>): TransactionFacts {
  const base: Record<string, unknown> = { ...neutralFacts(pack, rule) };
  for (const [name, value] of Object.entries(facts)) {
    if (!factsByName.has(name)) continue;
    const [group = "", field] = name.split(".");
    base[group] = field ? { ...(base[group] as Record<string, unknown>), [field]: value } : value;
  }
  return base as unknown as TransactionFacts;
}
