import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handlingMarks } from "../model/index.js";
import { checkPublication as check, type Passage } from "./publication.js";
import { shippedProcedure } from "./sample-case.js";

const law = shippedProcedure("us-icts").withholding;
const checkPublication = (passages: Passage[], withheld: Passage[] = []) => check(passages, withheld, law);
const open = (text: string): Passage => ({ text, handling: "public" });

describe("12: what is published", () => {
  it("passes what is public and unmarked", () => {
    const passages = ["The determination is unclassified.", "See 15 CFR 791.3(a)(1)(C). The firm kept its secret recipe."];
    expect(checkPublication(passages.map(open))).toEqual({ publishable: true, passages, grounds: [] });
  });

  it("withholds confidential business information and names the ground", () => {
    const checked = checkPublication([open("Sales are high."), { text: "They were 4.2 million.", handling: "business-confidential" }]);
    expect(checked).toEqual({
      publishable: true,
      passages: ["Sales are high.", "[withheld: confidential business information, 15 CFR 791.102, 791.109(c)]"],
      grounds: [
        {
          passage: 1,
          ground: "business-confidential",
          action: "redacted",
          because: "confidential business information",
          citation: "15 CFR 791.102, 791.109(c)",
          mark: "OLD",
        },
      ],
    });
  });

  it.each([
    ["a banner", open("Annex\nSECRET//NOFORN\ntext")],
    ["a portion mark", open("(S//NF) The service was asked for keys.")],
    ["a dissemination control", open("as reported (TS//SI//NOFORN)")],
    ["a reference", open("The grounds are in the classified annex.")],
  ])("refuses the whole for %s", (_, passage) => {
    expect(checkPublication([open("Fine."), passage])).toMatchObject({
      publishable: false,
      passages: [],
      grounds: [{ passage: 1, action: "refused", citation: "15 CFR 791.105(c), 791.109(d)(3)" }],
    });
  });

  it.each([
    ["BUSINESS CONFIDENTIAL: margin 12 %", "confidential business information"],
    ["(CUI) Names of officers.", "controlled unclassified information"],
  ])("withholds what its own marking protects: %s", (text, ground) => {
    expect(checkPublication([open(text)]).passages[0]).toContain(`[withheld: ${ground}`);
  });

  it("finds a protected text that a public passage repeats", () => {
    const withheld: Passage[] = [
      { text: "Margin of 12 percent", handling: "business-confidential" },
      { text: "operation hollow reed", handling: "restricted" },
    ];
    expect(checkPublication([open("With a margin  of\n12 percent it grew.")], withheld).grounds).toMatchObject([{ action: "redacted" }]);
    expect(checkPublication([open("Operation Hollow Reed showed it.")], withheld).grounds).toMatchObject([{ ground: "restricted" }]);
  });

  it.each([
    ["where a sentence goes on behind it", "Margin of 12 percent.", "It told of a margin of 12 percent and more."],
    ["with what has no width in it", "Margin of 12 percent", "A mar\u00adgin of 12\u200b percent."],
    ["with other quotation marks and dashes", `the "Reed" plan - it's theirs`, "See the \u201cReed\u201d plan \u2013 it\u2019s theirs."],
  ])("finds a protected text %s", (_, text, passage) => {
    expect(checkPublication([open(passage)], [{ text, handling: "business-confidential" }]).grounds).toMatchObject([
      { action: "redacted" },
    ]);
  });

  it("names no provision where the procedure has none, and finds a short text as a word of its own", () => {
    expect(check([{ text: "Ours.", handling: "internal" }]).passages).toEqual(["[withheld: not marked as public]"]);
    const withheld: Passage[] = [
      { text: "Zed", handling: "restricted" },
      { text: "-", handling: "restricted" },
    ];
    const { passages } = check([open("Zed runs it."), open("It is Zedlike - and public.")], withheld);
    expect(passages).toEqual(["[withheld: marked as restricted] runs it.", "It is Zedlike - and public."]);
  });

  it("takes out of a public passage the protected words alone, and says what they were to those who may know", () => {
    const withheld: Passage[] = [
      { text: "the keys of customers", handling: "internal" },
      { text: "customers in Virginia", handling: "restricted" },
      { text: "Acme", handling: "business-confidential" },
    ];
    const { passages, grounds } = check([open("Acme keeps The  keys of\ncustomers in Virginia, and says so. ACME, then.")], withheld);
    const gone = "[withheld: marked as restricted]";
    expect(passages).toEqual([`${gone} keeps ${gone}, and says so. ${gone}, then.`]);
    expect(grounds).toMatchObject([{ ground: "restricted", words: ["Acme", "The  keys of\ncustomers in Virginia", "ACME"] }]);
    // The whole of a word that holds protected letters, and of a text of which nothing else would be left.
    expect(check([open("It is Zebralike in kind.")], [{ text: "Zebral", handling: "internal" }]).passages).toEqual([
      "It is [withheld: not marked as public] in kind.",
    ]);
    expect(check([open("The keys of customers.")], withheld).grounds[0]?.words).toBeUndefined();
  });

  it("never lets a protected text through", () => {
    const passage = fc.record({
      text: fc.string({ minLength: 6, maxLength: 30, unit: "grapheme" }),
      handling: fc.constantFrom(...handlingMarks),
    });
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 6 }), fc.array(passage, { maxLength: 3 }), (passages, withheld) => {
        const { passages: shown } = checkPublication(passages, withheld);
        for (const [at, text] of shown.entries()) {
          if (passages[at]?.handling !== "public") expect(text).toMatch(/^\[withheld: /);
          for (const { text: secret, handling } of withheld) {
            const words = secret.trim();
            // Of one or two letters nothing can be told.
            if (handling === "public" || (words.match(/[\p{L}\p{N}]/gu) ?? []).length < 3) continue;
            for (const part of text.split(/\[withheld: [^[\]]*\]/)) expect(part).not.toContain(words);
          }
        }
      }),
    );
  });
});
