import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { bods } from "./bods.js";

const corpus = "../shared/corpus/screening/bods/examples";

describe.skipIf(!existsSync(corpus))("worked examples of BODS, checked by hand in ../shared (skipped without it)", () => {
  const read = (file: string) => readSample(bods, file, readFileSync(`${corpus}/${file}`));
  const shares = async (file: string) =>
    (await read(file)).interests.map(({ kind, share, shareMin, shareMax }) => [kind, share, shareMin, shareMax]);

  it("recognises and reads every example without refusing anything", async () => {
    const files = readdirSync(corpus);
    expect(files).toHaveLength(14);
    for (const file of files) {
      const text = readFileSync(`${corpus}/${file}`, "utf8");
      expect([file, bods.recognises({ name: file, text })]).toEqual([file, true]);
      const statements: unknown[] = [JSON.parse(text)].flat();
      const told = await read(file);
      expect([file, told.records, told.refused]).toEqual([file, statements.length, []]);
    }
  });

  it("holds a joint shareholding for one block of two persons", async () => {
    const { interests } = await read("joint-ownership.json");
    expect(interests).toMatchObject([
      { kind: "equity", share: 100, joint: "91b4236a7d89" },
      { kind: "equity", share: 100, joint: "91b4236a7d89" },
    ]);
  });

  it("counts indirect ownership by its parts", async () => {
    expect(await shares("indirect-ownership.json")).toEqual([
      ["equity", 60, undefined, undefined],
      ["equity", undefined, undefined, undefined],
    ]);
    expect((await shares("multiple-indirect-ownership.json")).map(([, share]) => share)).toEqual([50, 50, undefined, undefined]);
    expect((await shares("mixed-direct-and-indirect-ownership.json")).map(([, share]) => share).sort()).toEqual([50, 50, undefined]);
  });

  it("keeps a state's indirect whole where a ministry stands between by influence alone", async () => {
    const { interests } = await read("bods-package-fi-soe.json");
    expect(interests.filter(({ share }) => share === 100).map(({ owned }) => owned)).toHaveLength(2);
    expect(
      interests
        .filter(({ shareMax }) => shareMax !== undefined)
        .map(({ shareMax }) => shareMax)
        .sort(),
    ).toEqual([23.5, 76.5]);
  });

  it("keeps an exempt company's owners unknown", async () => {
    const { interests, parties } = await read("listed-company-exempt-from-disclosure.json");
    expect(parties.filter(({ kind }) => kind === "unknown")).toHaveLength(1);
    expect(interests).toMatchObject([{ kind: "equity", note: expect.stringContaining("exempt") }]);
  });

  it("follows a company's shares over its declarations", async () => {
    const { interests } = await read("fermcat.json");
    const held = interests.map(({ share, from, until }) => [share, from, until]);
    // Half each; one sells to a relative in April 2021, who sells to the other in January 2022.
    expect(held).toContainEqual([50, "2019-09-11", "2021-04-03"]);
    expect(held).toContainEqual([50, "2021-04-03", "2022-01-21"]);
    expect(held).toContainEqual([100, "2019-09-11", undefined]);
    expect(held).toHaveLength(3);
    const trust = (await read("tecido.json")).interests.filter(({ kind, owner }) => kind === "equity" && owner.includes("033e84672b"));
    expect(trust.map(({ share, from, until }) => [share, from, until]).sort()).toEqual([
      [60, "2021-09-24", "2022-09-20"],
      [70, "2022-09-21", "2023-02-28"],
      [80, "2023-03-01", undefined],
    ]);
  });
});
