import { afterAll, beforeAll, expect, it } from "vitest";
import { recordOf } from "../docket/index.js";
import type { HandlingMark, Role } from "../model/index.js";
import { personOf } from "./access/access.js";
import { withoutHidden } from "./handling.js";
import { Marks } from "./marks.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

let server: SampleServer;
beforeAll(async () => {
  server = await sampleServer();
  await server.ask("POST", "/api/cases", { body: { id: "A-1", caption: "Acme" } });
});
afterAll(() => server.stop());

const at = "2025-12-01T15:00:00.000Z";
const marksOf = (role: Role) => new Marks(personOf("Ana Ruiz", [role], "s"));
const item = (handling: HandlingMark) => ({ case: "A-1", item: "letter l1", handling });
const reads = async () =>
  (await server.docket.read((view) => recordOf(view, {}))).filter(({ act }) => act === "item-read" || act === "exported");

it("makes every read of a restricted item and everything taken out an entry, and nothing else", async () => {
  const marks = marksOf("analyst");
  marks.open(item("business-confidential"));
  marks.open(item("restricted"));
  marks.take(item("public"), "0".repeat(64));
  await marks.record(server.docket, at);
  expect((await reads()).map(({ act, by, case: of }) => [act, by, of])).toEqual([
    ["item-read", "Ana Ruiz", "A-1"],
    ["exported", "Ana Ruiz", "A-1"],
  ]);
});

it.each<[Role, HandlingMark, boolean]>([
  ["reader", "internal", true],
  ["reader", "business-confidential", false],
  ["analyst", "restricted", true],
  ["auditor", "public", false],
  ["administrator", "public", false],
])("%s, %s: shown is %s", (role, handling, shown) => {
  const open = () => marksOf(role).open(item(handling));
  if (shown) expect(open).not.toThrow();
  else expect(open).toThrow(`This is ${handling}`);
});

it("leaves out of the record what a line says where its mark is above what one sees, and says how many", async () => {
  const [line] = await server.docket.read((view) => recordOf(view, { case: "A-1", limit: 1 }));
  if (!line) throw new Error("the record is empty");
  const restricted = { ...line, handling: "restricted" as const };
  expect(withoutHidden([line, restricted], personOf("Ana Ruiz", ["reader"], "s"))).toEqual({
    lines: [line, { ...restricted, changed: [], reason: null }],
    withheld: 1,
  });
  const page = await (await server.ask("GET", "/api/record", { as: ["auditor"] })).json();
  expect(page).toMatchObject({ withheld: (page as { lines: unknown[] }).lines.length });
});

it("makes the export of a case an entry", async () => {
  const before = (await reads()).length;
  const answer = await server.ask("POST", "/api/cases/A-1/bundle");
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/zip"]);
  expect(new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 2))).toBe("PK");
  expect((await reads()).slice(before)).toMatchObject([{ act: "exported", by: "Ana Ruiz", case: "A-1" }]);
});
