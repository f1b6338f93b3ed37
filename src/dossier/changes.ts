import {
  byText,
  type Day,
  type Dossier,
  type DossierChange,
  type Evidence,
  firstDayOf,
  lastDayOf,
  type PartialDate,
  type Reference,
  type TracedLink,
} from "../model/index.js";
import { sourcesAsEvidence } from "../trace/index.js";

type Composed = Omit<Dossier, "changes">;

/**
 * What is otherwise in a dossier than in that of an earlier day: what began and ended between the two, and what is on file differently.
 * Whatever bears no date and is on file for the later day only is told apart: whether it is new is not known.
 */
export function changesBetween(before: Composed, now: Composed, reference: Reference): NonNullable<Dossier["changes"]> {
  const since = before.asOf;
  const changes = [
    ...listingChanges(before, now),
    ...verdictChanges(before, now),
    ...lawChanges(before, now, reference),
    ...newStatements(
      "action",
      before.priorActions,
      now.priorActions,
      since,
      ({ authority, name }) => `${authority ?? "On file"}, on ${name}: `,
    ),
    ...ownershipChanges(before, now),
    ...regionChanges(now, since, reference),
    ...newStatements("market", before.market, now.market, since, ({ statement }) => `${statement.saidBy ?? ""}: `),
    ...newStatements("relation", before.relations, now.relations, since, () => ""),
  ];
  const unsure = ownershipUnsure(before, now);
  const regionsBefore = new Set(before.regions.map(({ id }) => id));
  const undated = now.regions.filter(({ id, statement }) => !regionsBefore.has(id) && statement.date === null);
  return {
    since,
    changes: changes.sort(
      (left, right) => byText(dayOf(left), dayOf(right)) || byText(left.kind, right.kind) || byText(left.text, right.text),
    ),
    notKnown: [
      ...(undated.length > 0
        ? [
            `Whether these regions are new, because they bear no first day and no source vouches for them by ${since}: ${undated.map(({ name }) => name).join(", ")}.`,
          ]
        : []),
      ...(unsure.length > 0
        ? [`Whether these stakes are new, because what is on file speaks of later days only: ${unsure.join("; ")}.`]
        : []),
    ],
  };
}

/** Whether a date is, or may be, after a day. */
function isAfter(date: PartialDate | null, day: Day): boolean {
  return date !== null && lastDayOf(date) > day;
}

function dayOf({ on }: DossierChange): string {
  return on ? firstDayOf(on) : "9999";
}

function listingChanges(before: Composed, now: Composed): DossierChange[] {
  const key = ({ party, list, statement }: Dossier["listings"][number]) => `${party} ${list} ${statement.date}`;
  const known = new Map(before.listings.map((one) => [key(one), one]));
  return now.listings.flatMap((one) => {
    // A listing of a company that came into the family later may be older than the earlier day.
    const { statement, name, listName, citation } = one;
    const then = known.get(key(one));
    const about = { kind: "listing" as const, confidence: statement.confidence, evidence: statement.evidence };
    return [
      ...(then || !isAfter(statement.date, before.asOf)
        ? []
        : [{ ...about, on: statement.date, text: `${name} was put on: ${listName} (${citation})` }]),
      ...(statement.until && !then?.statement.until
        ? [{ ...about, on: statement.until, text: `${name} was on until that day: ${listName}` }]
        : []),
    ];
  });
}

/** Verdicts that are otherwise; a rule that was not in force on the earlier day is a change of law, told with what it says. */
function verdictChanges(before: Composed, now: Composed): DossierChange[] {
  const words = { yes: "covered", no: "not covered", "cannot-be-excluded": "cannot be excluded" } as const;
  return now.ownership.flatMap(({ party, parties, regimes }) => {
    const asked = before.ownership.find((one) => one.party === party);
    if (!asked) return [];
    const then = new Map(asked.regimes.map((one) => [one.id, one]));
    const name = parties.find(({ id }) => id === party)?.name ?? party;
    return regimes.flatMap((regime): DossierChange[] => {
      const earlier = then.get(regime.id);
      if (earlier?.verdict === regime.verdict) return [];
      if (!earlier && regime.verdict === "no") return [];
      const was = earlier ? `was ${words[earlier.verdict]}` : "was not in force";
      const text = `${name} under ${regime.id}: ${was}, now ${words[regime.verdict]}. ${regime.because}`;
      return [{ kind: "verdict", on: null, text, confidence: "medium", evidence: [] }];
    });
  });
}

