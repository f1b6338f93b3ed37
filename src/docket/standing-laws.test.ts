import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseEntry } from "../model/index.js";
import { circulated, finalDetermination, served, shippedProcedure } from "./sample-case.js";
import { standing } from "./standing.js";

const procedure = shippedProcedure("us-icts");
const at = (entries: CaseEntry[], asOf: string) => standing(procedure, entries, asOf);

const events = procedure.moves.map(({ event }) => event);
const anyEntry: fc.Arbitrary<CaseEntry> = fc.record(
  {
    event: fc.constantFrom(...events, "no-such-event"),
    on: fc.integer({ min: 0, max: 260 }).map((days) => new Date(Date.UTC(2025, 1, 10 + days)).toISOString().slice(0, 10)),
    agency: fc.constantFrom("Justice", "Treasury"),
    by: fc.constant("Secretary"),
    rank: fc.constantFrom("under-secretary" as const, "deputy-secretary" as const),
    signed: fc.boolean(),
    written: fc.boolean(),
    until: fc.constant("2026-03-01"),
    outcome: fc.constantFrom("prohibited", "mitigated", "back-to-agencies"),
    contains: fc.constant(finalDetermination("2025-06-20").contains?.concat("criteria", "proposal", "factual-basis") ?? []),
  },
  { requiredKeys: ["event", "on"] },
);
/** Mostly a case that gets somewhere, with anything thrown in between. */
const anyCase = fc
  .tuple(fc.constantFrom([], served, circulated), fc.array(anyEntry, { maxLength: 12 }))
  .map(([start, more]) => [...start, ...more]);
const asOf = "2026-06-01";

describe("laws of every case", () => {
  it("the order in which entries are kept does not count", () => {
    fc.assert(
      fc.property(
        anyCase.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))),
        ([entries, shuffled]) => {
          expect(at(shuffled, asOf)).toEqual(at(entries, asOf));
        },
      ),
    );
  });

  it("what had no effect changes nothing", () => {
    fc.assert(
      fc.property(anyCase, (entries) => {
        const whole = at(entries, asOf);
        const idle = new Set(whole.ineffective.map(({ entry }) => entry));
        expect(
          at(
            entries.filter((one) => !idle.has(one)),
            asOf,
          ),
        ).toEqual({ ...whole, ineffective: [] });
      }),
    );
  });

  it("a determination comes at most once, after a served initial one, and no 180 days run without that", () => {
    fc.assert(
      fc.property(anyCase, (entries) => {
        const { state, deadlines, ineffective } = at(entries, asOf);
        const effective = entries.filter((one) => !ineffective.some(({ entry }) => entry === one));
        const finals = effective.filter(({ event }) => event === "final-determination");
        const initials = effective.filter(({ event }) => event === "initial-determination-served");
        const rounds = effective.filter(({ event }) => event === "review-started");
        expect(finals.length).toBeLessThanOrEqual(initials.length);
        expect(initials.length).toBeLessThanOrEqual(rounds.length);
        if (initials.length === 0) expect(deadlines.some(({ id }) => id === "final-determination")).toBe(false);
        if (["PROHIBITED", "MITIGATED", "NOT_PROHIBITED", "AMENDED", "VIOLATION"].includes(state ?? "")) expect(finals).not.toHaveLength(0);
        if (initials.length > finals.length) expect(["CLOSED", "INTAKE", "UNDER_REVIEW", null]).not.toContain(state);
      }),
      { numRuns: 300 },
    );
  });
});
