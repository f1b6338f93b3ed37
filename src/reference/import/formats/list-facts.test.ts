import { describe, expect, it } from "vitest";
import { countryCode } from "./list-countries.js";
import { americanDate, dayBefore, listDate, partialDate } from "./list-dates.js";
import { distinct, filled, idByName, slugOf } from "./list-identity.js";

describe("countries as official lists name them", () => {
  it.each([
    ["Iran", "IR"],
    ["Iran (Islamic Republic of)", "IR"],
    ["Korea, North", "KP"],
    ["Democratic People's Republic of Korea", "KP"],
    ["Congo, Democratic Republic of the", "CD"],
    ["Democratic Republic of the Congo", "CD"],
    ["United Kingdom of Great Britain and Northern Ireland", "GB"],
    ["United States of America", "US"],
    ["Trinidad and Tobago", "TT"],
    ["The Gambia", "GM"],
    ["Bahamas, The", "BS"],
    ["Saint Kitts and Nevis", "KN"],
    ["Cote d'Ivoire", "CI"],
    ["Türkiye", "TR"],
    ["Burma", "MM"],
    ["Hong Kong", "HK"],
    ["China, Hong Kong Special Administrative Region", "HK"],
    ["State of Palestine", "PS"],
    ["Virgin Islands, British", "VG"],
    ["RU", "RU"],
  ])("%s is %s", (name, code) => expect(countryCode(name)).toBe(code));

  it.each(["", "undetermined", "Region: Northern Mali", "ZZ", "EU", "00", "x".repeat(5000)])("gives nothing for %s", (name) =>
    expect(countryCode(name)).toBeUndefined(),
  );
});

describe("dates as official lists write them", () => {
  it.each([
    ["10 Nov 1971", "1971-11-10"],
    ["Nov 1971", "1971-11"],
    ["circa 1954", "1954"],
    ["March 12, 2021", "2021-03-12"],
    ["9 August 2024", "2024-08-09"],
    ["24.9.2004", "2004-09-24"],
    ["4/27/2012", "2012-04-27"],
    ["2012-12-31", "2012-12-31"],
    ["2026-02-27T00:00:09.554Z", "2026-02-27"],
    ["1962", "1962"],
  ])("%s is %s", (text, day) => expect(listDate(text)).toBe(day));

  it.each(["", "1954 to 1957", "31 Feb 1970", "13/13/2011", "yesterday", "2012-13", "0", "2012-00-05"])("gives nothing for %s", (text) =>
    expect(listDate(text)).toBeUndefined(),
  );

  it("keeps a leap day and its eve", () => {
    expect(partialDate("2024", "2", "29")).toBe("2024-02-29");
    expect(partialDate("2023", "2", "29")).toBeUndefined();
    expect(dayBefore("2024-03-01")).toBe("2024-02-29");
    expect(americanDate("07/05/2016")).toBe("2016-07-05");
  });
});

describe("ids by name", () => {
  it("does not depend on commas, dots, apostrophes or case", () => {
    expect(idByName("us-dod-1260h", "Aviation Industry Corporation of China, Ltd.")).toBe(
      "us-dod-1260h-aviation-industry-corporation-of-china-ltd",
    );
    expect(idByName("x", "Xi’an Aircraft")).toBe(idByName("x", "XI'AN AIRCRAFT"));
  });

  it("is a valid id for a name of any script or length", () => {
    for (const name of ["深圳市大疆", "—", "x".repeat(4000), "Концерн «Сириус»", "عباس"])
      expect(idByName("us-bis-el", name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(idByName("a", "—")).not.toBe(idByName("a", "…"));
  });

  it("keeps what says something, once", () => {
    expect(slugOf("")).toBe("");
    expect(distinct(["Sa\u0092id \u0091Abd"])).toEqual(["Sa’id ‘Abd"]);
    expect(distinct([" a  b ", undefined, "", "a b", "c"])).toEqual(["a b", "c"]);
    expect(filled({ a: [], b: undefined, c: "", d: 0, e: ["x"] })).toEqual({ d: 0, e: ["x"] });
  });
});
