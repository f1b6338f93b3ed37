import { readFileSync } from "node:fs";
import { checkReferences } from "../../../src/collect/inventory-references.js";
import { readRulePack } from "../../../src/judge/load.js";
import { Inventory, readValidatedYaml } from "../../../src/model/index.js";
import { markOf } from "./payload.js";
import { plantedWhereRead } from "./where-read.js";

/** The declaration of the worked example, and a rule pack of a stranger, planted in every text; with the name of the pack's file. */
export async function plantedDeclaration(): Promise<{ "beholden.yaml": string; "own-rules.yaml": string }> {
  const declaration = readFileSync("examples/meridian-retail/beholden.yaml", "utf8");
  const pack = readFileSync("rules/us-far-bytedance.yaml", "utf8").replace(/^id: .*$/m, "id: own-rules");
  const declared = await plantedWhereRead(declaration, "yaml", markOf("declaration"), (one) => {
    const read = readValidatedYaml(one, "beholden.yaml", Inventory, "inventory-invalid");
    return read.value !== null && checkReferences(read.value, read.locate).length === 0;
  });
  const rules = await plantedWhereRead(pack, "yaml", markOf("rules"), (one) => {
    try {
      return readRulePack(one, "own-rules.yaml").id === "own-rules";
    } catch {
      return false;
    }
  });
  return { "beholden.yaml": `${declared}\nrules: [us-dsp, us-icts, own-rules.yaml]\n`, "own-rules.yaml": rules };
}
