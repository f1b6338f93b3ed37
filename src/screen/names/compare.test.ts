import { describe, expect, it } from "vitest";
import { compareNames, comparePrepared, explainPrepared, matchThreshold, type NameKind, prepareName } from "./index.js";

function score(left: string, right: string, kind?: NameKind): number {
  return compareNames(left, right, { kind }).score;
}

describe("names of companies", () => {
  it.each([
    ["abbreviations of exporters", "GUANGZHOU HAIGE COMM GRP", "Guangzhou Haige Communications Group Co., Ltd."],
    ["more of them", "CNOOC ENERGY TECH & SRVCES LTD", "CNOOC Energy Technology & Services Limited"],
    ["another order", "Tech Haige Guangzhou Co Ltd", "Guangzhou Haige Technology Co., Ltd."],
    ["Chinese signs and pinyin", "广州海格通信集团股份有限公司", "Guangzhou Haige Communications Group Co., Ltd."],
    ["traditional and simplified signs", "華為技術有限公司", "华为技术有限公司"],
    ["Cyrillic, with words of trade translated", "АО «Муромский приборостроительный завод»", "JSC Murom Instrument-Making Plant"],
    ["legal forms written out", "Volkswagen Gesellschaft mit beschränkter Haftung", "Volkswagen GmbH"],
    ["a legal form misspelt", "Siemens Aktiengeselschaft", "Siemens AG"],
    ["legal forms with dots", "Bowne S.A.R.L.", "Bowne SARL"],
    ["words joined", "SiemensAG", "Siemens AG"],
    ["words split", "van der bilt corp", "Vanderbilt Corporation"],
    ["brand and legal name", "Huawei", "Huawei Technologies Co., Ltd."],
    ["a misspelling", "Samsong Electronics", "Samsung Electronics Co., Ltd."],
    ["numbers as words", "Three Percenters", "3 Percenters"],
    ["two names with a stroke", "Al Qaeda", "Al-Qa'ida/Islamic Army"],
  ])("are the same: %s", (_, left, right) => {
    expect(score(left, right, "entity")).toBeGreaterThanOrEqual(matchThreshold);
  });

  it.each([
    ["nothing left but the legal form", "11420 CORP.", "BELLETECH CORP"],
    ["a given name and a company", "emma daniels", "EMMA LLC"],
    ["only words of trade", "Management Company", "Westminister Management Company"],
    ["another number", "Power Plant Unit 1 Ltd", "Power Plant Unit 2 Ltd"],
    ["another place, near in letters", "Bank of Armenia Corporation", "Bank of America Corporation"],
    ["another trade", "Saudi Arabian Gas Company", "Saudi Arabian Oil Company"],
    ["another short name", "LXC Aviation", "LAU Aviation"],
    ["a subsidiary with its place", "Banco Santander, S.A.", "Banco Santander Mexico, S.A."],
    ["another number of a series", "Bowne Global Solutions, Inc.", "Bowne Global Solutions II, Inc."],
  ])("are different: %s", (_, left, right) => {
    expect(score(left, right, "entity")).toBeLessThan(matchThreshold);
  });

  it("say how each word met", () => {
    const { parts } = compareNames("GUANGZHOU HAIGE COMM", "Guangzhou Haige Communications Group Ltd", { kind: "entity" });
    expect(parts.map(({ left, right, how }) => [left, right, how])).toEqual([
      ["GUANGZHOU", "Guangzhou", "equal"],
      ["HAIGE", "Haige", "equal"],
      ["COMM", "Communications", "abbreviation"],
      ["", "Group", "missing"],
      ["", "Ltd", "missing"],
    ]);
  });
});

