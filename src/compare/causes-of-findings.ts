import type { Change, Review } from "../model/index.js";
import { type CauseSearch, type Found, unique } from "./cause-search.js";
import { partiesOn } from "./causes-of-reaches.js";
import { holdingsOf, namesParty } from "./causes-of-uses.js";

type Findings = Review["findings"];

/** What a finding's own words depend on besides its citation and its status. */
const groundFields = ["outcome", "certainty", "confidence", "governments", "explanation", "to settle"];

/** A finding needs its transaction, its rule in force, a government of concern, its reaches, its counterparty's standing and the data. */
export function causesOfFinding({ key, change, fields }: Found, search: CauseSearch): Change[] {
  const { changes } = search;
  const findings = search.bothSides((side) => side.finding(key));
  const [finding] = findings;
  if (!finding) return [];
  const { pack, rule, transaction } = finding;
  const law = lawBehind(pack, `rule:${pack}/${rule}`, search);
  const governments = unique(findings.flatMap((one) => one.governments));
  const concerns = changes.about(...governments.map((code) => `concern:${pack}:${code}`));
  if (change !== "changed") {
    const use = search.transactionsNamed(transaction).length < 2 ? search.ofId(`transaction:${transaction}`) : [];
    const barred = [...law, ...(concerns.length === governments.length ? concerns : [])].filter((one) => one.change !== "changed");
    if (use.length > 0 || barred.length > 0) return [...use, ...barred];
    return orPackText([...law, ...concerns, ...groundsOf(findings, search)], pack, search);
  }
  const changed = new Set(fields.map((one) => one.name));
  const all = [
    ...(changed.has("status") ? changes.about(`finding:${key}`) : []),
    ...(changed.has("citation") || changed.has("measures") ? law : []),
    ...(groundFields.some((one) => changed.has(one)) ? [...law, ...concerns, ...groundsOf(findings, search)] : []),
  ];
  return orPackText(all, pack, search);
}

function lawBehind(pack: string, part: string, { changes }: CauseSearch): Change[] {
  return changes.about(part, `pack:${pack}`).filter((one) => one.kind !== "pack-text");
}

/** A pack says more than what a review records of it: where nothing else explains it, its text does. */
function orPackText(causes: Change[], pack: string, { changes }: CauseSearch): Change[] {
  return causes.length > 0 ? causes : changes.about(`pack:${pack}`);
}

/** What findings stand on besides their rule: reaches, the counterparty's standing, the data, the use itself. */
function groundsOf(findings: Findings, search: CauseSearch): Change[] {
  const transactions = unique(findings.flatMap((one) => search.transactionsNamed(one.transaction)));
  const packs = unique(findings.map((one) => one.pack));
  return [
    ...findings.flatMap((one) => one.reaches.flatMap((id) => search.ofId(`reach:${id}`))),
    ...transactions.flatMap((one) => search.ofId(`transaction:${one.id}`)),
    ...packs.flatMap((pack) => transactions.flatMap((one) => standingOf([one.operator, ...one.technology], pack, search))),
    ...search.changes.about(
      ...holdingsOf(transactions),
      ...transactions.flatMap((one) => (one.deal ? [`deal:${one.deal}`] : [])),
      ...packs.map((pack) => `bulk:${pack}`),
      "subject",
    ),
  ];
}

function standingOf(parties: string[], pack: string, search: CauseSearch): Change[] {
  return parties.flatMap((id) => [...search.ofId(`counterparty:${id} ${pack}`), ...listingsUnder(pack, new Set([id]), search)]);
}

function listingsUnder(pack: string, parties: ReadonlySet<string>, search: CauseSearch): Change[] {
  const lists = new Set(search.lawsOf(pack).flatMap((law) => law.lists.map((id) => `list:${id}`)));
  return search.changes.about(...[...parties].map((id) => `listings:${id}`)).filter((one) => one.about.some((tag) => lists.has(tag)));
}

