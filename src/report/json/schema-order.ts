import { z } from "zod";

/**
 * A value with the keys of every object in the order of its schema, and without keys that the schema does not know: however the
 * value was put together, the same content prints as the same bytes. Nothing is validated.
 */
export function inSchemaOrder(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return inSchemaOrder(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => inSchemaOrder(schema.element, item));
  const fields = new Map(Object.entries(value));
  if (schema instanceof z.ZodObject) {
    const known = Object.entries<z.core.$ZodType>(schema.shape).filter(([key]) => fields.get(key) !== undefined);
    return Object.fromEntries(known.map(([key, field]) => [key, inSchemaOrder(field, fields.get(key))]));
  }
  return value;
}
