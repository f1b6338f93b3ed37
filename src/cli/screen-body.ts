import type { ScreenQuery } from "../model/index.js";
import { UsageError } from "./exit.js";
import { columnsOf, queryFromFields, type ScreenColumn } from "./screen-columns.js";

/** The queries of a JSON list, or of a body of yente's `/match`: `{"queries": {"q1": {"schema": "Company", "properties": {"name": ["…"]}}}}`. */
export function queriesOfBody(body: unknown, path: string): [key: string, query: ScreenQuery | string][] {
  const queries = isObject(body) ? body.queries : undefined;
  if (Array.isArray(body)) return body.map((value, index) => [`item-${index + 1}`, queryFromValue(value)]);
  if (isObject(queries)) return Object.entries(queries).map(([key, value]) => [key, queryFromValue(value)]);
  throw new UsageError(
    `${path}: it is neither JSON Lines nor a request. Expected {"queries": {"q1": {"schema": "Company", "properties": {"name": ["…"]}}}}.`,
  );
}

/** A query from a JSON value: FollowTheMoney with schema and properties, or flat fields such as name and country; a text is why it is none. */
export function queryFromValue(value: unknown): ScreenQuery | string {
  if (typeof value === "string" && value.trim()) return { schema: "LegalEntity", properties: { name: [value.trim()] } };
  if (!isObject(value)) return 'it is no JSON object. Expected one such as {"name": "…", "country": "…"}';
  if (!isObject(value.properties)) return flatQuery(value);
  const properties = Object.entries(value.properties).flatMap(([key, values]): [string, string[]][] => {
    const texts = [values].flat().flatMap((one) => (typeof one === "string" || typeof one === "number" ? [String(one)] : []));
    return texts.length > 0 ? [[key, texts]] : [];
  });
  return {
    ...(typeof value.id === "string" && value.id ? { id: value.id } : {}),
    schema: typeof value.schema === "string" ? value.schema : "LegalEntity",
    properties: Object.fromEntries(properties),
  };
}

function flatQuery(value: Record<string, unknown>): ScreenQuery | string {
  const keys = Object.keys(value);
  const fields = Object.entries(columnsOf(keys)).map(([column, index]) => [column as ScreenColumn, value[keys[index] ?? ""]]);
  const { id, ...rest } = Object.fromEntries(fields) as Record<string, unknown>;
  return queryFromFields(rest, typeof id === "string" || typeof id === "number" ? String(id) : undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
