import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { psc } from "./psc.js";

const corpus = "../shared/corpus/screening/uk-psc";

describe.skipIf(!existsSync(corpus))("records of the PSC register, counted independently in ../shared (skipped without it)", () => {
  it("has two individuals, five entities, two statements, an exemption, a protected person and one kind that is not known", async () => {
    const lines = readdirSync(corpus).map((file) => `${JSON.stringify(JSON.parse(readFileSync(`${corpus}/${file}`, "utf8")))}\n`);
    const told = await readSample(psc, "excerpt.jsonl", lines.join(""));
    expect(told.records).toBe(12);
    const named = told.parties.filter(({ id }) => id.startsWith("gb-psc-"));
    expect(named.filter(({ kind }) => kind === "individual")).toHaveLength(2);
    expect(told.parties.filter(({ name }) => name === "Foo Bar Limited")).toHaveLength(5);
    expect(named.filter(({ kind }) => kind === "unknown").map(({ id }) => id)).toEqual([
      "gb-psc-01234567-psc-exempt-as-shares-admitted-on-market-2016-10-29",
      "gb-psc-01234567-no-individual-or-entity-with-signficant-control-2016-07-12",
      "gb-psc-01234567-no-individual-or-entity-with-signficant-control-2016-07-12",
      "gb-psc-abcdef123456",
    ]);
    expect(told.refused).toMatchObject([{ reason: expect.stringContaining("company number") }]);
    expect(told.interests.filter(({ until }) => until === "2016-10-11")).toHaveLength(3);
  });
});
