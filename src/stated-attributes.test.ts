import { afterAll, expect, it } from "vitest";
import { composeReference } from "./reference/store/compose.js";
import { SampleStores, sampleBuiltIn } from "./reference/store/sample-store.js";
import { statedAttributes } from "./stated-attributes.js";

const samples = new SampleStores();
afterAll(() => samples.remove());

const lei = "529900T8BM49AURSDO55";
const builtIn = sampleBuiltIn({
  parties: [
    {
      ...{ id: "acme-inc", name: "Acme Inc.", nativeName: "Acmé", kind: "entity", form: "company", jurisdiction: "CA", lei },
      ...{ principalPlace: { city: "Ottawa", country: "CA" }, sources: ["a/register"], confidence: "high" },
    },
  ],
  sources: {
    "a/register": { id: "a/register", url: "https://register.example/", title: "Register", asOf: "2026-05", retrieved: "2026-06-01" },
  },
});
const gleif = samples.store("gleif-lei", {
  parties: [{ id: `lei-${lei.toLowerCase()}`, name: "ACME INC", formerNames: ["Acme Works"], kind: "entity", jurisdiction: "IE", lei }],
});
const reference = composeReference(builtIn, [gleif]);

it("gives each value with the sources that state it: what both state once, where they differ each its own", () => {
  const told = statedAttributes("acme-inc", reference).map(({ attribute, value, evidence }) => [
    attribute,
    value,
    evidence.map(({ locator }) => locator),
  ]);
  const imported = reference.imports[0]?.url;
  expect(told).toEqual([
    ["name", "Acme Inc.", ["https://register.example/"]],
    ["name", "ACME INC", [imported]],
    ["own spelling", "Acmé", ["https://register.example/"]],
    ["former name", "Acme Works", [imported]],
    ["lei", lei, ["https://register.example/", imported]],
    ["kind", "entity", ["https://register.example/", imported]],
    ["form", "company", ["https://register.example/"]],
    ["law of", "CA", ["https://register.example/"]],
    ["law of", "IE", [imported]],
    ["principal place", "Ottawa, CA", ["https://register.example/"]],
  ]);
});

it("has the day of a source, and is the same by any id of the party", () => {
  const [name] = statedAttributes("acme-inc", reference);
  expect(name?.evidence).toEqual([expect.objectContaining({ title: "Register", asOf: "2026-05", retrieved: "2026-06-01" })]);
  expect(statedAttributes(`lei-${lei.toLowerCase()}`, reference)).toEqual(statedAttributes("acme-inc", reference));
  expect(statedAttributes("nobody", reference)).toEqual([]);
});
