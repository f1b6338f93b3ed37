import { describe, expect, it } from "vitest";
import { mergeChanges } from "../../src/docket/journal/merge.js";
import { mergedState } from "../parts/conflict.js";

const base = { caption: "Acme", reference: null, parties: [], letter: { to: "A", from: "B" } };

describe("what is saved after two changed the same", () => {
  it("is both in one where they touch different fields, as the docket merges them", () => {
    const [mine, theirs] = [
      { ...base, caption: "Mine" },
      { ...base, reference: "R-1", letter: { to: "C", from: "B" } },
    ];
    const { fields, merged } = mergeChanges(base, mine, theirs);
    expect(mergedState(base, mine, fields, {})).toEqual(merged);
    expect(merged).toEqual({ caption: "Mine", reference: "R-1", parties: [], letter: { to: "C", from: "B" } });
  });

  it.each([
    ["mine", "Mine"],
    ["theirs", "Theirs"],
  ] as const)("is what was chosen where both changed one field: %s", (side, caption) => {
    const [mine, theirs] = [
      { ...base, caption: "Mine" },
      { ...base, caption: "Theirs", reference: "R-1" },
    ];
    const { fields } = mergeChanges(base, mine, theirs);
    expect(mergedState(base, mine, fields, { caption: side })).toEqual({ ...base, caption, reference: "R-1" });
  });

  it("leaves out a field that the other took away", () => {
    const theirs: Record<string, unknown> = { ...base };
    delete theirs.reference;
    const { fields } = mergeChanges(base, { ...base, caption: "Mine" }, theirs as typeof base);
    expect(mergedState(base, { ...base, caption: "Mine" }, fields, {})).toEqual({ caption: "Mine", parties: [], letter: base.letter });
  });
});
