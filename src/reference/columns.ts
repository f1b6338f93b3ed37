import {
  byText,
  capacities,
  firstDayOf,
  type Interest,
  type InterestColumns,
  interestKinds,
  lastDayOf,
  type Party,
  shareUnits,
} from "../model/index.js";
import { emptyPartyColumns, setParty } from "./party-columns.js";

/** Interests in memory as columns, with what is known of `parties`, also of those that no interest names. */
export function columnsOf(interests: readonly Interest[], parties: readonly Party[] = []): InterestColumns {
  const known = new Map(parties.map((party) => [party.id, party]));
  const ids = [...new Set([...known.keys(), ...interests.flatMap(({ owner, owned }) => [owner, owned])])].sort(byText);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const joints = new Map<string, number>();
  const number = (id: string) => numbers.get(id) ?? -1;
  const rows = [...interests].sort((left, right) => byText(left.owned, right.owned) || byText(left.owner, right.owner));
  const column = (value: (interest: Interest) => number) => Int32Array.from(rows, value);
  const columns = emptyPartyColumns(ids.length);
  for (const party of known.values()) setParty(columns, number(party.id), party);
  return {
    ...columns,
    partyCount: ids.length,
    idOf: (party) => ids[party] ?? "",
    numberOf: (id) => numbers.get(id),
    partyOf: (party) => known.get(ids[party] ?? ""),
    nameOf: (party) => known.get(ids[party] ?? "")?.name ?? ids[party] ?? "",
    owner: column(({ owner }) => number(owner)),
    owned: column(({ owned }) => number(owned)),
    kind: Uint8Array.from(rows, ({ kind }) => interestKinds.indexOf(kind)),
    min: column((interest) => shareUnits(interest).min),
    max: column((interest) => shareUnits(interest).max),
    from: column(({ from }) => dayNumber(from && firstDayOf(from))),
    until: column(({ until }) => dayNumber(until && lastDayOf(until))),
    capacity: Uint8Array.from(rows, ({ capacity }) => (capacity ? capacities.indexOf(capacity) + 1 : 0)),
    joint: column(({ owned, joint }) => {
      if (joint === undefined) return 0;
      const block = `${owned} ${joint}`;
      const known = joints.get(block) ?? joints.size + 1;
      joints.set(block, known);
      return known;
    }),
  };
}

/** 2022-01-18 as 20220118; 0 where open. */
export function dayNumber(day: string | undefined): number {
  return day ? Number(day.replaceAll("-", "")) : 0;
}
