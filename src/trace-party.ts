import { findParty } from "./find-party.js";
import {
  byText,
  type Day,
  type Effect,
  lastDayOf,
  listingsOn,
  type Party,
  type Path,
  type Reference,
  type RulePack,
  type TracedLink,
  type TracedNode,
  type TracedParty,
} from "./model/index.js";
import { familyOf, tiesOnFile, usualParties } from "./party-family.js";
import { statedAttributes } from "./stated-attributes.js";
import { commandPaths, sourcesAsEvidence } from "./trace/index.js";
import { type HeldInterest, shareBounds } from "./trace/interests.js";
import { regimeAnswers } from "./trace-regimes.js";

export interface TracePartyOptions {
  /** Rule packs whose regimes are asked, in this order. */
  regimes: RulePack[];
  /** Show each regime with shares multiplied along chains beside it, which no law does. Default: no. */
  multiplied?: boolean;
  /** Show the regimes side by side too: which applies on the day, and why the others do not. Default: no. */
  sideBySide?: boolean;
  /** Tell the interests among the same parties that had ended by the day too. Default: no. */
  ended?: boolean;
  /** Parties in the answer, the party itself among them; a quarter of them are what it owns. Default: 60. */
  most?: number;
  reference: Reference;
  /** The day that owners, lists and laws are read for, UTC. */
  asOf: Day;
}

/** Nobody on file, or several, go by what was asked. */
export class PartyNotFound extends Error {
  override name = "PartyNotFound";
  /** Those who could be meant, at most twenty. */
  readonly candidates: Party[];
  constructor(asked: string, candidates: Party[]) {
    super(candidates.length > 0 ? `${asked} is the name of ${candidates.length} parties` : `nobody on file is known as ${asked}`);
    this.candidates = candidates.slice(0, 20);
  }
}

/**
 * Whether a party is covered through ownership or control under each regime on a day, with bounds, proof and what would settle it; who owns it,
 * what it owns, on which lists these stand, and which governments reach it. The party is named by id, LEI, identifier, provider or name.
 *
 * @throws PartyNotFound where nobody, or more than one party, goes by the name
 * @example
 * import { loadReference, loadRulePacks, traceParty } from "beholden";
 * const regimes = (await loadRulePacks(["us-icts"])).map(({ pack }) => pack);
 * const traced = traceParty("Alibaba Group Holding Limited", { regimes, reference: loadReference(), asOf: "2022-01-18" });
 * traced.regimes[0].verdict; // "yes"
 */
export function traceParty(
  asked: string,
  { regimes, multiplied = false, sideBySide = false, ended = false, most = usualParties, reference, asOf }: TracePartyOptions,
): TracedParty {
  const { parties, by } = findParty(asked, reference);
  const [party, ...others] = parties;
  if (!party || by === null || others.length > 0) throw new PartyNotFound(asked, parties);
  const { answers, standings, standingOf, needed } = regimeAnswers(party.id, regimes, multiplied, reference, asOf);
  const family = familyOf(party.id, needed, most, reference, asOf);
  const owners = family.owners.map((held, at) => linkOf(held, at + 1, reference));
  const holdings = family.holdings.map((held, at) => linkOf(held, owners.length + at + 1, reference));
  const ids = [...new Set([party.id, ...owners.flatMap((one) => [one.owned, one.owner]), ...holdings.map((one) => one.owned)])];
  return {
    schemaVersion: "1",
    asOf,
    reference: {
      edition: reference.catalogue.edition,
      sha256: reference.sha256,
      imports: reference.imports.map(({ id, title, edition, sha256 }) => ({ id, title, edition, sha256 })),
    },
    asked,
    foundBy: by,
    party: party.id,
    identifiers: identifiersOf(party),
    attributes: statedAttributes(party.id, reference),
    regimes: answers([...owners, ...holdings]),
    ...(sideBySide ? { sideBySide: standings() } : {}),
    parties: ids.map((id) => nodeOf(id, standingOf, reference, asOf)),
    owners,
    holdings,
    ...(ended ? { ended: endedAmong(ids, owners.length + holdings.length, reference, asOf) } : {}),
    hidden: family.hidden,
    listings: [party.id, ...ids.filter((id) => id !== party.id && owners.some((one) => one.owner === id))].flatMap((id) =>
      listingRecords(id, reference, asOf),
    ),
    governments: governmentsOver(party.id, reference, asOf),
  };
}

