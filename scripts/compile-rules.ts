// Checks rules/ and compiles its packs into dist/rules/, which the package ships. Run by scripts/build.mjs from the root.
import { compileRulePacks } from "../src/judge/compiled-packs.js";

await compileRulePacks("rules", "dist/rules");
