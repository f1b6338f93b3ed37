import fc from "fast-check";
import { expect, it } from "vitest";
import { disputeHead, readDispute } from "./dispute.js";

it("what a note of a dispute begins with is read as what was disputed, and no other note is", () => {
  const review = fc.stringMatching(/^[0-9a-f]{16}$/);
  const run = fc.integer({ min: 1, max: 999 }).map((number) => `r${number}`);
  const dispute = fc.record({ hop: fc.integer({ min: 1, max: 999 }), reach: fc.integer({ min: 1, max: 99_999 }), run, review });
  fc.assert(
    fc.property(dispute, fc.string(), (one, rest) => {
      expect(readDispute(`${disputeHead(one)}, ${rest}`)).toEqual(one);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readDispute(text)).toBeNull();
    }),
  );
});
