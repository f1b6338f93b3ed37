import { type Day, holdsOn, type Listing, listingsOn, type Party, type Reference, type Regime, type Verdict } from "../../model/index.js";

/** How a party stands under a regime without its owners. */
export interface Standing {
  covered: Verdict;
  /** For sure where covered; else those that cannot be excluded. */
  limbs: string[];
  /** Codes of governments that it counts for. */
  governments: string[];
  /** Why it is in doubt. */
  doubt: "holder" | "residence" | "listing" | "open-list" | null;
  /** By a listing alone, whatever its seat. */
  listed: Verdict;
}

type Concern = (territory: string) => boolean;

/** Which governments a regime is concerned with on a day; a regime may name them or except its own. */
export function governmentsOfConcern(regime: Regime, reference: Reference, asOf: Day): Concern {
  const named = new Set((regime.governments ?? []).filter((government) => holdsOn(government, asOf)).map((government) => government.code));
  const excepted = regime.governmentsExcept && new Set(regime.governmentsExcept);
  return (territory) => {
    const government = reference.governmentOf(territory);
    return named.has(government) || (excepted !== undefined && !excepted.has(government));
  };
}

/** Asks how parties stand by themselves: as a government, by seat, residence or listing. Somebody unknown is in doubt under every limb. */
export function standingsByThemselves(regime: Regime, reference: Reference, asOf: Day): (party: Party | undefined) => Standing {
  const concern = governmentsOfConcern(regime, reference, asOf);
  return (party) => {
    if (!party) return nothing;
    if (party.kind === "unknown") return { covered: "cannot-be-excluded", limbs: [], governments: [], doubt: "holder", listed: "no" };
    if (party.kind === "government") return asGovernment(party, concern, reference);
    return together([...byPlace(party, regime, concern, reference), ...byListing(party, regime, reference, asOf)]);
  };
}

const nothing: Standing = { covered: "no", limbs: [], governments: [], doubt: null, listed: "no" };

function asGovernment({ jurisdiction }: Party, concern: Concern, reference: Reference): Standing {
  if (!jurisdiction || !concern(jurisdiction)) return nothing;
  return { covered: "yes", limbs: ["government"], governments: [reference.governmentOf(jurisdiction)], doubt: null, listed: "no" };
}

function byPlace({ kind, jurisdiction, principalPlace }: Party, regime: Regime, concern: Concern, reference: Reference): Standing[] {
  const knows = (limb: Regime["covered"]["limbs"][number]) => regime.covered.limbs.includes(limb);
  const ground = (limb: string, territory: string, doubt: Standing["doubt"] = null): Standing => ({
    covered: doubt ? "cannot-be-excluded" : "yes",
    limbs: [limb],
    governments: [reference.governmentOf(territory)],
    doubt,
    listed: "no",
  });
  const seat = principalPlace?.country;
  if (kind === "individual") {
    if (!knows("residence")) return [];
    // Residence counts, nationality does not: a country without a stated residence leaves the question open.
    if (seat) return concern(seat) ? [ground("residence", seat)] : [];
    return jurisdiction && concern(jurisdiction) ? [ground("residence", jurisdiction, "residence")] : [];
  }
  if (kind !== "entity") return [];
  return [
    ...(knows("organised") && jurisdiction && concern(jurisdiction) ? [ground("organised", jurisdiction)] : []),
    ...(knows("principal-place") && seat && concern(seat) ? [ground("principal-place", seat)] : []),
  ];
}

function byListing(party: Party, { covered }: Regime, reference: Reference, asOf: Day): Standing[] {
  if (!covered.limbs.includes("listed")) return [];
  const current = listingsOn(party.id, reference, asOf);
  const verdicts = current
    .filter((listing) => covered.lists.includes(listing.list))
    .map((listing) => ofProgramme(listing, covered.listProgrammes));
  const onOpenList = current.some(({ list }) => covered.openLists?.includes(list));
  const verdict = verdicts.includes("yes") ? "yes" : verdicts.includes("cannot-be-excluded") || onOpenList ? "cannot-be-excluded" : "no";
  if (verdict === "no") return [];
  const doubt = verdict === "yes" ? null : verdicts.includes("cannot-be-excluded") ? "listing" : "open-list";
  const place = party.jurisdiction ?? party.principalPlace?.country;
  const governments = place ? [reference.governmentOf(place)] : [];
  return [{ covered: verdict, limbs: ["listed"], governments, doubt, listed: verdict }];
}

/** One entry may name several programmes in one text, as the files of the Treasury do. */
function ofProgramme({ list, programme }: Listing, byList: Regime["covered"]["listProgrammes"]): Verdict {
  const named = byList?.[list];
  if (!named) return "yes";
  if (programme === undefined) return "cannot-be-excluded";
  return [programme, ...programme.split(/[\s;,[\]]+/)].some((one) => named.includes(one)) ? "yes" : "no";
}

/** What is sure goes before what is in doubt. */
function together(grounds: Standing[]): Standing {
  const sure = grounds.filter(({ covered }) => covered === "yes");
  const told = sure.length > 0 ? sure : grounds;
  const [first] = told;
  if (!first) return nothing;
  return {
    covered: first.covered,
    limbs: told.flatMap(({ limbs }) => limbs),
    governments: [...new Set(told.flatMap(({ governments }) => governments))],
    doubt: first.doubt,
    listed: grounds.find(({ listed }) => listed !== "no")?.listed ?? "no",
  };
}
