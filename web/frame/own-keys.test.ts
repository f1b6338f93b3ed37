import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCharacter, type OwnKeys, ownKey, ownKeysFrom, usualKey, withOwnKey } from "./own-keys.js";

describe("own keys", () => {
  it("gives a key another letter, and what was on that the one that is free", () => {
    const keys = withOwnKey({}, "j", "n");
    expect([ownKey(keys, "j"), ownKey(keys, "n"), ownKey(keys, "k")]).toEqual(["n", "j", "k"]);
    expect([usualKey(keys, "n"), usualKey(keys, "j"), usualKey(keys, "x")]).toEqual(["j", "n", "x"]);
    expect(withOwnKey(keys, "j", "j")).toEqual({});
  });

  it("is read as it was kept, and what was not kept by us is none", () => {
    const keys = withOwnKey({}, "?", "h");
    expect(ownKeysFrom(JSON.stringify(keys))).toEqual(keys);
    for (const kept of [null, "", "{", "[]", '"x"', "null", '{"j":"n"}', '{"j":5}', '{"jj":"jj"}']) expect(ownKeysFrom(kept)).toEqual({});
  });

  it("never loses a key nor gives one to two things, whatever is changed in whatever order", () => {
    const key = fc.constantFrom(..."abcdj?/[]1".split(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key)), (changes) => {
        const keys = changes.reduce<OwnKeys>((now, [usual, pressed]) => withOwnKey(now, usual, pressed), {});
        const all = "abcdj?/[]1".split("");
        expect(new Set(all.map((one) => ownKey(keys, one)))).toEqual(new Set(all));
        for (const one of all) expect(usualKey(keys, ownKey(keys, one))).toBe(one);
        for (const [usual, pressed] of changes.slice(-1)) expect(ownKey(keys, usual)).toBe(pressed);
      }),
    );
  });

  it("is of characters alone", () => {
    expect(["j", "?", "ж", "1"].every(isCharacter)).toBe(true);
    expect(["Enter", "Escape", " ", ""].some(isCharacter)).toBe(false);
  });
});
