import type { ScreenExplanation, ScreenResult } from "../../src/model/index.js";

/** Fields as people call them, by what the screening calls them, where that says less. */
const fieldWords: Record<string, string> = {
  lei: "LEI",
  lei_code: "LEI",
  identifier: "Registration number",
  registrationNumber: "Registration number",
  birthDate: "Date of birth",
  birth_date: "Date of birth",
};

/** `Country` of `country_match`. */
export function fieldTitle(field: string): string {
  const plain = field.replace(/_(?:match|mismatch|near)$/, "");
  return fieldWords[plain] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1).replaceAll("_", " ")}`;
}

/** Field by field, the subject beside the record: what agrees and what differs, then what is missing. */
export function fieldRows(
  match: Pick<ScreenResult, "explanations" | "missing" | "properties">,
  query: Record<string, string[]>,
): string[][] {
  const compared = Object.entries(match.explanations).map(([field, part]) => [
    fieldTitle(field),
    part.query ?? "",
    part.candidate ?? "",
    [howItStands(field, part), part.detail].filter(Boolean).join(": "),
  ]);
  const missing = match.missing.map((field) => [
    fieldTitle(field),
    query[field]?.join("; ") ?? "",
    match.properties[field]?.join("; ") ?? "",
    "missing on one side or both",
  ]);
  return [...compared, ...missing];
}

/** By what was found, not by what it counts: what agrees beside a name that is the same already adds nothing. */
function howItStands(field: string, { score }: ScreenExplanation): string {
  if (field === "name_match") return score === 1 ? "agrees" : `alike by ${score.toFixed(2)}`;
  if (field.endsWith("_mismatch")) return "differs";
  return field.endsWith("_match") ? "agrees" : "near, and counts nothing";
}
