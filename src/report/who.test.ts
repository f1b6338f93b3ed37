import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { WhoAnswer } from "../model/index.js";
import { observations } from "./sample-observations.js";
import { paths } from "./sample-places.js";
import { sampleReview } from "./sample-review.js";
import { renderWho } from "./who.js";

const [, host, , , , , , , partner] = observations;
const base = { schemaVersion: "1", asOf: "2026-11-23", reference: { edition: "2026-11-20", sha256: "3f".repeat(32) } } as const;
const known: WhoAnswer = {
  ...base,
  thing: "oss-us-west-1.aliyuncs.com",
  understoodAs: "host",
  attribution: host?.attribution as WhoAnswer["attribution"],
  provider: { id: "alibaba-cloud", name: "Alibaba Cloud" },
  parties: sampleReview.parties.filter((one) => one.id.startsWith("alibaba")),
  governments: [
    {
      code: "CN",
      name: "China",
      effects: [
        { effect: "access", confidence: "high" },
        { effect: "disrupt", confidence: "low" },
      ],
      path: { steps: paths.chinaToOrders.steps.slice(0, 2), confidence: "high" },
      alternatives: [],
    },
  ],
  listings: [{ party: "alibaba-group-holding", list: "us-dod-1260h", from: "2026-06-08", citation: "Section 1260H" }],
  evidence: [{ kind: "reference", locator: "https://docs.example/endpoints", title: "Endpoints", retrieved: "2026-11-20" }],
};
const unknown: WhoAnswer = {
  ...base,
  thing: "metrics.partner.example",
  understoodAs: "host",
  attribution: partner?.attribution as WhoAnswer["attribution"],
  provider: null,
  parties: [],
  governments: [],
  listings: [],
  evidence: [],
};
const options = { width: 80, color: false };

describe("the answer to who, as text", () => {
  it("gives the four facts apart, then each government's path with numbered sources", () => {
    const text = renderWho([known], "text", { width: 100, color: false });
    expect(text.split("\n").slice(0, 7)).toEqual([
      "oss-us-west-1.aliyuncs.com (read as a host)",
      "  Provider     Alibaba Cloud, OSS",
      "  Served from  us-west-1, US",
      "  Operated by  Alibaba Cloud Computing Co., Ltd. (阿里云计算有限公司) (CN)",
      "  Owned by     Alibaba Group Holding Limited (KY)",
      "  Written by   the operator, as far as is known",
      "  Matched      domain-suffix aliyuncs.com (high confidence) [1]",
    ]);
    expect(text).toContain("China (CN) can obtain data (high confidence) and cut off (low confidence: a lead)");
    expect(text).toMatch(/1\. China can compel Alibaba Cloud Computing Co\., Ltd\./);
    expect(text).toContain("[1]  Endpoints, https://docs.example/endpoints (opened 2026-11-20)");
    expect(text).toContain("[2]  National Intelligence Law, articles 7 and 14");
    expect(text).toContain("us-dod-1260h, since 2026-06-08: Section 1260H");
    expect(text).toContain("not legal advice");
  });

  it("says of something unknown what was tried", () => {
    const text = renderWho([unknown], "text", options);
    expect(text).toContain("Unknown: nobody on file stands behind it.");
    expect(text).toContain("  Tried\n    domain suffix\n    vendor name");
  });

  it.each([40, 60, 120])("keeps within %i columns", (width) => {
    const lines = renderWho([known, unknown], "text", { width, color: false }).split("\n");
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  it("says the same with colour", () => {
    const plain = renderWho([known], "text", options);
    const coloured = renderWho([known], "text", { ...options, color: true });
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });
});

describe("the answer to who, for programs", () => {
  it("is an object for one thing, a list for several, and one object a line", () => {
    expect(WhoAnswer.parse(JSON.parse(renderWho([known], "json", options)))).toEqual(known);
    expect(JSON.parse(renderWho([known, unknown], "json", options))).toHaveLength(2);
    const lines = renderWho([known, unknown], "jsonl", options).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).thing)).toEqual([known.thing, unknown.thing]);
  });
});
