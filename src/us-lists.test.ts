import { beforeAll, describe, expect, it } from "vitest";
import type { Day, Reference, RulePack, Verdict } from "./model/index.js";
import { holdsOn } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { loadRulePacks } from "./rule-packs.js";
import { party, sampleReference, stake } from "./trace/sample-reference.js";
import { traceParty } from "./trace-party.js";

const reference = loadReference();
let packs: RulePack[] = [];
beforeAll(async () => {
  packs = (await loadRulePacks(["us-lists"])).map(({ pack }) => pack);
});

function regime(id: string, asked: string, asOf: Day, facts: Reference = reference) {
  const found = traceParty(asked, { regimes: packs, reference: facts, asOf }).regimes.find((one) => one.id === id);
  if (!found) throw new Error(`us-lists has no pack ${id}`);
  return found;
}

const isListed = (id: string, list: string, day: Day) => reference.listingsOf(id).some((one) => one.list === list && holdsOn(one, day));

describe("us-lists on the shipped reference", () => {
  it.each<[string, string, [Day, boolean][]]>([
    [
      "alibaba-group-holding",
      "us-dod-1260h",
      [
        ["2026-02-13", false],
        ["2026-02-14", false],
        ["2026-06-07", false],
        ["2026-06-08", true],
      ],
    ],
    ["baidu-inc", "us-dod-1260h", [["2026-02-13", false]]],
    [
      "ymtc",
      "us-dod-1260h",
      [
        ["2026-02-16", true],
        ["2026-02-17", false],
        ["2026-03-01", false],
        ["2026-06-09", true],
      ],
    ],
    [
      "cxmt",
      "us-dod-1260h",
      [
        ["2026-02-16", true],
        ["2026-03-01", false],
        ["2026-06-08", true],
      ],
    ],
    [
      "zte-corp",
      "us-bis-entity-list",
      [
        ["2016-03-08", true],
        ["2017-03-28", true],
        ["2017-03-29", false],
        ["2018-05-01", false],
      ],
    ],
    [
      "zte-corp",
      "us-bis-denial-orders",
      [
        ["2018-04-14", false],
        ["2018-05-01", true],
        ["2018-07-13", true],
        ["2018-07-14", false],
      ],
    ],
    [
      "acronis-ag",
      "us-fascsa-orders",
      [
        ["2025-07-10", false],
        ["2025-07-11", true],
      ],
    ],
    ["tencent-holdings", "us-dod-1260h", [["2025-01-07", true]]],
    ["tencent-holdings", "us-ofac-ns-cmic", [["2026-11-23", false]]],
    ["hytera", "us-dod-1260h", [["2026-11-23", false]]],
    ["dahua", "us-ofac-ns-cmic", [["2026-11-23", false]]],
  ])("%s on %s", (id, list, days) => {
    expect(days.map(([day]) => [day, isListed(id, list, day)])).toEqual(days);
  });

  it("has no listing from the edition that was withdrawn on 2026-02-13", () => {
    const listed = [...reference.listedParties("us-dod-1260h")].flatMap((id) => reference.listingsOf(id));
    expect(listed.filter(({ list, from }) => list === "us-dod-1260h" && from.startsWith("2026-02"))).toEqual([]);
  });

  it("says of ZTE on 2018-05-01: denied, and not on the Entity List", () => {
    expect(regime("us-bis-denial-orders", "zte-corp", "2018-05-01").verdict).toBe("yes");
    expect(regime("us-bis-affiliates", "zte-corp", "2018-05-01").verdict).toBe("no");
  });

  it("says of Alibaba Cloud under section 1260H what the day makes of it", () => {
    const verdicts = (["2026-02-14", "2026-06-08"] as const).map((day) => regime("us-dod-1260h", "alibaba-cloud", day).verdict);
    expect(verdicts).toEqual(["no", "yes"]);
  });

  it("turns the affiliates rule on, off, and to verify", () => {
    // Owned to 50.88 percent by a party on the Entity List.
    const on = (day: Day) => regime("us-bis-affiliates", "inspur-digital", day);
    expect(on("2025-09-28").verdict).toBe("no");
    expect(on("2025-10-15").verdict).toBe("yes");
    expect(on("2026-01-01")).toMatchObject({ verdict: "no", remarks: [expect.stringContaining("owners do not count")] });
    expect(on("2026-11-10")).toMatchObject({ verdict: "cannot-be-excluded", remarks: [expect.stringContaining("verify")] });
    expect(on("2026-11-10").settle).toEqual(["Is the rule on owners in force on 2026-11-10 (90 FR 50857)?"]);
  });

  it("keeps what each entry of the FCC Covered List is limited to", () => {
    const entries = [...reference.listedParties("us-fcc-covered-list")].flatMap((id) => reference.listingsOf(id));
    expect(entries.filter(({ list }) => list === "us-fcc-covered-list").every(({ scope, products }) => scope && products)).toBe(true);
    expect(new Set(entries.filter(({ party: id }) => id === "china-telecom-americas").flatMap(({ products = [] }) => products))).toEqual(
      new Set(["telecommunications-services"]),
    );
  });
});

