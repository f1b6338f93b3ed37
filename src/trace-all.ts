import { packViewOfAll, personsUnder } from "./judge/persons.js";
import { type CoveredThrough, countryOfNumber, type Day, type Reference, type RulePack } from "./model/index.js";
import { tracedUnder } from "./trace/index.js";

/**
 * Every party that is covered, or cannot be excluded, through its owners or controllers under a pack's regime on a day. Parties that are covered
 * by themselves only, such as by a list or a seat, are not among them.
 *
 * @example
 * for (const one of traceAll(pack, { reference: loadReference(), asOf: "2026-11-23" })) console.log(one.party, one.covered);
 */
export function* traceAll(pack: RulePack, { reference, asOf }: { reference: Reference; asOf: Day }): Generator<CoveredThrough> {
  const { threshold, limbs } = pack.regime.covered;
  const columns = reference.columns();
  const all = packViewOfAll(pack, reference, asOf);
  const view = personsUnder(pack, reference, asOf);
  for (const { party, number, covered, shareMin, shareMax, controlled } of tracedUnder(all.regime, all.reference, asOf)) {
    const byOwnership = limbs.includes("ownership") && shareMax >= threshold;
    // A branch is controlled as its company is.
    const inParticular = !byOwnership && limbs.includes("control") && columns.particular[number] === 1;
    const byControl = inParticular ? view(party).limbs.includes("control") : controlled;
    if (!byOwnership && !byControl) continue;
    const through = byOwnership ? "ownership" : "control";
    // Who is covered by itself need not be so through owners: what the owners make of it is told.
    const sure = covered === "yes" && (through === "control" || shareMin >= threshold);
    yield {
      party,
      name: columns.nameOf(number),
      jurisdiction: countryOfNumber(columns.jurisdiction[number] ?? 0) ?? null,
      covered: sure ? "yes" : "cannot-be-excluded",
      through,
      shareMin,
      shareMax,
    };
  }
}
