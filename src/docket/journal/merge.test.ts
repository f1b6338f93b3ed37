import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../model/index.js";
import { canonicalJson } from "./canonical.js";
import { mergeChanges } from "./merge.js";

describe("two changes to one object", () => {
  const base = { caption: "Acme Cloud", parties: { subject: "Acme", counsel: "Doe" }, marks: ["public"] };

  it("go together where they touch different fields", () => {
    const mine = { ...base, parties: { subject: "Acme", counsel: "Roe" } };
    const theirs = { ...base, caption: "Acme Cloud Ltd" };
    expect(mergeChanges(base, mine, theirs)).toEqual({
      fields: [
        { path: ["caption"], base: "Acme Cloud", mine: "Acme Cloud", theirs: "Acme Cloud Ltd", merged: "Acme Cloud Ltd", from: "theirs" },
        { path: ["parties", "counsel"], base: "Doe", mine: "Roe", theirs: "Doe", merged: "Roe", from: "mine" },
      ],
      merged: { caption: "Acme Cloud Ltd", parties: { subject: "Acme", counsel: "Roe" }, marks: ["public"] },
    });
  });

  it("clash where both changed one field, and are not merged", () => {
    const { fields, merged } = mergeChanges(base, { ...base, caption: "A" }, { ...base, caption: "B" });
    expect(fields).toEqual([{ path: ["caption"], base: "Acme Cloud", mine: "A", theirs: "B", from: "clash" }]);
    expect(merged).toBeNull();
  });

  it("agree where both made the same one; a field taken away is no field", () => {
    const { marks: _, ...without } = base;
    expect(mergeChanges(base, without, without).fields).toEqual([{ path: ["marks"], base: ["public"], from: "both" }]);
    expect(mergeChanges(base, without, base).merged).toEqual(without);
    expect(mergeChanges(base, without, { ...base, marks: [] }).merged).toBeNull();
  });

  const record = fc.dictionary(
    fc.constantFrom("a", "b", "c"),
    fc.oneof(fc.integer({ max: 3, min: 0 }), fc.dictionary(fc.constantFrom("x", "y"), fc.integer({ max: 2, min: 0 }))),
  );

  it("never lose a change, and mean the same from either side", () => {
    fc.assert(
      fc.property(record, record, record, (one, two, three) => {
        const [base, mine, theirs] = [one, two, three] as [Json, Json, Json];
        expect(mergeChanges(base, mine, base).merged).toEqual(mine);
        expect(mergeChanges(base, base, theirs).merged).toEqual(theirs);
        const forth = mergeChanges(base, mine, theirs);
        const back = mergeChanges(base, theirs, mine);
        expect(canonicalJson(forth.merged)).toBe(canonicalJson(back.merged));
        for (const { path, from, mine: left, theirs: right, base: origin } of forth.fields) {
          if (from === "clash") expect(canonicalJson([left ?? "absent"])).not.toBe(canonicalJson([right ?? "absent"]));
          if (from === "mine") expect(canonicalJson([right ?? "absent"])).toBe(canonicalJson([origin ?? "absent"]));
          expect(path.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
