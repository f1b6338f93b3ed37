import * as fc from "fast-check";

type Schema = Record<string, unknown>;

/** Values that schemas forget: each stands now and then where something else was expected. */
export const hostile: readonly unknown[] = [
  null,
  "",
  " ",
  "\u0000",
  "\ud800",
  "../../../etc/passwd",
  "..\\..\\windows",
  "--help",
  "-e",
  "$(id)",
  "'; DROP TABLE journal; --",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "%2e%2e%2f",
  "2025-02-30",
  "9999-12-31",
  "\u202e\u200d\ufeff",
  "x".repeat(5_000),
  "(".repeat(500),
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[[[[[]]]]]],
  JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {}}}'),
  Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`k${index}`, index])),
];

/** Values of a JSON Schema, as far as the document of the API uses it. */
export function valuesOf(schema: Schema, components: Record<string, Schema>): fc.Arbitrary<unknown> {
  const { $ref, const: constant, enum: choices, anyOf, oneOf, type } = schema as { [key: string]: unknown } & { type?: string };
  if (typeof $ref === "string") return valuesOf(components[$ref.split("/").at(-1) ?? ""] ?? {}, components);
  if (constant !== undefined) return fc.constant(constant);
  if (Array.isArray(choices)) return fc.constantFrom(...choices);
  const several = (anyOf ?? oneOf) as Schema[] | undefined;
  if (several) return fc.oneof(...several.map((one) => valuesOf(one, components)));
  if (type === "object") return objectsOf(schema, components);
  if (type === "array")
    return fc.array(valuesOf((schema.items ?? {}) as Schema, components), { minLength: Number(schema.minItems ?? 0), maxLength: 3 });
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "integer" || type === "number") {
    const min = Number(schema.minimum ?? 0);
    return fc.integer({ min, max: Math.min(Number(schema.maximum ?? min + 1_000), min + 1_000) });
  }
  if (type === "string") return textsOf(schema);
  return fc.jsonValue({ maxDepth: 2 });
}

function textsOf({ pattern, format, minLength, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === "date") return fc.constantFrom("2025-02-11", "2025-12-01", "2024-02-29", "1999-12-31");
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern, "u"), { size: "xsmall" });
  const least = Number(minLength ?? 0);
  return fc.string({
    minLength: least,
    maxLength: Math.max(least, Math.min(Number(maxLength ?? 30), 30)),
    unit: fc.constantFrom("a", "B", "7", "-", " ", "é", "中", "😀"),
  });
}

function objectsOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  components: Record<string, Schema>,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties as Record<string, Schema>).map(([name, one]) => [name, valuesOf(one, components)]),
  );
  const known = fc.record(fields, { requiredKeys: required as string[] });
  if (typeof additionalProperties !== "object" || additionalProperties === null) return known;
  const more = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), valuesOf(additionalProperties as Schema, components), {
    maxKeys: 3,
  });
  return fc.tuple(known, more).map(([first, second]) => ({ ...second, ...(first as object) }));
}

/** The same value, with something hostile put in somewhere now and then. */
export function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const changed = fc.tuple(values, fc.constantFrom(...hostile), fc.nat(20)).map(([value, odd, place]) => put(value, odd, { left: place }));
  return fc.oneof({ weight: 2, arbitrary: values }, { weight: 3, arbitrary: changed });
}

function put(value: unknown, odd: unknown, place: { left: number }): unknown {
  if (place.left === 0) {
    place.left = -1;
    return odd;
  }
  place.left -= 1;
  if (Array.isArray(value)) return value.map((one) => put(one, odd, place));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one, odd, place)]));
}
