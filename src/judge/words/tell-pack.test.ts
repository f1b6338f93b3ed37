import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ConditionWords } from "../../model/index.js";
import { renderRules } from "../../report/rules/report.js";
import { readRulePackFile, rulePackPaths } from "../files.js";
import { samplePack, sampleRule } from "../sample-pack.js";
import { withoutWords } from "./sentences.js";
import { tellPack } from "./tell-pack.js";

const reference = {
  government: (code: string) => ({ CN: "China", US: "United States" })[code],
  measure: (id: string) => (id === "M04" ? "Keys held by the customer" : undefined),
};

const rules = join(import.meta.dirname, "../../../rules");
const packs = await Promise.all((await rulePackPaths(rules, rules)).map(readRulePackFile));

describe("the shipped packs in words", () => {
  it.each(packs.map(({ pack }) => [pack.id, pack] as const))("%s: every condition has words, and every blank a name", (_, pack) => {
    const told = tellPack(pack, undefined, reference);
    expect(
      conditionsIn(told.inWords)
        .concat(told.rules.flatMap((rule) => conditionsIn(rule.inWords)))
        .flatMap(withoutWords),
    ).toEqual([]);
    expect(JSON.stringify([told.inWords, told.rules.map((rule) => rule.inWords)])).not.toMatch(/\{\{|\[[a-z]+\.[a-zA-Z]+\]/);
  });
});

/** Every condition anywhere in the words, whatever part of a pack it belongs to. */
function conditionsIn(value: unknown): ConditionWords[] {
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value) return [value as ConditionWords];
  return Object.values(value).flatMap(conditionsIn);
}

describe("a pack in words", () => {
  const pack = samplePack({}, { measures: ["M04", "M99"], settle: ["{{counterparty.name}}: who owns you?"] });
  const told = tellPack(pack, undefined, reference);

  it("says whom the regime covers", () => {
    expect(told.inWords).toEqual({
      mark: "the text was read",
      protects: "the United States",
      governments: ["China [R]"],
      covered: [
        "owned to 50 percent or more, directly or indirectly, by one or several that are covered or governments of concern (equity and state-control; an owner that is covered counts with its whole share at the next tier)",
        "organised under the law of a government of concern",
      ],
      exempt: null,
      bulk: [],
      terms: [],
      duties: [],
      criteria: null,
    });
  });

  it("names blanks and measures, and tells examples as sentences", () => {
    const [rule] = told.rules;
    expect(rule?.inWords).toMatchObject({
      openWhen: null,
      outcome: "the deal calls for a review",
      explanation: "[the counterparty] lets [the governments of concern that can obtain the data] reach [the system that uses it].",
      settle: ["[the counterparty]: who owns you?"],
      measures: [
        { id: "M04", name: "Keys held by the customer" },
        { id: "M99", name: null },
      ],
      examples: [
        {
          name: "covered",
          given: ["the counterparty is covered by the regime", "the governments of concern that can obtain the data: China"],
          result: "review",
        },
        { name: "not covered", given: [], result: "the rule does not apply" },
      ],
    });
  });

  it("tells criteria: how they are answered, and what is asked of whom", () => {
    const criteria = {
      askedWhen: 'subject.domestic != "no"',
      groups: [{ id: "nexus", title: "Nexus", citation: "Sample Act, section 2", mark: "R" }],
      list: [
        {
          id: "soil",
          group: "nexus",
          title: "Soil",
          question: "Where is it run?",
          citation: "Sample Act, section 2",
          mark: "OLD",
          answers: [{ when: "size(reach.access) > 0", leaning: "for", text: "{{reach.access}} can." }],
          ask: [
            { of: "{{counterparty.name}}", question: "where?" },
            { of: "counsel", question: "why?", when: "!data.known" },
          ],
          examples: [{ name: "reached", facts: { "reach.access": ["CN"] }, expect: ["for", "possibly-against"] }],
        },
      ],
    };
    const shown = tellPack(samplePack({ criteria }), "soil", reference);
    expect(shown.rules).toEqual([]);
    expect(shown.inWords.criteria).toEqual({
      askedWhen: { kind: "sentence", text: "the company under review is, or may be, a person of the United States" },
      list: [
        {
          id: "soil",
          mark: "only wording that has since been replaced was read; check it against the text in force",
          answers: [
            {
              when: { kind: "sentence", text: "at least one government of concern can obtain the data" },
              leaning: "for",
              text: "[the governments of concern that can obtain the data] can.",
            },
          ],
          ask: [
            { of: "[the counterparty]", question: "where?", when: null },
            { of: "counsel", question: "why?", when: { kind: "sentence", text: "no data that the service holds is declared" } },
          ],
          examples: [
            {
              name: "reached",
              given: ["the governments of concern that can obtain the data: China"],
              result: "an answer for it and possibly an answer against it",
            },
          ],
        },
      ],
    });
    expect(renderRules(null, [shown], "md", { width: 100, cel: false })).toContain("counsel: why?\n");
  });

  it("tells the terms that a rule needs, through others too, and a duty with when it counts", () => {
    const term = (id: string, when: string) => ({ id, citation: "Sample Act, section 3", mark: "R", when });
    const terms = [term("near", '"far" in terms.met'), term("far", "data.known"), term("other", "!data.known")];
    const duty = {
      id: "audit",
      title: "Audit",
      citation: "Sample Act, section 4",
      mark: "R",
      when: "data.known",
      validWhen: '!("late" in deal.states)',
    };
    const duties = [{ ...duty, who: "whoever deals", does: "Have it audited.", dueInWords: "every year", labels: ["audit"] }];
    const shownPack = (id: string) => tellPack(samplePack({ terms, duties }, { when: '"near" in terms.met' }), id, reference).inWords;
    expect(shownPack("data-access").terms.map(({ id }) => id)).toEqual(["near", "far"]);
    expect(shownPack("data-access").duties).toEqual([]);
    expect(shownPack("audit")).toMatchObject({
      terms: [],
      duties: [{ id: "audit", validWhen: { kind: "sentence", text: 'the declared facts of the deal do not state "late"' } }],
    });
    expect(renderRules(null, [tellPack(samplePack({ terms, duties }), "audit", reference)], "text", { width: 100, cel: false })).toContain(
      "Has to              Have it audited.",
    );
  });

  it("tells only the rule asked for", () => {
    const two = samplePack({ rules: [sampleRule(), sampleRule({ id: "other" })] });
    expect(tellPack(two, "other", reference).rules.map(({ id }) => id)).toEqual(["other"]);
  });

  it("tells each kind of fact in an example", () => {
    const facts = {
      asOf: "2022-01-18",
      "data.usPersons": 1200000,
      "counterparty.shareMax": 49.9,
      "data.known": false,
      "data.bulk": "cannot-be-excluded",
      "data.omic": "no",
      "reach.tamper": [],
      "transaction.kind": "software",
      "transaction.servedFrom": "HK",
      "transaction.region": "",
      "transaction.providerName": "Example Cloud",
      "counterparty.domestic": true,
    };
    const one = samplePack(
      {},
      {
        examples: [
          { name: "all kinds", facts, expect: "none" },
          { name: "none", facts: {}, expect: "review" },
        ],
      },
    );
    expect(tellPack(one, undefined, reference).rules[0]?.inWords.examples[0]?.given).toEqual([
      "the day of the review is 2022-01-18",
      "the largest declared count of U.S. persons in a set of data is 1,200,000",
      "the share of the counterparty that covered owners may hold at most is 49.9 percent",
      "no data that the service holds is declared",
      "it stays open whether the data is bulk (above a line of the pack)",
      "the data is not bulk human 'omic data",
      "no government of concern can change software or data",
      "what the company under review gets is software",
      "the country that the service is served from is HK",
      "the provider's region is not known",
      "the provider is Example Cloud",
      "the counterparty is organised in the United States",
    ]);
  });
});
