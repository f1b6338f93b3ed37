import type { ScreenAnswer, ScreenedFile, ScreenField, ScreenQuery, ScreenResponse, ScreenResult, ScreenRun } from "../../model/index.js";
import { counted, grouped } from "../words.js";
import { movedEditions, movedEditionWords } from "./edition-words.js";

/** A screening with its responses in the order of the file; the rest is as in the answer. */
export interface Screened extends Omit<ScreenAnswer, "responses" | "file"> {
  responses: ReadonlyMap<string, ScreenResponse>;
  file: ScreenedFile;
}

export const fieldWords = {
  lei: "LEI",
  registrationNumber: "register number",
  birthDate: "birth date",
  nationality: "nationality",
  country: "country",
  address: "address",
} satisfies Record<ScreenField, string>;

/** `name_match` and the others as people say it. */
export function explanationWords(name: string): string {
  if (name === "name_match") return "name";
  return name.replace(/_(match|mismatch|near)$/, "").replaceAll("_", " ");
}

/** The name that a query is known by: its first one, or an identifier. */
export function queryName({ properties }: ScreenQuery): string {
  const { name, firstName, lastName, leiCode, registrationNumber } = properties;
  return name?.[0] ?? ([firstName?.[0], lastName?.[0]].filter(Boolean).join(" ") || (leiCode?.[0] ?? registrationNumber?.[0] ?? "no name"));
}

/** What else a query says, in short: `cn, born 1971`. */
export function queryFacts({ schema, properties }: ScreenQuery): string {
  const { birthDate = [], leiCode = [], registrationNumber = [] } = properties;
  const places = ["country", "jurisdiction", "nationality"].flatMap((key) => properties[key] ?? []);
  const kind = schema === "LegalEntity" || schema === "Thing" ? [] : [schema.toLowerCase()];
  return [...kind, ...places, ...birthDate.map((date) => `born ${date}`), ...leiCode, ...registrationNumber].join(", ");
}

/** A number with its sign: +0.05, −0.30; a likeness without. */
export function scoreWords(score: number): string {
  return score.toFixed(2);
}

export function effectWords(effect: number): string {
  return `${effect < 0 ? "−" : "+"}${Math.abs(effect).toFixed(2)}`;
}

/** What a party is and where: `entity, CN`. */
export function partyWords({ id, kind, properties }: ScreenResult): string {
  const places = [...new Set([...(properties.jurisdiction ?? []), ...(properties.country ?? []), ...(properties.nationality ?? [])])];
  return [id, kind, ...places.map((code) => code.toUpperCase())].join(", ");
}

/** The lists that a party is on, or that it is on none. */
export function listingWords({ listings, otherListings, provider }: ScreenResult, asOf: string): string {
  const lists = new Map(listings.map(({ list, from }) => [list, from]));
  const on = [...lists].map(([list, from]) => `${list} (since ${from})`);
  const other = otherListings > 0 ? `${counted(otherListings, "listing")} not in force on ${asOf}` : "";
  return [on.length > 0 ? `on ${on.join(", ")}` : "on no list", other, provider ? `provider ${provider}` : ""].filter(Boolean).join("; ");
}

/** Whether a result is told of: a match, or, where they were asked for, one that was decided to be somebody else. */
export function isTold(result: ScreenResult): boolean {
  return result.match || isApart(result);
}

function isApart({ decision }: ScreenResult): boolean {
  return decision?.decision === "different" && decision.reopened.length === 0;
}

/** What was decided before, on which editions, and whether it still holds. */
export function decisionWords({ decision }: ScreenResult, run: ScreenRun): string | undefined {
  if (!decision) return undefined;
  const moved = movedEditions(decision, run)?.map((one) => movedEditionWords(one)) ?? [];
  const since = moved.length > 0 ? `; ${moved.join("; ")}` : "";
  const made = `${decision.decision} (${decision.by}, ${decision.on.slice(0, 10)}${since}): ${decision.why}`;
  return decision.reopened.length > 0 ? `open again, because ${decision.reopened.join(" and ")} changed; before: ${made}` : made;
}

/** The state of a match in one word. */
export function stateWords(result: ScreenResult): string {
  const { match, decision } = result;
  if (isApart(result)) return "somebody else";
  if (!match) return "below the threshold";
  if (!decision) return "open";
  if (decision.reopened.length > 0) return "open again";
  return decision.decision === "same" ? "confirmed" : "unsure";
}

/** The answer in sentences. */
export function answerSentences({ responses, run, asOf }: Screened): string[] {
  const withMatch = [...responses.values()].filter(({ results }) => results.some(({ match }) => match));
  const listed = withMatch.filter(({ results }) => results.some(({ match, target }) => match && target)).length;
  const { confirmed, unsure, dismissed, reopened, open } = run.matches;
  return [
    `${counted(run.queries, "name")} screened: ${grouped(withMatch.length)} with a match, ${grouped(listed)} of them with a party that is on a list on ${asOf}.`,
    `Matches: ${grouped(open + reopened)} open${reopened > 0 ? ` (${grouped(reopened)} of them again, because what was compared has changed)` : ""}, ${grouped(confirmed)} confirmed, ${grouped(unsure)} unsure; ${grouped(dismissed)} decided to be somebody else.`,
    ...(run.cuts > 0 ? [`For ${counted(run.cuts, "name")} not every candidate was compared: see there what was left out.`] : []),
    ...(run.unscreened > 0 ? [`${counted(run.unscreened, "query", "queries")} could not be screened.`] : []),
  ];
}

/** What was searched and how, line by line. */
export function methodLines({ run, limit, asOf }: Screened): [label: string, text: string][] {
  const imports = run.imports.map(
    ({ id, edition, importedOn, sha256 }) =>
      `${id}: ${edition ? `edition ${edition}` : "no date of its own"}, imported ${importedOn}, SHA-256 ${sha256}`,
  );
  return [
    [
      "Threshold",
      `${run.thresholds.entity}${run.thresholds.individual === run.thresholds.entity ? "" : `, for persons ${run.thresholds.individual}`}; results below ${run.cutoff} are not kept, and at most ${limit} for a name are shown`,
    ],
    [
      "Searched",
      `${grouped(run.indexed.names)} names of ${grouped(run.indexed.parties)} parties${run.imports.length > 0 ? ", and the imported registers by key" : ""}`,
    ],
    ["Compared", `${grouped(run.scored)} names; cuts: ${run.cuts === 0 ? "none" : grouped(run.cuts)}`],
    ["Reference", `edition ${run.reference.edition}, SHA-256 ${run.reference.sha256}`],
    ["Imports", imports.length > 0 ? imports.join("; ") : "none: official lists are searched as far as the built-in reference holds them"],
    [`Lists on ${asOf}`, run.lists.map(({ id, parties }) => `${id} (${grouped(parties)})`).join(", ") || "none"],
  ];
}

/** What of a file was not read. */
export function fileRemarks({ name, faults, moreFaults, columnsNotRead }: ScreenedFile): string[] {
  return [
    ...faults.map(({ line, message }) => `${name}, line ${line}: ${message}`),
    ...(moreFaults > 0 ? [`${counted(moreFaults, "further line")} could not be read`] : []),
    ...(columnsNotRead.length > 0 ? [`columns not compared: ${columnsNotRead.join(", ")}`] : []),
  ];
}