function lawChanges(before: Composed, now: Composed, reference: Reference): DossierChange[] {
  const within = (date: PartialDate | undefined) => date !== undefined && firstDayOf(date) > before.asOf && lastDayOf(date) <= now.asOf;
  const powers = (reference.catalogue.powers ?? [])
    .filter(({ from }) => within(from))
    .map(({ office, change, statement, citation, from, sources }) =>
      law("power", from, `${citation}: ${change ?? statement}. Office: ${office}`, sourcesAsEvidence(sources, reference)),
    );
  const governments = new Set(now.instruments.map(({ government }) => government));
  const shown = new Map(now.instruments.map((one) => [one.id, one]));
  const instruments = reference.catalogue.instruments
    .filter(({ government, id }) => governments.has(government) && shown.has(id))
    .flatMap(({ name, from, amended = [], compels, sources }) => [
      ...(within(from) && from ? [law("law", from, `${name} came into force: ${compels}`, sourcesAsEvidence(sources, reference))] : []),
      ...amended
        .filter(({ on, inForce }) => within(inForce ?? on))
        .map(({ on, inForce, what }) =>
          law("law", on, `${name}: ${what}${inForce ? `; in force ${inForce}` : ""}`, sourcesAsEvidence(sources, reference)),
        ),
    ]);
  return [...powers, ...instruments];
}

function law(kind: "power" | "law", on: PartialDate, text: string, evidence: Evidence[]): DossierChange {
  return { kind, on, text, confidence: "high", evidence };
}

function newStatements<Item extends { statement: Dossier["disclosures"][number] }>(
  kind: DossierChange["kind"],
  before: readonly Item[],
  now: readonly Item[],
  since: Day,
  lead: (item: Item) => string,
): DossierChange[] {
  const known = new Set(before.map(({ statement }) => statement.text));
  return now
    .filter(({ statement }) => !known.has(statement.text) && isAfter(statement.date, since))
    .map((item) => ({
      kind,
      on: item.statement.date,
      text: `${lead(item)}${item.statement.text}`,
      confidence: item.statement.confidence,
      evidence: item.statement.evidence,
    }));
}

/** Stakes that are on file with another share, or that began or ended between the two days. */
function ownershipChanges(before: Composed, now: Composed): DossierChange[] {
  const [then, today] = [ownersIn(before), ownersIn(now)];
  const say = (link: TracedLink, text: string): DossierChange => ({
    kind: "ownership",
    on: link.from ?? link.asOf,
    text: `${linkName(link, now)}: ${text}`,
    confidence: link.confidence,
    evidence: link.evidence,
  });
  return [...today].flatMap(([id, link]) => {
    const earlier = then.get(id);
    if (!earlier) return link.from && firstDayOf(link.from) > before.asOf ? [say(link, `${share(link)}, since then`)] : [];
    return share(earlier) === share(link)
      ? []
      : [say(link, `was ${share(earlier)} as of ${earlier.asOf ?? "an open day"}, then ${share(link)}`)];
  });
}

/** Stakes of the later day of which nothing is on file by the earlier one, and which bear no first day. */
function ownershipUnsure(before: Composed, now: Composed): string[] {
  const then = ownersIn(before);
  return [...ownersIn(now)].flatMap(([id, link]) =>
    then.has(id) || link.from ? [] : [`${linkName(link, now)} (${share(link)}, as of ${link.asOf})`],
  );
}

function ownersIn(dossier: Composed): Map<string, TracedLink> {
  return new Map(dossier.ownership.flatMap(({ owners }) => owners.map((one) => [`${one.owner} ${one.owned} ${one.kind}`, one] as const)));
}

function linkName({ owner, owned, kind }: TracedLink, { ownership }: Composed): string {
  const nameOf = (id: string) => ownership.flatMap(({ parties }) => parties).find((one) => one.id === id)?.name ?? id;
  return `${nameOf(owner)} in ${nameOf(owned)}, ${kind.replaceAll("-", " ")}`;
}

function share({ shareMin, shareMax, stated }: TracedLink): string {
  if (!stated) return "share not stated";
  return shareMin === shareMax ? `${shareMin} %` : `${shareMin} to ${shareMax} %`;
}

function regionChanges(now: Composed, since: Day, reference: Reference): DossierChange[] {
  const provider = reference.provider(now.provider.id);
  const within = (date: PartialDate | undefined) => date !== undefined && lastDayOf(date) > since && lastDayOf(date) <= now.asOf;
  return (provider?.regions ?? []).flatMap(({ name, from, until, confidence, sources }) => {
    if (confidence === "low") return [];
    const about = { kind: "region" as const, confidence, evidence: sourcesAsEvidence(sources, reference) };
    return [
      ...(from && within(from) ? [{ ...about, on: from, text: `New region: ${name}` }] : []),
      ...(until && within(until) ? [{ ...about, on: until, text: `Region closed: ${name}` }] : []),
    ];
  });
}
