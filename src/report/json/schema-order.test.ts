import { expect, it } from "vitest";
import { z } from "zod";
import { inSchemaOrder } from "./schema-order.js";

const Place = z.object({ path: z.string(), line: z.number().nullable(), note: z.string().optional() });
const Shape = z.object({ name: z.string(), places: z.array(Place), counts: z.record(z.string(), z.number()), first: Place.nullable() });

it("gives the same bytes however the value was put together, in the order of the schema", () => {
  const one = { name: "a", places: [{ path: "p", line: 1 }], counts: { z: 1, a: 2 }, first: null };
  const same = { first: null, counts: { z: 1, a: 2 }, places: [{ line: 1, path: "p", note: undefined, stray: true }], name: "a", stray: 1 };
  const expected = '{"name":"a","places":[{"path":"p","line":1}],"counts":{"z":1,"a":2},"first":null}';
  expect(JSON.stringify(inSchemaOrder(Shape, one))).toBe(expected);
  expect(JSON.stringify(inSchemaOrder(Shape, same))).toBe(expected);
});

it("follows a schema that holds itself", () => {
  const Tree = z.object({
    name: z.string(),
    get below() {
      return z.array(Tree).optional();
    },
  });
  const value = { below: [{ below: [], name: "b" }], name: "a" };
  expect(JSON.stringify(inSchemaOrder(Tree, value))).toBe('{"name":"a","below":[{"name":"b","below":[]}]}');
});