function identifiersOf({ lei, identifiers = {} }: Party): TracedParty["identifiers"] {
  const known = Object.entries(identifiers).map(([scheme, value]) => ({ scheme, value }));
  return [...(lei ? [{ scheme: "lei", value: lei }] : []), ...known].sort((left, right) => byText(left.scheme, right.scheme));
}

function nodeOf(id: string, standingOf: (id: string) => TracedNode["standing"], reference: Reference, asOf: Day): TracedNode {
  const party = reference.party(id);
  const lists = listingsOn(id, reference, asOf).map((one) => one.list);
  return {
    id,
    name: party?.name ?? id,
    nativeName: party?.nativeName ?? null,
    kind: party?.kind ?? "unknown",
    form: party?.form ?? null,
    jurisdiction: party?.jurisdiction ?? null,
    principalPlace: party?.principalPlace?.country ?? null,
    lists: [...new Set(lists)].sort(byText),
    note: party?.kind === "unknown" ? (party.note ?? null) : null,
    onFile: tiesOnFile(id, reference, asOf),
    standing: standingOf(id),
  };
}

function linkOf(
  { interest, share, shareKnown, confidence, recordedLater }: HeldInterest,
  number: number,
  reference: Reference,
): TracedLink {
  return {
    number,
    owner: interest.owner,
    owned: interest.owned,
    kind: interest.kind,
    shareMin: share.min,
    shareMax: share.max,
    minExclusive: interest.share === undefined && interest.minExclusive === true,
    maxExclusive: interest.share === undefined && interest.maxExclusive === true,
    stated: shareKnown,
    capacity: interest.capacity ?? null,
    joint: interest.joint ?? null,
    from: interest.from ?? null,
    until: interest.until ?? null,
    asOf: interest.asOf ?? null,
    recordedLater,
    note: interest.note ?? null,
    confidence,
    evidence: sourcesAsEvidence(interest.sources, reference, interest.record),
  };
}

/** Interests among these parties that had ended before the day, the latest first; numbered on after the others. */
function endedAmong(ids: readonly string[], last: number, reference: Reference, asOf: Day): TracedLink[] {
  const among = new Set(ids);
  return ids
    .flatMap((id) => reference.interestsIn(id))
    .filter(({ owner, until }) => among.has(owner) && until !== undefined && lastDayOf(until) < asOf)
    .sort(
      (left, right) => byText(right.until ?? "", left.until ?? "") || byText(left.owner, right.owner) || byText(left.owned, right.owned),
    )
    .map((interest, at) => {
      const share = shareBounds(interest);
      const shareKnown = interest.share !== undefined || interest.shareMin !== undefined || interest.shareMax !== undefined;
      return linkOf({ interest, share, shareKnown, confidence: interest.confidence, recordedLater: false }, last + at + 1, reference);
    });
}

function listingRecords(id: string, reference: Reference, asOf: Day): TracedParty["listings"] {
  return listingsOn(id, reference, asOf)
    .map(({ list, programme, from, until, citation }) => ({
      party: id,
      list,
      name: reference.catalogue.lists.find((one) => one.id === list)?.name ?? null,
      programme: programme ?? null,
      from,
      until: until ?? null,
      citation,
    }))
    .sort((left, right) => byText(left.list, right.list) || byText(lastDayOf(left.from), lastDayOf(right.from)));
}

/** The strongest path of each government, with what it can do. */
function governmentsOver(id: string, reference: Reference, asOf: Day): TracedParty["governments"] {
  const found = new Map<string, { effects: Effect[]; paths: Path[] }>();
  for (const effect of ["access", "disrupt"] as const) {
    for (const { government, steps, confidence } of commandPaths(id, effect, reference, asOf)) {
      const entry = found.get(government) ?? { effects: [], paths: [] };
      if (!entry.effects.includes(effect)) entry.effects.push(effect);
      if (effect === entry.effects[0]) entry.paths.push({ steps, confidence });
      found.set(government, entry);
    }
  }
  const order = ["high", "medium", "low"];
  return [...found]
    .flatMap(
      ([
        code,
        {
          effects,
          paths: [path, ...others],
        },
      ]) =>
        path
          ? [
              {
                code,
                name: reference.catalogue.governments.find((one) => one.code === code)?.name ?? code,
                effects,
                path,
                others: others.length,
              },
            ]
          : [],
    )
    .sort((left, right) => order.indexOf(left.path.confidence) - order.indexOf(right.path.confidence) || byText(left.code, right.code));
}
