import { describe, expect, it } from "vitest";
import { checkCondition } from "../conditions.js";
import { factsByName } from "../fact-table.js";
import { factNamed, wordsByName } from "./fact-words.js";
import { asSentence, withoutWords } from "./sentences.js";
import { tellCondition } from "./tell-condition.js";

const names = {
  government: (code: string) => ({ CN: "China", RU: "Russia", DE: "Germany" })[code] ?? code,
  ownSide: "the United States",
};

const tell = (cel: string) => asSentence(tellCondition(cel, names));

/** Written by hand from what each expression says. */
const sentences: [cel: string, words: string][] = [
  // Verdicts: what of the three answers remains.
  ['counterparty.covered == "yes"', "the counterparty is covered by the regime"],
  ['counterparty.covered == "no"', "the counterparty is not covered by the regime"],
  ['counterparty.covered != "no"', "the counterparty is, or may be, covered by the regime"],
  ['"no" != counterparty.covered', "the counterparty is, or may be, covered by the regime"],
  ['!(counterparty.covered == "no")', "the counterparty is, or may be, covered by the regime"],
  ['counterparty.covered in ["yes", "cannot-be-excluded"]', "the counterparty is, or may be, covered by the regime"],
  ['counterparty.covered != "yes"', "it is not established that the counterparty is covered by the regime"],
  ['counterparty.covered == "cannot-be-excluded"', "it stays open whether the counterparty is covered by the regime"],
  ['counterparty.covered != "cannot-be-excluded"', "it is settled whether the counterparty is covered by the regime"],
  ['subject.domestic != "no"', "the company under review is, or may be, a person of the United States"],
  // Truth values.
  ["data.known", "the data that the service holds is declared"],
  ["!data.known", "no data that the service holds is declared"],
  ["data.known == false", "no data that the service holds is declared"],
  ["data.known != false", "the data that the service holds is declared"],
  ["true", "always"],
  ["!true", "never"],
  // Lists.
  ["size(reach.access) > 0", "at least one government of concern can obtain the data"],
  ["reach.access.size() >= 1", "at least one government of concern can obtain the data"],
  ["size(reach.access) == 0", "no government of concern can obtain the data"],
  ["!(size(reach.access) > 0)", "no government of concern can obtain the data"],
  ["reach.access != []", "at least one government of concern can obtain the data"],
  ["size(residual.disrupt) != 0", "at least one government of concern can still cut off the service in spite of the measures in place"],
  ["size(reach.access) >= 2", "the number of governments of concern that can obtain the data is 2 or more"],
  [
    "size(reach.access) + size(reach.tamper) > 0",
    "either at least one government of concern can obtain the data, or at least one government of concern can change software or data",
  ],
  [
    "size(reach.access) + size(reach.tamper) == 0",
    "no government of concern can obtain the data, and no government of concern can change software or data",
  ],
  [
    "size(reach.access) + size(reach.tamper) > 1",
    "the number of governments of concern that can obtain the data plus the number of governments of concern that can change software or data is more than 1",
  ],
  ['"CN" in reach.access', "China is among the governments of concern that can obtain the data"],
  ['!("us-ofac-sdn" in counterparty.lists)', '"us-ofac-sdn" is not among the government lists that name the counterparty on that day'],
  [
    'counterparty.limbs != ["principal-place", "control"]',
    "the grounds on which the counterparty is covered are not exactly principal place of business and control",
  ],
  ['"vendor-agreement" in terms.met', 'the term "vendor agreement" is met'],
  ['!("vendor-agreement" in terms.met)', 'the term "vendor agreement" is not established to be met'],
  ['"vendor-agreement" in terms.open', 'it stays open whether the term "vendor agreement" is met'],
  ['!("auditor-covered" in deal.states)', 'the declared facts of the deal do not state "auditor covered"'],
  ['"listed" in counterparty.limbs', "listing is among the grounds on which the counterparty is covered"],
  ['reach.access[0] == "CN"', "the first of the governments of concern that can obtain the data is China"],
  ['reach.access.exists(g, g == "CN")', "of at least one of the governments of concern that can obtain the data this is true: it is China"],
  ['!reach.access.exists(g, g == "CN")', "of none of the governments of concern that can obtain the data this is true: it is China"],
  [
    'data.categories.all(c, c.startsWith("personal-"))',
    'of every one of the categories of the data, without those that an exclusion takes out this is true: it begins with "personal-"',
  ],
  [
    'reach.access.filter(g, g != "RU").exists(g, g in reach.tamper)',
    "of at least one of the governments of concern that can obtain the data of which this is true (it is not Russia) this is true: it is among the governments of concern that can change software or data",
  ],
  [
    "reach.access.exists(a, reach.tamper.exists(b, a == b))",
    "of at least one of the governments of concern that can obtain the data this is true: of at least one of the governments of concern that can change software or data this is true: it is that other one",
  ],
  // Texts, dates and numbers.
  ['transaction.kind == "hosting"', "what the company under review gets is a place to store or compute"],
  ['transaction.kind in ["hosting", "vendor"]', "what the company under review gets is a place to store or compute or a vendor's service"],
  ['!(transaction.kind in ["software"])', "what the company under review gets is not software"],
  ['transaction.servedFrom == ""', "the country that the service is served from is not known"],
  ['transaction.servedFrom != "DE"', "the country that the service is served from is not Germany"],
  ['transaction.provider == "alibaba-cloud"', 'the provider\'s id is "alibaba-cloud"'],
  ['transaction.provider.startsWith("ali")', 'the provider\'s id begins with "ali"'],
  ['!transaction.region.contains("cn-")', 'the provider\'s region does not contain "cn-"'],
  [
    "counterparty.jurisdiction == counterparty.principalPlace",
    "the country where the counterparty is organised is the country of the counterparty's principal place of business",
  ],
  ['asOf >= "2025-02-04"', "the day of the review is 2025-02-04 or after"],
  ['asOf < "2025-02-04"', "the day of the review is before 2025-02-04"],
  ["counterparty.shareMax >= 50.0", "the share of the counterparty that covered owners may hold at most is 50 percent or more"],
  ["50.0 > counterparty.shareMin", "the share of the counterparty that covered owners are known to hold is less than 50 percent"],
  ["!(data.usPersons > 1000000)", "the largest declared count of U.S. persons in a set of data is at most 1,000,000"],
  [
    "counterparty.shareMax - counterparty.shareMin > 10.0",
    "the share of the counterparty that covered owners may hold at most less the share of the counterparty that covered owners are known to hold is more than 10 percent",
  ],
  [
    "transaction.bytesSent > transaction.bytesReceived",
    "the traffic sent to the service in the logs read is more than the traffic received from the service in the logs read",
  ],
  // And, or, otherwise.
  [
    'data.known && (data.bulk == "yes" || data.sensitive)',
    "the data that the service holds is declared, and (either the data is bulk (above a line of the pack), or some of the data is, or may be, of a sensitive category)",
  ],
  ["!(data.known && data.sensitive)", "either no data that the service holds is declared, or none of the data is of a sensitive category"],
  [
    'data.known ? data.bulk == "yes" : data.sensitive',
    "where the data that the service holds is declared: the data is bulk (above a line of the pack); otherwise some of the data is, or may be, of a sensitive category",
  ],
];

