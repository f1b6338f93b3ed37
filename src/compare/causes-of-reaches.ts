import type { Change, Reach, Transaction } from "../model/index.js";
import type { CauseSearch, Found } from "./cause-search.js";
import { causesOfTransaction } from "./causes-of-uses.js";

/** A reach needs its transaction, its target, and each step of its path; whether it remains needs the measures too. */
export function causesOfReach({ key, change, fields }: Found, search: CauseSearch): Change[] {
  const { changes } = search;
  const reaches = search.reachesNamed(key);
  const [first] = reaches;
  if (!first) return [];
  const transactions = search.transactionsNamed(first.transaction);
  if (transactions.length < 2) return search.ofId(`transaction:${first.transaction}`);
  const target = changes.about(`${first.target.kind}:${first.target.id}`);
  const changed = new Set(fields.map((one) => one.name));
  const measures = changes.about(...reaches.flatMap((one) => one.cutBy.map((cut) => `measure:${cut.measure}`)));
  const use = causesOfTransaction({ key: first.transaction, change: "changed" }, search);
  if (change !== "changed") return [...use, ...target, ...measures, ...factsOn(reaches, transactions, search)];
  const ended = changed.has("residual") || changed.has("measures");
  if (!changed.has("path") && !changed.has("confidence")) return [...measures, ...target];
  return [
    ...(bearsOnReaches(search.changedFields(`transaction:${first.transaction}`)) ? use : []),
    ...(ended ? measures : []),
    ...factsOn(reaches, transactions, search),
  ];
}

/** Fields of a transaction that its reaches depend on. */
function bearsOnReaches(fields: ReadonlySet<string>): boolean {
  return ["operator", "technology", "served from", "holdings", "join", "confidence"].some((one) => fields.has(one));
}

function factsOn(reaches: Reach[], transactions: Transaction[], search: CauseSearch): Change[] {
  const parties = new Set([...reaches.flatMap((one) => [...partiesOn(one)]), ...transactions.map((one) => one.operator)]);
  const listed = reaches.flatMap((one) => pathsOf(one).flatMap(({ steps }) => steps.filter((step) => step.kind === "listing")));
  return [
    ...search.changes.about(
      ...[...parties].flatMap((id) => [`owners:${id}`, `party:${id}`]),
      ...listed.map((step) => `listings:${step.to.id}`),
      ...transactions.map((one) => `region:${one.provider}/${one.region}`),
    ),
    ...powersBehind(reaches, search),
  ];
}

/** The laws behind a reach, where it is not the same law that is cited before and after. */
function powersBehind(reaches: Reach[], { changes }: CauseSearch): Change[] {
  const cited = new Set(reaches.map((one) => one.path.steps.map((step) => step.instrument ?? "").join(" ")));
  if (reaches.length === 2 && cited.size === 1) return [];
  const powers = changes.about(...reaches.map((one) => `power:${one.government}:${one.effect}`));
  return powers.length > 0 ? powers : changes.about(...reaches.map((one) => `instruments:${one.government}`));
}

function pathsOf({ path, alternatives }: Reach): Reach["alternatives"] {
  return [path, ...alternatives];
}

export function partiesOn(reach: Reach): Set<string> {
  const places = pathsOf(reach).flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to]));
  return new Set(places.flatMap((one) => (one.kind === "party" ? [one.id] : [])));
}
