import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Party, ScreenAnswer, ScreenDecision } from "../model/index.js";
import { appendDecisions, readDecisions } from "./decision-file.js";
import { decisionBook, readMatchId } from "./decisions.js";
import { sampleListReference, samplePerson } from "./sample-lists.js";
import { screen } from "./screen.js";

const asOf = "2026-11-23";
const badege = samplePerson("badege", "Eric BADEGE", { birthDates: ["1971-05-06"] });

function answer(decisions: ScreenDecision[], properties: Record<string, string[]>, party: Party = badege): ScreenAnswer {
  const query = { schema: "Person", properties };
  return screen({ q: query }, { reference: sampleListReference([party]), asOf, decisions: decisionBook(decisions) });
}

function decide(decision: ScreenDecision["decision"], from: ScreenAnswer, on = "2026-01-01T00:00:00Z"): ScreenDecision {
  const match = readMatchId(from.responses.q?.results[0]?.matchId ?? "");
  if (!match) throw new Error("no match id");
  return { schemaVersion: "1", ...match, decision, by: "A. Analyst", why: "seen the passport", on };
}

describe("decisions", () => {
  const query = { name: ["Eric Badege"], birthDate: ["1971-05-06"] };
  const open = answer([], query);

  it("different: the match is left out and counted", () => {
    const { responses, run } = answer([decide("different", open)], query);
    expect(responses.q).toMatchObject({ results: [], dismissed: 1, total: { value: 0 } });
    expect(run.matches).toEqual({ open: 0, confirmed: 0, unsure: 0, dismissed: 1, reopened: 0 });
  });

  it("same: it is shown as confirmed; unsure: it stays", () => {
    expect(answer([decide("same", open)], query).run.matches).toMatchObject({ open: 0, confirmed: 1 });
    expect(answer([decide("unsure", open)], query).run.matches).toMatchObject({ open: 0, unsure: 1 });
    const { decision } = answer([decide("same", open)], query).responses.q?.results[0] ?? {};
    expect(decision).toEqual({
      decision: "same",
      by: "A. Analyst",
      why: "seen the passport",
      on: "2026-01-01T00:00:00Z",
      reopened: [],
      editions: null,
    });
  });

  it("different, and asked for: it is shown as no match, and still counted", () => {
    const options = {
      reference: sampleListReference([badege]),
      asOf,
      decisions: decisionBook([decide("different", open)]),
      dismissed: true,
    };
    const { responses, run } = screen({ q: { schema: "Person", properties: query } }, options);
    expect(responses.q).toMatchObject({ results: [{ id: "badege", match: false, decision: { decision: "different" } }], dismissed: 1 });
    expect(run.matches).toEqual({ open: 0, confirmed: 0, unsure: 0, dismissed: 1, reopened: 0 });
  });

  it("says on which editions it was made", () => {
    const editions = { reference: "2026-10-01", "un-sc": "2026-09-30" };
    const { decision } = answer([{ ...decide("same", open), editions }], query).responses.q?.results[0] ?? {};
    expect(decision?.editions).toEqual(editions);
  });

  it("the later one holds, and the order and case of the query's names do not matter", () => {
    const changed = [decide("different", open), decide("same", open, "2026-02-01T00:00:00Z")];
    expect(answer(changed, query).run.matches).toMatchObject({ confirmed: 1, dismissed: 0 });
  });

  it("open again only where what was compared has changed, on either side", () => {
    const made = [decide("different", open)];
    const reopened = answer(made, { ...query, birthDate: ["1971-05"] });
    expect(reopened.responses.q?.results[0]?.decision?.reopened).toEqual(["birthDate"]);
    expect(reopened.responses.q?.results[0]?.match).toBe(true);
    const listChanged = answer(made, query, { ...badege, birthDates: ["1971-05"] });
    expect(listChanged.responses.q?.results[0]?.decision?.reopened).toEqual(["birthDate"]);
    expect(listChanged.run.matches).toMatchObject({ reopened: 1, dismissed: 0 });
    // An address that the query cannot be compared with, and another name of the party, change nothing.
    const unrelated = { ...badege, addresses: [{ full: "12 Rue de la Paix, Kinshasa" }], aliases: ["Colonel B"] };
    expect(answer(made, query, unrelated).run.matches).toMatchObject({ dismissed: 1 });
  });

  it("of one match with other fields do not replace each other", () => {
    const french = { ...query, country: ["fr"] };
    const party = { ...badege, nationalities: ["CD"] };
    const [first, second] = [answer([], query, party), answer([], french, party)];
    const both = [decide("different", first), decide("same", second)];
    expect(answer(both, query, party).run.matches).toMatchObject({ dismissed: 1 });
    expect(answer(both, french, party).run.matches).toMatchObject({ confirmed: 1 });
  });

  it("are kept in a file to which lines are only added", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "decisions-")), "made", "decisions.jsonl");
    expect((await readDecisions(file)).size).toBe(0);
    await appendDecisions(file, [decide("different", open)]);
    const before = await readFile(file, "utf8");
    await appendDecisions(file, [decide("same", open)]);
    expect((await readFile(file, "utf8")).startsWith(before)).toBe(true);
    expect((await readDecisions(file)).size).toBe(2);
  });

  it("a line that cannot be read is told with its place: it may be the one that matters", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "decisions-")), "decisions.jsonl");
    await writeFile(file, `${JSON.stringify(decide("same", open))}\n{"decision":\n`);
    await expect(readDecisions(file)).rejects.toThrow(/decisions\.jsonl, line 2: it is no JSON/);
    await writeFile(file, `${JSON.stringify({ ...decide("same", open), by: "" })}\n`);
    await expect(readDecisions(file)).rejects.toThrow(/line 1: by: /);
  });

  it("a match id is read back, and nothing else is taken for one", () => {
    const id = open.responses.q?.results[0]?.matchId ?? "";
    expect(readMatchId(id)).toMatchObject({ party: "badege" });
    for (const text of ["", "q123:badege:n123456", `${id}.z000000`, "q000000000000:Badege:n000000"])
      expect(readMatchId(text)).toBeUndefined();
  });
});
