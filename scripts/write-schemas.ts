// Writes schemas/*.schema.json from the model: `npm run schemas` after a change to src/model.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { schemaFiles } from "./schemas.js";

const files = schemaFiles();
mkdirSync("schemas", { recursive: true });
for (const old of readdirSync("schemas")) if (old.endsWith(".schema.json")) rmSync(`schemas/${old}`);
for (const { name, text } of files) writeFileSync(`schemas/${name}`, text);
process.stderr.write(`wrote ${files.length} schemas\n`);