describe("a condition in words", () => {
  it.each(sentences)("%s", (cel, words) => {
    expect(checkCondition(cel)).toEqual([]);
    expect(tell(cel)).toBe(words);
    expect(withoutWords(tellCondition(cel, names))).toEqual([]);
  });

  it("keeps the structure: chains of one operator are one list", () => {
    expect(tellCondition('data.known && data.sensitive && (counterparty.covered == "yes" || data.usPersonsKnown)', names)).toEqual({
      kind: "all",
      parts: [
        { kind: "sentence", text: "the data that the service holds is declared" },
        { kind: "sentence", text: "some of the data is, or may be, of a sensitive category" },
        {
          kind: "any",
          parts: [
            { kind: "sentence", text: "the counterparty is covered by the regime" },
            { kind: "sentence", text: "every set of data declares its count of U.S. persons" },
          ],
        },
      ],
    });
  });

  it("gives the expression itself where there are no words, and says when it is denied", () => {
    const odd = 'reach.access.map(g, g + "x").exists(g, g == "CNx")';
    expect(checkCondition(odd)).toEqual([]);
    expect(tellCondition(`data.known && !(${odd})`, names)).toEqual({
      kind: "all",
      parts: [
        { kind: "sentence", text: "the data that the service holds is declared" },
        { kind: "expression", cel: `!(${odd})` },
      ],
    });
    expect(tell(odd)).toBe(`the expression "${odd}" holds`);
  });
});

describe("the words of facts", () => {
  it("are there for every fact and for every value that a text can have", () => {
    expect([...wordsByName.keys()].sort()).toEqual([...factsByName.keys()].sort());
    for (const [name, { type, values }] of factsByName) {
      const words = wordsByName.get(name);
      if (type !== "verdict" && values && words)
        expect(Object.keys("values" in words ? (words.values ?? {}) : {}).sort(), name).toEqual([...values].sort());
    }
  });

  it("name a fact inside a sentence", () => {
    expect(factNamed("reach.access")).toBe("the governments of concern that can obtain the data");
    expect(factNamed("counterparty.covered")).toBe("whether the counterparty is covered by the regime");
    expect(factNamed("transaction.observed")).toBe("whether a log shows traffic with the service");
    expect(factNamed("transaction.bytesSent")).toBe("the traffic sent to the service in the logs read");
    expect(factNamed("counterparty.because")).toBe("why the counterparty is covered, is not covered, or why that stays open");
  });
});