describe("names of persons", () => {
  it.each([
    ["family name first", "Putin, Vladimir", "Vladimir Putin"],
    ["Cyrillic", "Владимир Путин", "Vladimir Putin"],
    ["Ukrainian", "Володимир Путін", "Vladimir Putin"],
    ["Arabic", "فلاديمير بوتين", "Vladimir Putin"],
    ["Hebrew", "ולדימיר פוטין", "Vladimir Putin"],
    ["Greek", "Βλαντίμιρ Πούτιν", "Vladimir Putin"],
    ["Georgian", "ვლადიმერ პუტინი", "Vladimir Putin"],
    ["a foreign name in Chinese", "贝拉克·奥巴马", "Barack Obama"],
    ["Chinese", "习近平", "Xi Jinping"],
    ["Korean", "김정은", "Kim Jong-un"],
    ["forms of Muhammad", "Mohd. bin Salman", "Muhammad ibn Salman"],
    ["theophoric names", "'Abd al-Aziz al-Nuristani", "Abdul Aziz Nooristani"],
    ["an initial", "V. Putin", "Vladimir Putin"],
    ["a nickname", "Ted Doe", "Theodore Doe"],
    ["a middle name more", "Vladimir Vladimirovich Putin", "Vladimir Putin"],
    ["a title", "Dr. Rami Makhlouf", "Rami Makhlouf"],
    ["no space", "RamiMakhlouf", "Rami Makhlouf"],
    ["cut at the end", "NOUREDDINE BEN ALI BEN BELKASSEM DR", "Noureddine Ben Ali Ben Belkassem Drissi"],
  ])("are the same: %s", (_, left, right) => {
    expect(score(left, right, "individual")).toBeGreaterThanOrEqual(matchThreshold);
  });

  it.each([
    ["another family name", "Ali Saddam Hussein al-Rawi", "Ali Saddam Hussein al-Tikriti"],
    ["another given name", "Boris Vekselberg", "Viktor Vekselberg"],
    ["another father's name", "Rustam Ibrahimovich Aselderov", "Rustam Magomedovich Aselderov"],
    ["another initial", "A. Nazarbayev", "Nursultan Nazarbayev"],
    ["initials only", "N.N.", "Nursultan Nazarbayev"],
    ["son and father changed about", "Ahmad bin Hasan al-Ubaidi", "Hasan bin Ahmad al-Ubaidi"],
    ["another sign of a Chinese name", "习近朋", "习近平"],
    ["another syllable of a Korean name", "김종은", "김정은"],
    ["one common name of several", "Ali", "Ali Hassan al-Majid"],
  ])("are different: %s", (_, left, right) => {
    expect(score(left, right, "individual")).toBeLessThan(matchThreshold);
  });

  it("are a little weaker in reverse order, yet the same", () => {
    const reversed = score("Putin Vladimir", "Vladimir Putin", "individual");
    expect(reversed).toBeLessThan(1);
    expect(reversed).toBeGreaterThan(0.9);
  });
});

it.each([
  ["ACME Widgets Ltd.", "acme  widgets, LIMITED"],
  ["Société Générale", "SOCIETE GENERALE"],
  ["Procter & Gamble Co.", "Procter and Gamble Company"],
  ["ООО Ромашка", "Romashka LLC"],
])("case, accents, punctuation and the spelling of legal forms do not count: %s, %s", (left, right) => {
  expect(score(left, right, "entity")).toBeCloseTo(1, 1);
});

it("stays quick on hostile names", () => {
  const hostile = [
    "a b ".repeat(2_500),
    "a".repeat(10_000),
    "۝".repeat(10_000),
    "A.".repeat(5_000),
    "有限公司".repeat(2_500),
    "/x".repeat(5_000),
  ];
  const before = process.cpuUsage();
  for (const left of hostile) for (const right of hostile) expect(score(left, right)).toBeLessThanOrEqual(1);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
});

it("scores the same on the quick path", () => {
  const [left, right] = [prepareName("Haige Comm Ltd", "entity"), prepareName("Guangzhou Haige Communication Co Ltd", "entity")];
  expect(comparePrepared(left, right)).toBe(explainPrepared(left, right).score);
});
