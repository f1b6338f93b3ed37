import type { PartialDate } from "../../../model/index.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { distinct } from "./list-identity.js";

/** One entity of FollowTheMoney: every property is a list of texts. */
export interface FtmEntity {
  id: string;
  schema: string;
  datasets: string[];
  properties: Record<string, unknown>;
}

const mostValues = 1000;

/** The values of a property, each once; empty where it is not given. */
export function valuesOf(entity: FtmEntity, property: string): string[] {
  const values = Object.hasOwn(entity.properties, property) ? entity.properties[property] : undefined;
  const list = Array.isArray(values) ? values : [values];
  return distinct(list.slice(0, mostValues).filter((value): value is string => typeof value === "string"));
}

/** Countries are two small letters, with parts of the United Kingdom and the like behind: `gb-sct`. */
export function countriesOf(entity: FtmEntity, ...properties: string[]): string[] {
  const codes = properties.flatMap((property) => valuesOf(entity, property)).map((value) => countryCode(value.slice(0, 2).toUpperCase()));
  return distinct(codes);
}

export function datesOf(entity: FtmEntity, property: string): PartialDate[] {
  return distinct(valuesOf(entity, property).map((value) => listDate(value)));
}

/** From the first beginning to the last end; the end alone where it lies before. */
export function timeOf(entity: FtmEntity, ...beginnings: string[]): { from?: PartialDate; until?: PartialDate } {
  const from = beginnings.flatMap((property) => datesOf(entity, property)).sort()[0];
  const until = datesOf(entity, "endDate").sort().at(-1);
  if (!until) return from ? { from } : {};
  return from && from.slice(0, until.length) <= until ? { from, until } : { until };
}

/** A parsed line as an entity; what is wrong with it where it is none. */
export function ftmEntity(value: unknown): FtmEntity | string {
  if (typeof value !== "object" || value === null) return "the line is no object. Expected an entity with id, schema and properties.";
  const { id, schema, properties, datasets } = value as Record<string, unknown>;
  if (typeof id !== "string" || id.trim() === "") return "the entity has no id.";
  if (typeof schema !== "string" || schema === "") return `the entity ${id.slice(0, 60)} has no schema.`;
  if (typeof properties !== "object" || properties === null) return `the entity ${id.slice(0, 60)} has no properties.`;
  return {
    id,
    schema,
    properties: properties as Record<string, unknown>,
    datasets: Array.isArray(datasets) ? datasets.filter((dataset) => typeof dataset === "string") : [],
  };
}
