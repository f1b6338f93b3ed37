import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Parser as HclParser } from "web-tree-sitter";
import { packageRoot } from "../package-root.js";

/** Where the build puts the grammar, and where it lies in a checkout that was not built yet. */
const grammarPlaces = [
  "dist/grammars/tree-sitter-terraform.wasm",
  "node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
];

let loading: Promise<HclParser> | undefined;

/** The parser of HCL's native syntax, loaded once. */
export function hclParser(): Promise<HclParser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<HclParser> {
  const root = packageRoot();
  const file = grammarPlaces.map((place) => join(root, place)).find((place) => existsSync(place));
  if (!file) throw new Error(`the grammar of Terraform is missing: ${grammarPlaces[0]} below ${root}; install the package again`);
  // Loaded with the first file that needs it: most are written plainly.
  const { Language, Parser } = await import("web-tree-sitter");
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(file)));
  return parser;
}
