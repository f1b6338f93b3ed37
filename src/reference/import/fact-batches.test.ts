import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FactBatches, receiveBatch } from "./fact-batches.js";

type Fact = ["party" | "interest" | "listing", Record<string, unknown>];

/** Sends facts through batches as they are; gives what arrives, and how many batches it took. */
function through(facts: readonly Fact[]): { received: Fact[]; json: string[]; batches: number } {
  const received: Fact[] = [];
  const json: string[] = [];
  let count = 0;
  const batches = new FactBatches((batch) => {
    count += 1;
    receiveBatch(batch, {
      party: (party, text) => {
        received.push(["party", { ...party }]);
        json.push(text);
      },
      interest: (interest) => received.push(["interest", { ...interest }]),
      listing: (listing) => received.push(["listing", { ...listing }]),
    });
  });
  for (const [kind, fact] of facts) batches[kind](fact as never);
  batches.flush();
  return { received, json, batches: count };
}

describe("facts handed over in batches", () => {
  it("arrive as they were told, in their order, whatever text they hold", () => {
    const text = fc.string({ unit: "binary" });
    const fact = fc.tuple(fc.constantFrom("party" as const, "interest" as const, "listing" as const), fc.record({ id: text, note: text }));
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        // Half of a surrogate pair is no text; JSON writes it as an escape, so it arrives too.
        expect(through(facts).received).toEqual(facts);
      }),
    );
  });

  it("bring a party's JSON along, and come in pieces of about a megabyte", () => {
    const party = { id: "x-1", name: "x".repeat(300_000) };
    const { received, json, batches } = through(Array.from({ length: 10 }, (): Fact => ["party", party]));
    expect(received).toHaveLength(10);
    expect(json[9]).toBe(JSON.stringify(party));
    expect(batches).toBe(3);
  });
});
