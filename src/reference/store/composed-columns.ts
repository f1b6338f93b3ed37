import { type Interest, type InterestColumns, interestKinds, type Party, type PartyColumns } from "../../model/index.js";
import type { Clusters } from "./clusters.js";
import { composedParties } from "./composed-parties.js";
import { mergeTail, orderOf, reordered, startsOf } from "./grouping.js";
import { encodeInterest, type InterestRow } from "./interest-form.js";
import { type InterestColumn, interestColumnNames, interestColumns } from "./layout.js";
import { readableId } from "./merge-party.js";
import type { Numbering } from "./numbering.js";
import type { Store } from "./store.js";

type Columns = Omit<InterestColumns, "partyCount" | "idOf" | "numberOf" | "partyOf" | "nameOf" | keyof PartyColumns>;
type ColumnName = keyof Columns;
type FactColumn = Exclude<ColumnName, "owner" | "owned">;

const columnNames = interestColumnNames.filter((name): name is ColumnName => name !== "form");
const factColumns = columnNames.filter((name): name is FactColumn => name !== "owner" && name !== "owned");

/** The interests of the built-in catalogue and of all imports as columns, their ends numbered over all sources. */
export function composedColumns(
  interests: readonly Interest[],
  clusters: Clusters,
  numbering: Numbering,
  stores: readonly Store[],
  partyOf: (number: number) => Party | undefined,
): InterestColumns {
  const { named, ...parties } = composedParties(clusters.keysOfBuiltIn().keys(), numbering, stores, partyOf);
  const joined = joinedColumns(interests, numbering, stores);
  const ordered = inOrder(joined, numbering.partyCount);
  numberJointBlocks(ordered.owned, ordered.joint);
  const idOf = (party: number) => {
    const member = numbering.soleMemberOf(party);
    return member ? clusters.sole(member).id : clusters.canonical(numbering.idOf(party));
  };
  return {
    partyCount: numbering.partyCount,
    idOf,
    numberOf: (id) => {
      const cluster = clusters.find(id);
      const [builtIn] = cluster?.builtIn ?? [];
      const [member] = cluster?.members ?? [];
      if (builtIn !== undefined) return numbering.ofBuiltIn(builtIn);
      return member && numbering.ofStore(member.store)[member.party];
    },
    partyOf,
    nameOf: (party) => (named[party] === 1 ? (partyOf(party)?.name ?? idOf(party)) : readableId(idOf(party))),
    ...parties,
    ...ordered,
  };
}

/** All rows one source after the other: the largest first, the built-in last. */
function joinedColumns(interests: readonly Interest[], numbering: Numbering, stores: readonly Store[]): Columns {
  const total = stores.reduce((sum, { manifest }) => sum + manifest.interests, interests.length);
  const joined = emptyColumns(total);
  const row: InterestRow = { min: 0, max: 0, from: 0, until: 0, joint: 0, kind: 0, capacity: 0, form: 0 };
  let at = 0;
  const bySize = stores
    .map((store, index) => ({ store, index }))
    .sort((left, right) => right.store.manifest.interests - left.store.manifest.interests);
  for (const { store, index } of bySize) {
    const until = at + store.manifest.interests;
    for (const name of columnNames) store.readInterestColumn(name, joined[name].subarray(at, until));
    checkKinds(joined.kind.subarray(at, until), store);
    renumber(joined.owner.subarray(at, until), numbering.ofStore(index), store);
    renumber(joined.owned.subarray(at, until), numbering.ofStore(index), store);
    at = until;
  }
  for (const interest of interests) {
    joined.owner[at] = numbering.ofBuiltIn(interest.owner) ?? 0;
    joined.owned[at] = numbering.ofBuiltIn(interest.owned) ?? 0;
    encodeInterest(interest, row);
    for (const name of factColumns) joined[name][at] = row[name];
    at++;
  }
  return joined;
}

function emptyColumns(rows: number): Columns {
  const column = (name: InterestColumn) => new interestColumns[name](rows);
  return Object.fromEntries(columnNames.map((name) => [name, column(name)])) as unknown as Columns;
}

function checkKinds(kinds: Uint8Array, store: Store): void {
  const row = kinds.findIndex((kind) => kind >= interestKinds.length);
  if (row >= 0) throw store.file("interests.kind").torn(`interest ${row} is of no known kind`);
}

function renumber(column: Int32Array, numbers: Int32Array, store: Store): void {
  for (let row = 0; row < column.length; row++) {
    const party = column[row] ?? 0;
    if (party < 0 || party >= numbers.length)
      throw store.file("interests.owner").torn(`interest ${row} names party ${party} of ${numbers.length}`);
    column[row] = numbers[party] ?? 0;
  }
}

function inOrder(columns: Columns, partyCount: number): Columns {
  const { owner, owned } = columns;
  const ordered = orderedRows(owner, owned);
  if (ordered === owned.length) return columns;
  // Beside a register the built-in catalogue and the lists are small: they are put in between.
  if (ordered > 0.9 * owned.length) {
    mergeTail(
      columnNames.map((name) => columns[name]),
      ordered,
      (left, right) => (owned[left] ?? 0) - (owned[right] ?? 0) || (owner[left] ?? 0) - (owner[right] ?? 0),
    );
    return columns;
  }
  const order = orderOf(owned, startsOf(owned, partyCount), orderOf(owner, startsOf(owner, partyCount)));
  for (const name of columnNames) Object.assign(columns, { [name]: reordered(columns[name], order) });
  return columns;
}

/** How many rows lie in order from the first on. */
function orderedRows(owner: Int32Array, owned: Int32Array): number {
  for (let row = 1; row < owned.length; row++) {
    const step = (owned[row] ?? 0) - (owned[row - 1] ?? 0);
    if (step < 0 || (step === 0 && (owner[row] ?? 0) < (owner[row - 1] ?? 0))) return row;
  }
  return owned.length;
}

/** Stores tell joint blocks of one owned party apart by a hash; here each block gets a number of its own, from 1. */
function numberJointBlocks(owned: Int32Array, joint: Int32Array): void {
  let blocks = 0;
  let current = -1;
  const numbers = new Map<number, number>();
  for (let row = 0; row < joint.length; row++) {
    const hash = joint[row] ?? 0;
    if (hash === 0) continue;
    if (owned[row] !== current) numbers.clear();
    current = owned[row] ?? 0;
    const number = numbers.get(hash) ?? ++blocks;
    numbers.set(hash, number);
    joint[row] = number;
  }
}
