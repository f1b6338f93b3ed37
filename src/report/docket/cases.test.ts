import { expect, it } from "vitest";
import type { CaseLine } from "../../model/index.js";
import { listText } from "./cases.js";

const line = (status: string, days: number): CaseLine => ({
  ...{
    id: "2026-0001",
    caption: "Acme",
    kind: "provider-review",
    procedure: "us-icts",
    state: "ID_SERVED",
    since: "2026-04-01",
    overdue: 0,
  },
  next: { deadline: "response", title: "Response", agency: null, due: "2026-05-01", status, days },
});
const told = (one: CaseLine) =>
  listText(
    { schemaVersion: "1", asOf: "2026-05-11", cases: [one], total: 1, next: null, head: { number: 1, digest: "a".repeat(64) } },
    { width: 120, color: false },
  );

it.each([
  ["overdue", -10, "OVERDUE, 10 days ago"],
  ["open", 3, "in 3 days"],
  ["open", 0, "today"],
])("a deadline that is %s, %i days from its last day: %s", (status, days, words) => expect(told(line(status, days))).toContain(words));

it("calls nobody late by a day of service that is not confirmed", () => {
  const text = told(line("unsettled", -10));
  expect(text).toContain("not settled");
  expect(text).not.toContain("OVERDUE");
});
