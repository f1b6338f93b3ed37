import type { Dossier, DossierChange, DossierOperator, DossierQuestion, DossierReach, DossierStatement } from "../../model/index.js";
import { actionWords, changeWords, reachWords, roleWords, statusWords } from "./words.js";

/** One line of the first page: a sentence, and what it stands on where that is a statement. */
export interface PageItem {
  text: string;
  statement?: Pick<DossierStatement, "date" | "confidence" | "evidence" | "saidBy"> | undefined;
}

/** A part of the first page: what has room on it, and how many more there are. */
export interface PagePart {
  title: string;
  /** Short items that stand in one paragraph; else each stands by itself. */
  together: boolean;
  items: PageItem[];
  more: number;
}

/** How many entries of each part stand on the page, by how little room there is. */
const rooms = [
  { companies: 4, laws: 4, sites: 3, listings: 3, actions: 3, market: 6, partners: 4, disclosures: 1, changes: 9 },
  { companies: 3, laws: 4, sites: 2, listings: 2, actions: 3, market: 6, partners: 4, disclosures: 1, changes: 9 },
  { companies: 2, laws: 3, sites: 2, listings: 2, actions: 2, market: 4, partners: 3, disclosures: 1, changes: 9 },
  { companies: 2, laws: 2, sites: 1, listings: 1, actions: 1, market: 3, partners: 2, disclosures: 0, changes: 9 },
  { companies: 1, laws: 1, sites: 1, listings: 1, actions: 1, market: 2, partners: 1, disclosures: 0, changes: 6 },
] as const;

/** How often the page can be made shorter. */
export const tightest = rooms.length - 1;

/** The dossier on one page: of each part what weighs most, in the order in which a reviewer reads it; the tighter, the less of each. */
export function onePage(dossier: Dossier, tightness = 0): PagePart[] {
  const room = rooms[Math.min(tightness, tightest)] ?? rooms[0];
  const { operators, reaches, instruments, regions, usSites, listings, priorActions, market, relations, disclosures, powers, changes } =
    dossier;
  const [first] = dossier.ownership;
  const american = relations.filter(({ country }) => country === "US");
  const [power] = powers.filter(({ adversaries }) => adversaries.length > 0);
  const parts = [
    part("Companies", true, operators, room.companies, (one) => ({
      text: `${roleWords[one.role]}: ${one.name} (${placeOf(one)})`,
      statement: one.statement,
    })),
    part(
      "Reach",
      true,
      reaches.filter(({ party }) => party === first?.party),
      4,
      reachItem,
    ),
    lawsPart(instruments, room.laws),
    wherePart(regions, usSites, room.sites),
    part("Listings", false, ownFirst(listings, operators), room.listings, ({ name, listName, inForce, statement }) => ({
      text: `${name}: ${listName}${inForce ? "" : ", ended"}`,
      statement,
    })),
    part("Before", false, [...priorActions].reverse(), room.actions, ({ kind, authority, statement }) => ({
      text: `${actionWords[kind]}${authority ? `, ${authority}` : ""}: ${firstSentence(statement.text)}`,
      statement,
    })),
    part("Market", true, market, room.market, ({ statement }) => ({ text: statement.text, statement })),
    part("Partners", true, american, room.partners, ({ party, kind, statement }) => ({ text: `${party} (${kind})`, statement })),
    part("Discloses", false, disclosures, room.disclosures, (statement) => ({
      text: statement.text,
      statement: { ...statement, saidBy: null },
    })),
    part("Office", false, power ? [power] : [], 1, ({ office, citation, adversaries, statement }) => ({
      text: `${office}; ${citation}; adversaries: ${adversaries.map(({ name }) => name).join(", ")}`,
      statement,
    })),
    part("Questions", false, dossier.questions, dossier.questions.length, questionItem),
    ...(changes ? [part("Since", false, weightiest(changes.changes), room.changes, changeItem)] : []),
  ];
  return parts.filter(({ items }) => items.length > 0);
}

