import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { psc } from "./psc.js";
import { corporate, lines, link, partName as part, samplePerson as person, statement } from "./sample-psc.js";

describe("people with significant control", () => {
  it("takes an individual with every nature as its own interest, bands with their open ends", async () => {
    const told = await readSample(psc, part, lines(person));
    expect(told.source).toMatchObject({ id: "gb-psc", edition: "2026-09-18", publisher: "Companies House" });
    expect(told.parties).toEqual([
      { id: "gb-coh-01234567", kind: "entity", jurisdiction: "GB" },
      {
        id: "gb-psc-ab3-def-ghijklmnopqrstuvwxy",
        kind: "individual",
        name: "Ms Ada Example",
        jurisdiction: "GB",
        nationalities: ["GB", "FR"],
        birthDates: ["1971-04"],
        record: "/company/01234567/persons-with-significant-control/individual/aB3_dEf-GhIjKlMnOpQrStUvWxY",
      },
    ]);
    const common = { owner: "gb-psc-ab3-def-ghijklmnopqrstuvwxy", owned: "gb-coh-01234567", from: "2016-04-06" };
    expect(told.interests).toEqual([
      { ...common, kind: "equity", shareMin: 25, minExclusive: true, shareMax: 50 },
      { ...common, kind: "voting", shareMin: 50, minExclusive: true, shareMax: 75, maxExclusive: true, capacity: "trust" },
      { ...common, kind: "board", capacity: "firm", note: "may appoint or remove a majority of the board" },
      { ...common, kind: "influence" },
    ]);
    expect(told).toMatchObject({ records: 1, refused: [], passedOver: {} });
  });

  it.each([
    ["ownership-of-shares-75-to-100-percent", { kind: "equity", shareMin: 75, shareMax: 100 }],
    ["voting-rights-25-to-50-percent-limited-liability-partnership", { kind: "voting", shareMin: 25, minExclusive: true, shareMax: 50 }],
    [
      "ownership-of-shares-more-than-25-percent-as-control-over-trust-registered-overseas-entity",
      { kind: "equity", shareMin: 25, minExclusive: true, shareMax: 100, capacity: "trust" },
    ],
    [
      "right-to-share-surplus-assets-50-to-75-percent-as-firm-limited-liability-partnership",
      { kind: "equity", shareMin: 50, shareMax: 75, minExclusive: true, maxExclusive: true, capacity: "firm" },
    ],
    ["part-right-to-share-surplus-assets-75-to-100-percent", { kind: "equity", shareMin: 75, shareMax: 100 }],
    ["right-to-appoint-and-remove-members-as-trust-limited-liability-partnership", { kind: "board", capacity: "trust" }],
    ["right-to-appoint-and-remove-person", { kind: "board" }],
    ["significant-influence-or-control-as-control-over-firm-registered-overseas-entity", { kind: "influence", capacity: "firm" }],
  ])("reads the nature %s", async (nature, expected) => {
    const told = await readSample(psc, part, lines({ ...person, data: { ...person.data, natures_of_control: [nature] } }));
    expect(told.interests).toEqual([expect.objectContaining(expected)]);
    expect(told.refused).toEqual([]);
  });

  it("keeps a stake of unknown size where the nature is new or missing, and refuses the new one", async () => {
    const natures = ["ownership-of-shares-90-to-100-percent", "ownership-of-shares", "__proto__", 7];
    const told = await readSample(
      psc,
      part,
      lines(
        { ...person, data: { ...person.data, natures_of_control: natures } },
        { ...person, data: { ...person.data, natures_of_control: [] } },
      ),
    );
    expect(told.refused.map(({ line }) => line)).toEqual([1, 1, 1, 1]);
    expect(told.refused[0]?.reason).toContain("ownership-of-shares-90-to-100-percent");
    expect(told.interests.map(({ kind, shareMin, shareMax }) => [kind, shareMin, shareMax])).toEqual(
      Array.from({ length: 5 }, () => ["equity", undefined, undefined]),
    );
  });

  it("passes over land that an overseas entity holds for somebody", async () => {
    const natures = ["registered-owner-as-nominee-person-england-wales-registered-overseas-entity"];
    const told = await readSample(psc, part, lines({ company_number: "OE000001", data: { ...person.data, natures_of_control: natures } }));
    expect(told.interests).toEqual([]);
    expect(told.passedOver).toEqual({ "land held for the person, which is no stake in the entity": 1 });
    expect(told.parties[0]).toEqual({ id: "gb-coh-oe000001", kind: "entity" });
  });

  it.each<[string, Record<string, unknown>, string, string, string | null]>([
    ["a UK number", { country_registered: "United Kingdom", registration_number: "89101112" }, "01234567", "gb-coh-89101112", "GB"],
    ["a Scottish one", { country_registered: "Scotland", registration_number: "sc 12345" }, "01234567", "gb-coh-sc012345", "GB"],
    ["seven digits", { country_registered: "England & Wales", registration_number: "1234568" }, "01234567", "gb-coh-01234568", "GB"],
    ["the register's name", { place_registered: "Companies House", registration_number: "07654321" }, "01234567", "gb-coh-07654321", "GB"],
    ["its own number", { country_registered: "England", registration_number: "1234567" }, "01234567", "gb-psc-corporate0001", "GB"],
    ["a slip", { country_registered: "United Kingdom", registration_number: "56099" }, "01234567", "gb-psc-corporate0001", "GB"],
    ["another country", { country_registered: "Germany", registration_number: "12345678" }, "01234567", "gb-psc-corporate0001", "DE"],
    [
      "New South Wales",
      { country_registered: "New South Wales", registration_number: "12345678" },
      "01234567",
      "gb-psc-corporate0001",
      null,
    ],
    ["no identification", {}, "01234567", "gb-psc-corporate0001", null],
  ])("knows a corporate owner with %s", async (_, identification, company, id, jurisdiction) => {
    const told = await readSample(psc, part, lines(corporate(identification, company)));
    expect(told.parties[1]).toMatchObject({
      id,
      jurisdiction,
      name: "Holding Limited",
      addresses: [{ full: "1, High Street, Leeds, LS1 1AA, England", country: "GB" }],
    });
    expect(told.interests).toMatchObject([{ owner: id, owned: "gb-coh-01234567", shareMin: 75, shareMax: 100 }]);
  });

  it("ends what has ceased, and keeps the end alone where it lies before the beginning", async () => {
    const told = await readSample(
      psc,
      part,
      lines(
        { ...person, data: { ...person.data, natures_of_control: ["significant-influence-or-control"], ceased_on: "2019-10-11" } },
        { ...person, data: { ...person.data, natures_of_control: ["significant-influence-or-control"], ceased_on: "2015-01-01" } },
      ),
    );
    expect(told.interests.map(({ from, until, note }) => [from, until, note])).toEqual([
      ["2016-04-06", "2019-10-11", undefined],
      [undefined, "2015-01-01", "notified on 2016-04-06, after its end"],
    ]);
  });

  it.each([
    ["no-individual-or-entity-with-signficant-control", "nobody is registrable"],
    ["no-individual-or-entity-with-significant-control", "nobody is registrable"],
    ["psc-exists-but-not-identified-partnership", "whom it has not identified"],
    ["steps-to-find-psc-not-yet-completed", "has not completed the steps"],
    ["psc-contacted-but-no-response", "got no answer"],
    ["no-beneficial-owner-identified", "none of its beneficial owners"],
    ["some-new-statement", "some-new-statement"],
  ])("keeps somebody unknown, who may hold anything, for the statement %s", async (words, reason) => {
    const told = await readSample(psc, part, lines(statement({ statement: words, ceased_on: "2019-01-01" })));
    const id = `gb-psc-sc123456-${words}-2018-05-01`;
    expect(told.parties[1]).toMatchObject({ id, kind: "unknown", note: expect.stringContaining(reason) });
    expect(told.interests).toEqual([
      {
        owner: id,
        owned: "gb-coh-sc123456",
        kind: "equity",
        from: "2018-05-01",
        until: "2019-01-01",
        note: expect.stringContaining(reason),
      },
    ]);
  });

  it.each(["all-beneficial-owners-identified", "psc-has-failed-to-confirm-changed-details", "no-trust-involved-relevant-period"])(
    "finds nobody withheld in the statement %s",
    async (words) => {
      const told = await readSample(psc, part, lines(statement({ statement: words })));
      expect(told.interests).toEqual([]);
      expect(told.passedOver).toEqual({ "statements that withhold nobody": 1 });
    },
  );

  it("keeps protected persons and exemptions as unknown holders with their reason", async () => {
    const told = await readSample(
      psc,
      part,
      lines(
        {
          company_number: "1234567",
          data: { kind: "super-secure-person-with-significant-control", links: link("abcdef123456", "super-secure") },
        },
        {
          company_number: "1234567",
          data: {
            kind: "exemptions",
            exemptions: {
              psc_exempt_as_shares_admitted_on_market: {
                exemption_type: "psc-exempt-as-shares-admitted-on-market",
                items: [{ exempt_from: "2016-10-29", exempt_to: "2019-03-01" }, { exempt_from: "2020-01-01" }],
              },
            },
          },
        },
      ),
    );
    expect(told.parties.filter(({ kind }) => kind === "unknown").map(({ id }) => id)).toEqual([
      "gb-psc-abcdef123456",
      "gb-psc-01234567-psc-exempt-as-shares-admitted-on-market-2016-10-29",
      "gb-psc-01234567-psc-exempt-as-shares-admitted-on-market-2020-01-01",
    ]);
    expect(told.interests.map(({ from, until, share, shareMin, shareMax }) => [from, until, share, shareMin, shareMax])).toEqual([
      [undefined, undefined, undefined, undefined, undefined],
      ["2016-10-29", "2019-03-01", undefined, undefined, undefined],
      ["2020-01-01", undefined, undefined, undefined, undefined],
    ]);
    expect(told.interests[1]?.note).toContain("admitted to a market");
  });
});
