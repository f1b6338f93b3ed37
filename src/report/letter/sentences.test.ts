import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences.js";

describe("the sentences of a text", () => {
  it.each([
    ["a digit", "It hosts data. 42 regions are open. It stands.", ["It hosts data.", "42 regions are open.", "It stands."]],
    ["a sum in money", "It was sold. $3 million were paid.", ["It was sold.", "$3 million were paid."]],
    ["a section sign", "It is barred. § 791.103 says so.", ["It is barred.", "§ 791.103 says so."]],
  ])("part where the next one begins with %s", (_, text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it.each([
    "See No. 5 of the list.",
    "See Art. 7 and Sec. 4 of it.",
    "It stands on p. 12 and pp. 14 to 16.",
    "It came on Sept. 3, Dec. 12 and Jan. 4.",
    "It is worth approx. 40 million.",
    "See 31 U.S.C. 1352, 50 U.S.C. 4565(b) and 89 FR 5698.",
    "It has 4.2 million users.",
  ])("do not part before a number behind an abbreviation: %s", (text) => {
    expect(splitSentences(text)).toEqual([text]);
  });
});
