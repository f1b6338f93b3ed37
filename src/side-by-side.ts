import { periodRemark } from "./judge/regime-day.js";
import {
  byText,
  type Counterparty,
  type Day,
  type Finding,
  firstDayOf,
  holdsOn,
  type Reference,
  type RegimeStanding,
  type RulePack,
  type SideBySide,
  type Transaction,
} from "./model/index.js";

type Assessed = Pick<Counterparty, "covered" | "because">;

/**
 * What one regime says of a party on a day, from how the pack sees the party alone: it applies where the party is covered. No rule is asked, since
 * rules judge a use.
 */
export function regimeStanding(pack: RulePack, { covered, because }: Assessed, asOf: Day): RegimeStanding {
  const standing = covered === "yes" ? "applies" : covered === "no" ? "does-not-apply" : "cannot-be-excluded";
  const remark = periodRemark(pack.regime, asOf);
  return row(pack, covered, asOf, { standing, because: remark ? `${because} ${sentence(remark)}` : because });
}

/**
 * The same for a counterparty in use: what the pack's rules make of it. A note changes nothing, so it does not apply; it says why.
 *
 * @param findings of this pack on the transactions with this party, gravest first
 */
export function regimeInUse(pack: RulePack, assessed: Assessed, findings: Finding[], asOf: Day): RegimeStanding {
  const { covered } = assessed;
  const grave = findings.filter(({ outcome }) => outcome !== "note" && outcome !== "exempt");
  const told = grave.find(({ certainty }) => certainty === "established") ?? grave[0] ?? findings[0];
  if (!told) {
    const { because } = regimeStanding(pack, assessed, asOf);
    const why = covered === "no" ? because : `${because} No rule of this pack reaches what is used.`;
    return row(pack, covered, asOf, { standing: "does-not-apply", because: why });
  }
  const established = told.certainty === "established";
  const standing = !grave.includes(told) ? "does-not-apply" : established ? "applies" : "cannot-be-excluded";
  const question = standing === "cannot-be-excluded" && told.settle[0] ? ` To ask: ${told.settle[0]}` : "";
  const because = standing === "does-not-apply" ? told.explanation : `${told.title}. ${assessed.because}${question}`;
  return row(pack, covered, asOf, { standing, because, outcome: told.outcome, citation: told.citation, mark: told.mark });
}

type Said = Pick<RegimeStanding, "standing" | "because"> & Partial<Pick<RegimeStanding, "outcome" | "citation" | "mark">>;

function row(pack: RulePack, covered: RegimeStanding["covered"], asOf: Day, said: Said): RegimeStanding {
  const { id, title, authority, mark, from = null, until = null } = pack;
  const base = { pack: id, title, covered, outcome: null, citation: authority, mark, from, until };
  if (holdsOn(pack, asOf)) return { ...base, ...said };
  const when = from !== null && firstDayOf(from) > asOf ? `In force only from ${from}.` : `In force only until ${until}.`;
  return { ...base, standing: "not-in-force", because: `${when} ${said.because}` };
}

/** Every pack asked about every counterparty of a review, in the order of the packs; judged once a pack. */
export function compareRegimes(
  packs: RulePack[],
  transactions: Transaction[],
  judgeBy: (pack: RulePack) => { counterparties: Counterparty[]; findings: Finding[] },
  { reference, asOf }: { reference: Reference; asOf: Day },
): SideBySide[] {
  const judged = packs.map((pack) => ({ pack, ...judgeBy(pack) }));
  const operators = [...new Set(transactions.map(({ operator }) => operator))].sort(byText);
  return operators.map((party) => {
    const own = new Set(transactions.flatMap(({ id, operator }) => (operator === party ? [id] : [])));
    const regimes = judged.flatMap(({ pack, counterparties, findings }) => {
      const assessed = counterparties.find((one) => one.party === party);
      const its = findings.filter(({ transaction }) => own.has(transaction));
      return assessed ? [regimeInUse(pack, assessed, its, asOf)] : [];
    });
    return { party, name: reference.party(party)?.name ?? party, asOf, regimes };
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? "" : "."}`;
}
