import { z } from "zod";

type Order = (value: unknown) => unknown;

/**
 * A value with the keys of every object in the order of its schema, and without keys that the schema does not know: however the
 * value was put together, the same content prints as the same bytes. Nothing is validated.
 */
export function inSchemaOrder(schema: z.core.$ZodType, value: unknown): unknown {
  return orderOf(schema)(value);
}

/** A review has a hundred thousand values of one schema: what the schema is, is asked once. */
const orders = new WeakMap<z.core.$ZodType, Order>();

function orderOf(schema: z.core.$ZodType): Order {
  const known = orders.get(schema);
  if (known) return known;
  const order = newOrder(schema);
  orders.set(schema, order);
  return order;
}

function newOrder(schema: z.core.$ZodType): Order {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return orderOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return orderOfItems(orderOf(schema.element));
  if (schema instanceof z.ZodObject) return orderOfFields(schema.shape);
  return asItIs;
}

function asItIs(value: unknown): unknown {
  return value;
}

function orderOfItems(order: Order): Order {
  if (order === asItIs) return asItIs;
  return (value) => (Array.isArray(value) ? value.map((item) => order(item)) : value);
}

function orderOfFields(shape: Record<string, z.core.$ZodType>): Order {
  let fields: { key: string; order: Order }[] | undefined;
  return (value) => {
    if (value === null || typeof value !== "object") return value;
    // Not before it is needed: a schema may hold itself.
    fields ??= Object.entries(shape).map(([key, field]) => ({ key, order: orderOf(field) }));
    const given = value as Record<string, unknown>;
    const ordered: Record<string, unknown> = {};
    for (const { key, order } of fields) {
      const part = given[key];
      if (part !== undefined) ordered[key] = order(part);
    }
    return ordered;
  };
}