/** How a pack sees a counterparty: by everybody above it, by the lists and the governments that the pack names. */
export function causesOfCounterparty({ key }: Found, search: CauseSearch): Change[] {
  const [party = "", pack = ""] = key.split(" ");
  const { changes } = search;
  const seen = search.bothSides(({ review }) => review.counterparties.find((one) => one.party === party && one.pack === pack));
  if (seen.length < 2) {
    return [
      ...search.ofKind("transaction", (id) => search.transactionsNamed(id).some((one) => namesParty(one, party))),
      ...changes.about(`pack:${pack}`).filter((one) => one.kind === "pack"),
    ];
  }
  const above = search.ownersAbove(party);
  const governments = search.lawsOf(pack).flatMap((law) => law.governments.map((one) => one.code));
  const all = [
    ...changes.about(...[...above].flatMap((id) => [`owners:${id}`, `party:${id}`]), `periods:${pack}`),
    ...changes.about(...governments.map((code) => `concern:${pack}:${code}`)),
    ...listingsUnder(pack, above, search),
  ];
  return orPackText(all, pack, search);
}

/** A determination is drawn from the findings that weigh, from the reaches that remain and from the measures. */
export function causesOfDetermination({ key }: Found, search: CauseSearch): Change[] {
  if (key === "case") return search.ofKind("determination", (one) => one !== "case");
  const decides = (id: string) =>
    weighs(search.found(`finding:${id}`)) &&
    search.bothSides((side) => side.finding(id)).some((one) => one.transaction === key && one.outcome !== "note");
  const remains = (id: string) =>
    search.changedFields(`reach:${id}`).has("residual") && search.reachesNamed(id).some((one) => one.transaction === key);
  const measures = search
    .bothSides(({ review }) => review.determinations.find((one) => one.transaction === key))
    .flatMap((one) => one.measures);
  return [
    ...search.ofId(`transaction:${key}`),
    ...search.ofKind("finding", decides),
    ...search.ofKind("reach", remains),
    ...search.changes.about(...measures.map((one) => `measure:${one}`)),
  ];
}

/** Whether a difference of a finding can move a determination: how it is cited or explained does not. */
function weighs(found: Found | undefined): boolean {
  return found?.change !== "changed" || found.fields.some((one) => ["outcome", "certainty", "measures", "governments"].includes(one.name));
}

/** What a law makes the subject do, or weighs, for the transaction that the key names after the pack and the part of it. */
export function causesOfPackPart({ key, kind, change, fields }: Found, search: CauseSearch): Change[] {
  const [part = "", id = ""] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
  const [pack = ""] = part.split("/");
  const law = lawBehind(pack, `${kind}:${part}`, search);
  const use = search.transactionsNamed(id).length < 2 ? search.ofId(`transaction:${id}`) : [];
  const barred = law.filter((one) => one.change !== "changed");
  if (change !== "changed" && (use.length > 0 || barred.length > 0)) return [...use, ...barred];
  const findings = search.bothSides(({ review }) => review.findings.filter((one) => one.pack === pack && one.transaction === id)).flat();
  const own = findings.flatMap((one) => search.ofId(`finding:${one.id}`));
  // A clock runs on by itself.
  const clock = change === "changed" && fields.some((one) => one.name === "due") ? search.changes.about("date") : [];
  return orPackText([...law, ...clock, ...own, ...groundsOf(findings, search), ...backgroundOf(id, search)], pack, search);
}

/** What is on file behind a transaction besides what its reaches rest on: ties, listings of any list, what laws there are. */
function backgroundOf(id: string, search: CauseSearch): Change[] {
  const transactions = search.transactionsNamed(id);
  const reaches = search.bothSides(({ review }) => review.reaches.filter((one) => one.transaction === id)).flat();
  const parties = new Set([
    ...transactions.flatMap((one) => [one.operator, one.owner ?? one.operator, ...one.technology]),
    ...reaches.flatMap((one) => [...partiesOn(one)]),
  ]);
  return search.changes.about(
    ...[...parties].flatMap((id) => [`statements:${id}`, `listings:${id}`, `owners:${id}`, `party:${id}`]),
    ...transactions.map((one) => `statements:${one.provider}`),
    ...reaches.map((one) => `power:${one.government}:${one.effect}`),
  );
}
