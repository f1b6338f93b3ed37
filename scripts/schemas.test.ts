import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readRulePackFile, rulePackPaths } from "../src/judge/files.js";
import { tellPack } from "../src/judge/words/tell-pack.js";
import { schemaFiles } from "./schemas.js";

const files = schemaFiles();
const folder = new URL("../schemas/", import.meta.url);

function validator(name: string) {
  const file = files.find((one) => one.name === `${name}.schema.json`);
  if (!file) throw new Error(`no schema named ${name}`);
  return new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(file.text));
}

describe("published schemas", () => {
  it("are the ones that the model gives; else run npm run schemas", () => {
    const committed = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
    expect(committed.sort()).toEqual(files.map((file) => file.name).sort());
    for (const { name, text } of files) expect(readFileSync(new URL(name, folder), "utf8"), name).toBe(text);
  });

  it("come out the same when written twice", () => {
    expect(schemaFiles()).toEqual(files);
  });

  it.each(files.map((file) => file.name))("%s compiles under the strict rules of JSON Schema 2020-12 and has a title", (name) => {
    const file = files.find((one) => one.name === name);
    expect(() => validator(name.replace(".schema.json", ""))).not.toThrow();
    expect(JSON.parse(file?.text ?? "{}")).toMatchObject({
      $id: expect.stringMatching(/^urn:beholden:schema:1:[a-z-]+$/),
      title: expect.stringMatching(/./),
    });
  });

  it("accept the inventories of the examples", () => {
    const accepts = validator("inventory");
    for (const example of ["meridian-retail", "alibaba-cloud-2022"]) {
      const text = readFileSync(new URL(`../examples/${example}/beholden.yaml`, import.meta.url), "utf8");
      expect(accepts(parse(text)), JSON.stringify(accepts.errors)).toBe(true);
    }
  });

  it("describe what rules show prints", async () => {
    const accepts = validator("rules-show");
    for (const path of await rulePackPaths("rules", "rules")) {
      const { pack } = await readRulePackFile(path);
      const shown = tellPack(pack, undefined, { government: () => undefined, measure: () => undefined });
      expect(accepts(JSON.parse(JSON.stringify(shown))), JSON.stringify(accepts.errors)).toBe(true);
    }
  });

  it("refuse an inventory with a field that does not exist", () => {
    expect(validator("inventory")({ subject: { name: "Meridian" }, sytems: [] })).toBe(false);
  });

  it("let an inventory leave out what has a default", () => {
    expect(validator("inventory")({ subject: { name: "Meridian" } })).toBe(true);
  });

  it("ask every key of an observation line", () => {
    const line = {
      path: "main.tf",
      line: 12,
      kind: "terraform-resource",
      value: "alicloud_oss_bucket",
      count: 1,
      provider: "alibaba-cloud",
      service: "Object Storage Service (OSS)",
      operator: "alibaba-cloud-computing",
      region: "us-west-1",
      governments: ["CN", "US"],
      signature: "alicloud_",
      confidence: "high",
    };
    const accepts = validator("observation-line");
    expect(accepts(line), JSON.stringify(accepts.errors)).toBe(true);
    for (const key of Object.keys(line)) {
      const { [key]: _, ...rest } = { ...line } as Record<string, unknown>;
      expect(accepts(rest), key).toBe(false);
    }
  });
});
