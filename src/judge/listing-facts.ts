import { byText, type Listing, listingsOn, type Transaction, type TransactionFacts, type Verdict } from "../model/index.js";
import { affiliationsUnder } from "../trace/index.js";
import { interestsHeld } from "../trace/interests.js";
import type { FactSources } from "./facts.js";
import { entryReaches } from "./product-scope.js";
import { anyOf } from "./verdicts.js";

type Sources = Pick<FactSources, "transaction" | "counterparties" | "reference" | "pack" | "asOf">;

/** Entries that are told in words; the rest of a long list of them says no more. */
const mostTold = 4;

/** Listed parties behind who runs the service or wrote the technology, with the scope of their entries on the pack's lists. */
export function listingFacts(sources: Sources): TransactionFacts["listing"] {
  const { transaction, reference, counterparties, pack } = sources;
  const seen = [transaction.operator, ...transaction.technology].map((id) => ({
    id,
    covered: counterparties.find((one) => one.party === id && one.pack === pack.id)?.covered ?? "no",
  }));
  const entries = distinct(seen.flatMap(({ id, covered }) => (covered === "no" ? [] : entriesBehind(id, sources))));
  const use = { kind: transaction.kind, providerKinds: reference.provider(transaction.provider)?.kinds ?? [] };
  const { products } = pack.regime.covered;
  const reached = entries.map((entry) => ({ entry, reaches: entryReaches({ ...entry, ...(products && { products }) }, use) }));
  return {
    covered: anyOf(seen.map(({ covered }) => covered)),
    parties: sorted(entries.map(({ party }) => reference.party(party)?.name ?? party)),
    scopes: sorted(entries.flatMap(({ scope }) => scope ?? [])),
    fits: anyOf(reached.map(({ reaches }) => reaches)),
    because: told(reached, sources),
  };
}

/** Entries of the pack's lists on the party, and on those that own, control or are affiliated with it as the regime has it. */
function entriesBehind(id: string, { reference, pack, asOf }: Sources): Listing[] {
  const { lists, openLists = [], limbs } = pack.regime.covered;
  const behind = limbs.includes("affiliation")
    ? affiliationsUnder(pack.regime, reference, asOf)(id).map(({ listed }) => listed)
    : limbs.includes("ownership") || limbs.includes("control")
      ? ownersOf(id, { reference, asOf })
      : [];
  return [id, ...behind].flatMap((party) =>
    listingsOn(party, reference, asOf).filter((entry) => [...lists, ...openLists].includes(entry.list)),
  );
}

function ownersOf(id: string, { reference, asOf }: Pick<Sources, "reference" | "asOf">): string[] {
  const all = new Set([id]);
  for (const one of all) for (const { interest } of interestsHeld(one, reference, asOf)) all.add(interest.owner);
  all.delete(id);
  return [...all];
}

interface Reached {
  entry: Listing;
  reaches: Verdict;
}

function told(reached: Reached[], sources: Sources): string {
  if (reached.length === 0) return "No entry of the lists that this law goes by names it or anybody behind it.";
  const sentences = reached.slice(0, mostTold).map((one) => inWords(one, sources));
  const more = reached.length - sentences.length;
  return [...sentences, ...(more > 0 ? [`And ${more} further ${more === 1 ? "entry" : "entries"}.`] : [])].join(" ");
}

const useWords = {
  hosting: "a place to store or compute",
  vendor: "a vendor's product or service",
  software: "code",
  traffic: "traffic with the provider's hosts",
  employment: "employment",
  investment: "an investment",
  "data-brokerage": "a sale or licence of data",
  other: "another deal",
} satisfies Record<Transaction["kind"], string>;

function inWords({ entry, reaches }: Reached, { reference, transaction, pack }: Sources): string {
  const list = reference.catalogue.lists.find(({ id }) => id === entry.list)?.name ?? entry.list;
  const head = `${reference.party(entry.party)?.name ?? entry.party} is on ${list} since ${entry.from}`;
  const what = entry.scope ?? pack.regime.covered.products?.join(", ").replaceAll("-", " ");
  if (what === undefined) return `${head}.`;
  const use = useWords[transaction.kind];
  const end = {
    yes: `${use} is of that kind`,
    no: `${use} is not of that kind, so the entry does not reach it`,
    "cannot-be-excluded": `whether ${use} is of that kind is not on file`,
  }[reaches];
  return `${head}${entry.scope === undefined ? "; this law is limited to" : " for"} ${what}: ${end}.`;
}

function distinct(entries: Listing[]): Listing[] {
  const key = ({ list, party, from, scope }: Listing) => `${list}\n${party}\n${from}\n${scope ?? ""}`;
  return [...new Map(entries.map((one) => [key(one), one])).values()].sort((left, right) => byText(key(left), key(right)));
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort(byText);
}
