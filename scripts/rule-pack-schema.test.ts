import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { factsByName } from "../src/judge/fact-table.js";
import { samplePackText } from "../src/judge/sample-pack.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const schema = JSON.parse(read("schemas/rule-pack.schema.json"));
const accepts = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

describe("the schema of rule packs, as an editor uses it", () => {
  it("accepts every shipped pack", () => {
    for (const name of readdirSync(join(root, "rules")).filter((one) => one.endsWith(".yaml"))) {
      const pack = parse(read(`rules/${name}`));
      if (!("rules" in pack)) continue;
      expect(accepts(pack), `${name}: ${JSON.stringify(accepts.errors)}`).toBe(true);
    }
  });

  it.each([
    ["a misspelt key of the pack", "authority:", "authorty:", "", "authorty"],
    ["a misspelt key of a rule", "openWhen:", "openwhen:", "/rules/0", "openwhen"],
    ["an outcome that there is not", "outcome: review", "outcome: forbidden", "/rules/0/outcome", "prohibited"],
    ["a mark that there is not", "mark: R\ndomestic", "mark: READ\ndomestic", "/mark", "UNCONFIRMED"],
    ["a date in another order", "from: 2020-01-01", "from: 01.01.2020", "/from", "pattern"],
    ["a limb that there is not", "[ownership, organised]", "[owned]", "/regime/covered/limbs/0", "ownership"],
    [
      "a fact that there is not",
      'counterparty.covered: "yes"',
      'counterparty.covred: "yes"',
      "/rules/0/examples/0/facts",
      "counterparty.covred",
    ],
    [
      "a truth value for a verdict",
      'counterparty.covered: "yes"',
      "counterparty.covered: true",
      "/rules/0/examples/0/facts/counterparty.covered",
      "string",
    ],
    ["one text for a list", "reach.access: [CN]", "reach.access: CN", "/rules/0/examples/0/facts/reach.access", "array"],
    ["a rule without a citation", "    citation: Sample Act, section 1\n", "", "/rules/0", "citation"],
  ])("refuses %s at its place", (_, from, to, place, said) => {
    const text = samplePackText.replace(from, to);
    expect(text).not.toBe(samplePackText);
    expect(accepts(parse(text))).toBe(false);
    const told = (accepts.errors ?? []).filter(({ instancePath }) => instancePath === place);
    expect(JSON.stringify(told), JSON.stringify(accepts.errors)).toContain(said);
  });

  it("describes every field; a new one gets .describe() or a line in scripts/schema-descriptions.ts", () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it("offers every fact in an example, with its meaning", () => {
    const facts = schema.$defs.ExampleFacts.properties;
    expect(Object.keys(facts)).toEqual([...factsByName.keys()]);
    expect(facts["counterparty.covered"]).toMatchObject({ enum: expect.arrayContaining(["yes", "no", "cannot-be-excluded"]) });
    for (const [name, { what }] of factsByName) expect(facts[name].description).toBe(what);
  });
});

/** Fields without a description, by name. */
function undescribed(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { type, properties } = schema as { type?: unknown; properties?: Record<string, { description?: string }> };
  const here =
    type === "object" && properties ? Object.entries(properties).flatMap(([name, field]) => (field.description ? [] : [name])) : [];
  return [...here, ...Object.values(schema).flatMap(undescribed)];
}