describe("arithmetic of ownership", () => {
  const lists = ["us-ofac-sdn", "us-ofac-ns-cmic", "us-bis-entity-list", "us-dod-1260h", "us-section-889", "us-fcc-covered-list"];
  const everyList = lists.map((list) => ({ party: "l", list, from: "2020", citation: list, sources: ["s"], confidence: "high" as const }));
  const under = (interests: ReturnType<typeof stake>[], day: Day = "2026-06-01"): Record<string, Verdict> => {
    const facts = sampleReference({ parties: ["l", "x", "p", "m"].map((id) => party(id)), interests, listings: everyList });
    const { regimes } = traceParty("x", { regimes: packs, reference: facts, asOf: day });
    return Object.fromEntries(regimes.map(({ id, verdict }) => [id, verdict]));
  };

  it("is never shared: the same tie to the same party, on the same day", () => {
    // Owned to 60 percent by a party that stands on all the lists.
    expect(under([stake("l", "x", 60)])).toMatchObject({
      "us-ofac-sdn": "yes",
      "us-ofac-ns-cmic": "no",
      "us-bis-affiliates": "no",
      "us-dod-1260h": "yes",
      "us-section-889": "yes",
      "us-fcc-covered-list": "yes",
    });
    // The same while the affiliates rule was in force.
    expect(under([stake("l", "x", 60)], "2025-10-15")).toMatchObject({ "us-bis-affiliates": "yes", "us-ofac-ns-cmic": "no" });
    // 30 percent: more than 10, less than half.
    expect(under([stake("l", "x", 30)])).toMatchObject({
      "us-ofac-sdn": "no",
      "us-ofac-ns-cmic": "no",
      "us-dod-1260h": "no",
      "us-section-889": "no",
      "us-fcc-covered-list": "yes",
    });
    // A sister under a parent that is not listed: an affiliate, owned and controlled by nobody who is listed.
    expect(under([stake("p", "l", 100), stake("p", "x", 100)])).toMatchObject({
      "us-ofac-sdn": "no",
      "us-dod-1260h": "no",
      "us-section-889": "yes",
      "us-fcc-covered-list": "yes",
    });
    // Control without a share.
    expect(under([stake("l", "x", undefined, { kind: "vie-contract" })])).toMatchObject({
      "us-ofac-sdn": "no",
      "us-dod-1260h": "yes",
      "us-section-889": "yes",
    });
    // Half in the aggregate, 25 percent itself and 25 by what it controls.
    expect(under([stake("l", "x", 25), stake("l", "m", 100), stake("m", "x", 25)])).toMatchObject({
      "us-ofac-sdn": "yes",
      "us-ofac-ns-cmic": "no",
    });
  });
});
