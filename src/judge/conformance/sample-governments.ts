import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Government } from "../../model/index.js";

/** The governments of the built-in reference, with the soil that each holds, for tests. */
export const governments: Government[] = (
  parse(readFileSync(join(import.meta.dirname, "../../../reference/governments.yaml"), "utf8")) as { governments: Government[] }
).governments;
