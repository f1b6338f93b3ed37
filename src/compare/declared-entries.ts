import { holdsOn, type RecordedDeclaration, type Review } from "../model/index.js";
import type { Entry, Recorded } from "./entries.js";

/** What `beholden.yaml` declared, as entries; undefined where the review is of a version that recorded it not. */
export function recordedDeclaration(review: Review): Recorded | undefined {
  if (review.declared === undefined) return undefined;
  return { entries: review.declared ? entriesOf(review.declared, review.asOf) : [], scopes: new Set(["declaration"]) };
}

function entriesOf(declared: RecordedDeclaration, asOf: string): Entry[] {
  const { subject, systems, holdings, measures, deals = [], contracts = [], egress = [], accepted } = declared;
  return [
    entry("subject", "declared", subject.name, subject, "subject"),
    ...systems.map((one) => entry("system", one.id, one.name, one, `system:${one.id}`)),
    ...holdings.map((one) => entry("holding", one.id, one.name, one, `holding:${one.id}`)),
    ...deals.map((one) => entry("deal", one.id, one.name ?? one.id, one, `deal:${one.id}`)),
    ...contracts.map((one) => entry("contract", one.id, one.name ?? one.id, one, `contract:${one.id}`)),
    ...egress.map((one) => entry("egress", one.provider ?? "", one.provider ?? "of all providers", one, `egress:${one.provider ?? ""}`)),
    ...measures.map((one) => ({
      ...entry("measure", [one.id, ...one.appliesTo].join(" "), measureText(one), one, `measure:${one.id}`),
      from: one.from ?? null,
      until: one.until ?? null,
      held: holdsOn(one, asOf),
    })),
    ...accepted.map((one) => ({
      ...entry("acceptance", one.finding, `acceptance of finding ${one.finding} by ${one.by}`, one, `finding:${one.finding}`),
      until: one.until,
      held: holdsOn({ until: one.until }, asOf),
    })),
  ];
}

function measureText({ id, appliesTo }: RecordedDeclaration["measures"][number]): string {
  return `measure ${id}${appliesTo.length > 0 ? ` for ${appliesTo.join(", ")}` : ""}`;
}

function entry(kind: string, key: string, name: string, value: object, about: string): Entry {
  const fields = Object.fromEntries(Object.entries(value).flatMap(([field, one]) => (isSaid(one) ? [[field, textOf(one)]] : [])));
  return {
    kind,
    key,
    scope: "declaration",
    identity: JSON.stringify([kind, fields]),
    shown: Object.entries(fields)
      .map(([field, text]) => `${field} ${text}`)
      .join("; "),
    fields,
    what: kind === "measure" || kind === "acceptance" ? name : `${kind} ${name}`,
    held: true,
    from: null,
    until: null,
    about: [about],
    sources: [],
  };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (value !== null && typeof value === "object") return Object.values(value).map(textOf).join(" ");
  return String(value);
}
