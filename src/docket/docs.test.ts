import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { CaseEntry, commonEvents } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { shippedCalendars, shippedProcedures, standing } from "./index.js";

const page = readFileSync(join(packageRoot(), "docs/procedure.md"), "utf8");

/** The names in the first column of the table with these headings. */
function named(headings: string): string[] {
  const start = page.indexOf(`| ${headings} |`);
  const rows = page.slice(start).split("\n\n")[0] ?? "";
  return [...rows.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id]) => id ?? "").sort();
}

it("docs/procedure.md names every procedure, calendar and common entry", () => {
  expect(named("procedure | in force | clocks")).toEqual([...shippedProcedures().keys()].sort());
  expect(named("calendar | what it holds")).toEqual([...shippedCalendars().keys()].sort());
  expect(named("entry | what it does")).toEqual([...commonEvents].sort());
});

it("docs/procedure.md says what becomes of its case", () => {
  const entries = CaseEntry.array().parse(parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ""));
  const procedure = shippedProcedures().get("us-icts");
  if (!procedure) throw new Error("no us-icts");
  const { state, since, deadlines, dates, ineffective, hold } = standing(procedure, entries, "2025-04-10");
  const rows = [
    ["state", `${state} since ${since}`],
    ...deadlines.map(({ id, due }) => ["deadlines", `${id} until ${due}`]),
    ...dates.map(({ id, on }) => ["dates", `${id} ${on}`]),
    ...ineffective.map(({ entry, as, citation }) => ["ineffective", `${entry.event} of ${entry.on} ${as}: ${citation}`]),
    [
      "hold",
      `from ${hold?.starts}; ${hold?.branches.flatMap(({ id, until, applies }) => (until ? [`${id} until ${until}: ${applies}`] : [])).join()}`,
    ],
  ];
  const told = [...page.matchAll(/^\| `(state|deadlines|dates|ineffective|hold)` \| (.+) \|$/gm)].map(([, part, answer]) => [part, answer]);
  expect(told).toEqual(rows);
});
