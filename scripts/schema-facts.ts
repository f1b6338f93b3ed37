import { type FactEntry, factsByName } from "../src/judge/fact-table.js";

type Json = Record<string, unknown>;

/** Where an example gives facts, an editor offers their names with what they mean, and their values: told once, under `$defs`. */
export function withFactNames(schema: Json): Json {
  const named = replaced(schema) as Json;
  const used = JSON.stringify(named).includes(reference);
  return used ? { ...named, $defs: { ...(named.$defs as Json | undefined), ExampleFacts: factMap() } } : named;
}

const reference = "#/$defs/ExampleFacts";

function replaced(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(replaced);
  if (typeof schema !== "object" || schema === null) return schema;
  const { description } = schema as Json;
  if (typeof description === "string" && description.startsWith("facts that differ from the neutral case"))
    return { description, $ref: reference };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, replaced(value)]));
}

function factMap(): Json {
  return {
    type: "object",
    properties: Object.fromEntries([...factsByName].map(([name, entry]) => [name, { description: entry.what, ...shape(name, entry) }])),
    additionalProperties: false,
  };
}

function shape(name: string, { type, values }: FactEntry): Json {
  if (name === "asOf") return { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
  if (type === "bool") return { type: "boolean" };
  if (type === "int") return { type: "integer" };
  if (type === "double") return { type: "number" };
  const text = { type: "string", ...(values ? { enum: values } : {}) };
  return type === "list" || type === "governments" ? { type: "array", items: text } : text;
}
