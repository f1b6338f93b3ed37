import type { ScreenResponse, ScreenResult } from "../../model/index.js";
import { csvLine } from "../csv-line.js";
import { explanationWords, queryName, type Screened, stateWords } from "./words.js";

const columns = [
  "key",
  "query_name",
  "status",
  "rank",
  "score",
  "party",
  "party_name",
  "party_kind",
  "party_country",
  "lists",
  "provider",
  "matched_name",
  "name_score",
  "explanation",
  "not_compared",
  "bearers",
  "match_id",
  "decision",
  "by",
  "why",
  "remarks",
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number>>;

/**
 * A table for spreadsheets, one result a row; a name without a result is a row too. The columns decision, by and why can be filled in and
 * the file given to `beholden screen decide`.
 */
export function* screenCsv(screened: Screened): Generator<string> {
  yield csvLine([...columns]);
  for (const [key, response] of screened.responses) {
    for (const row of rowsOf(key, response)) yield csvLine(columns.map((column) => row[column] ?? ""));
  }
}

function rowsOf(key: string, response: ScreenResponse): Row[] {
  const { query, results, error, cut, remarks, dismissed } = response;
  const notes = [...remarks, ...(cut ? [`left out: ${cut}`] : []), ...(dismissed > 0 ? [`${dismissed} decided to be somebody else`] : [])];
  const common = { key, query_name: queryName(query), remarks: [...notes, ...(error ? [error] : [])].join("; ") };
  if (results.length === 0) return [{ ...common, status: error ? "not screened" : "no result" }];
  return results.map((result, index) => ({ ...common, rank: index + 1, ...resultCells(result) }));
}

function resultCells(result: ScreenResult): Row {
  const { score, id, caption, kind, properties, datasets, provider, matched, explanations, missing, bearers, matchId, decision } = result;
  const reopened = decision ? decision.reopened.length > 0 : false;
  return {
    status: stateWords(result),
    score,
    party: id,
    party_name: caption,
    party_kind: kind,
    party_country: [...new Set([...(properties.country ?? []), ...(properties.nationality ?? [])])].join(" "),
    lists: datasets.filter((list) => list !== "reference").join(" "),
    provider: provider ?? "",
    matched_name: matched.listed,
    name_score: explanations.name_match?.score ?? "",
    explanation: Object.entries(explanations)
      .map(([name, { score: effect, detail }]) => `${explanationWords(name)} ${effect}: ${detail}`)
      .join(" | "),
    not_compared: missing.join(" "),
    bearers,
    match_id: matchId,
    decision: decision && !reopened ? decision.decision : "",
    by: decision && !reopened ? decision.by : "",
    why: decision && !reopened ? decision.why : "",
  };
}
