import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Language, Parser } from "web-tree-sitter";
import { packageRoot } from "../package-root.js";

/** Where the build puts the grammar, and where it lies in a checkout that was not built yet. */
const grammarPlaces = [
  "dist/grammars/tree-sitter-terraform.wasm",
  "node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm",
];

let loading: Promise<Parser> | undefined;

/** The parser of HCL's native syntax, loaded once. */
export function hclParser(): Promise<Parser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parser> {
  const root = packageRoot();
  const file = grammarPlaces.map((place) => join(root, place)).find((place) => existsSync(place));
  if (!file) throw new Error(`the grammar of Terraform is missing: ${grammarPlaces[0]} below ${root}; install the package again`);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(file)));
  return parser;
}
