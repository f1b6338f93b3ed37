// `node bench/count-covered.mjs DATA`: how many parties of an imported folder of data are covered through listed owners. Run by imports.mjs.
import { join } from "node:path";
import { loadReference, loadRulePacks, tracedUnder } from "../dist/index.js";

const [data = ""] = process.argv.slice(2);
const [loaded] = await loadRulePacks(["us-ofac-sdn"]);
const reference = loadReference({ imports: join(data, "reference") });
const found = { yes: 0, "cannot-be-excluded": 0 };
for (const { covered } of tracedUnder(loaded.pack.regime, reference, "2026-11-23")) found[covered] += 1;
process.stdout.write(`covered ${found.yes}, cannot be excluded ${found["cannot-be-excluded"]}\n`);