function part<Entry>(
  title: string,
  together: boolean,
  entries: readonly Entry[],
  most: number,
  item: (entry: Entry) => PageItem,
): PagePart {
  return { title, together, items: entries.slice(0, most).map(item), more: Math.max(0, entries.length - most) };
}

/** `KY, seat in CN`. */
function placeOf({ jurisdiction, principalPlace }: DossierOperator): string {
  if (!jurisdiction) return principalPlace ? `seat in ${principalPlace}` : "place not on file";
  return principalPlace && principalPlace !== jurisdiction ? `${jurisdiction}, seat in ${principalPlace}` : jurisdiction;
}

function reachItem(reach: DossierReach): PageItem {
  const evidence = reach.path.steps.flatMap((step) => step.evidence);
  return { text: reachWords(reach), statement: { date: null, saidBy: null, confidence: reach.path.confidence, evidence } };
}

function changeItem({ kind, on, text, confidence, evidence }: DossierChange): PageItem {
  return { text: `${changeWords[kind]}: ${firstSentence(text)}`, statement: { date: on, saidBy: null, confidence, evidence } };
}

/** Laws of a named adversary by their names only; where there is none, those that are context. */
function lawsPart(instruments: Dossier["instruments"], most: number): PagePart {
  const adverse = instruments.filter(({ standing, effects }) => standing === "adversary" && effects.length > 0);
  const shown = adverse.length > 0 ? adverse : instruments.filter(({ standing }) => standing === "context");
  return part(adverse.length > 0 ? "Laws" : "Laws (context)", true, shown, most, ({ name, statement }) => ({ text: name, statement }));
}

function wherePart(regions: Dossier["regions"], sites: Dossier["usSites"], most: number): PagePart {
  const countries = [...new Set(regions.map(({ country }) => country ?? "?"))];
  // One site of each region; the others stand in full.
  const perRegion = sites.filter(({ region }, at) => sites.findIndex((one) => one.region === region) === at).slice(0, most);
  const shown = perRegion.map(({ statement }): PageItem => ({ text: firstClause(statement.text), statement }));
  const counted: PageItem[] =
    regions.length > 0
      ? [
          {
            text: `${regions.length} region${regions.length === 1 ? "" : "s"} on file in ${countries.slice(0, 16).join(" ")}${countries.length > 16 ? " …" : ""}`,
          },
        ]
      : [];
  return { title: "Where", together: true, items: [...counted, ...shown], more: sites.length - shown.length };
}

function firstClause(text: string): string {
  return text.split(";")[0] ?? text;
}

function questionItem({ question, status, answer, ask }: DossierQuestion): PageItem {
  const short = firstSentence(answer).replace(/\.$/, "");
  const asked = status === "answered" ? undefined : ask[0];
  return { text: `${question} ${statusWords[status]}: ${short}.${asked ? ` Ask ${asked.of} for ${asked.what}.` : ""}` };
}

/** Listings of the companies themselves before those of others around them, the latest first. */
function ownFirst(listings: Dossier["listings"], operators: Dossier["operators"]): Dossier["listings"] {
  const own = new Set(operators.map(({ party }) => party));
  return [...listings].reverse().sort((left, right) => Number(own.has(right.party)) - Number(own.has(left.party)));
}

const weight = ["listing", "power", "law", "action", "region", "verdict", "ownership", "relation", "market"];

/** The latest change of each kind, weightiest kinds first, then the next of each. */
function weightiest(changes: readonly DossierChange[]): DossierChange[] {
  const turn = new Map<string, number>();
  return [...changes]
    .reverse()
    .map((change) => {
      const rank = turn.get(change.kind) ?? 0;
      turn.set(change.kind, rank + 1);
      return { change, rank };
    })
    .sort((left, right) => left.rank - right.rank || weight.indexOf(left.change.kind) - weight.indexOf(right.change.kind))
    .map(({ change }) => change);
}

/** Up to the first full stop that ends a sentence. */
export function firstSentence(text: string): string {
  const [end] = /^.*?[a-z0-9)]{2}\.(?= [A-Z][a-z])/.exec(text) ?? [];
  return end ? end.slice(0, -1) : text;
}
