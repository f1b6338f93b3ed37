// Builds dist/: the bundled command and library, their types, the compiled reference and rule packs, and the HCL grammar.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { buildWeb } from "./build-web.mjs";

const require = createRequire(import.meta.url);
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist", { recursive: true });

const common = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
  legalComments: "none",
};

// Splitting keeps each command's code out of the start of the others.
await build({
  ...common,
  entryPoints: {
    beholden: "src/cli/main.ts",
    index: "src/index.ts",
    "screen-worker": "src/cli/screen-worker.ts",
    "import-worker": "src/cli/import-worker.ts",
    "hash-worker": "src/cli/hash-worker.ts",
    "command-worker": "src/cli/command-worker.ts",
    "evidence-worker": "src/docket/evidence/evidence-worker.ts",
  },
  outdir: "dist",
  splitting: true,
  chunkNames: "parts/[name]-[hash]",
  sourcemap: false,
});
chmodSync("dist/beholden.js", 0o755);

cpSync(require.resolve("@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm"), "dist/grammars/tree-sitter-terraform.wasm");
cpSync(require.resolve("@tree-sitter-grammars/tree-sitter-hcl/LICENSE"), "dist/grammars/LICENSE");

for (const name of ["ttf/DejaVuSans.ttf", "ttf/DejaVuSans-Bold.ttf", "LICENSE"])
  cpSync(require.resolve(`dejavu-fonts-ttf/${name}`), `dist/fonts/${name.replace("ttf/", "")}`);

await build({ ...common, entryPoints: ["scripts/compile-reference.ts", "scripts/compile-rules.ts"], outdir: "dist/compile" });
for (const script of ["compile-reference", "compile-rules"]) {
  execFileSync(process.execPath, [`dist/compile/${script}.js`], { stdio: "inherit" });
}
rmSync("dist/compile", { recursive: true });

await buildWeb();

execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.types.json"], { stdio: "inherit" });
if (!existsSync("dist/types/index.d.ts")) throw new Error("no types were written");
// npx looks for a checkout's own command there, as it would for an installed one.
mkdirSync("node_modules/.bin", { recursive: true });
rmSync("node_modules/.bin/beholden", { force: true });
symlinkSync("../../dist/beholden.js", "node_modules/.bin/beholden");
process.stderr.write(`built dist/ (snapshot ${Math.round(statSync("dist/snapshot/catalogue.json").size / 1024)} KiB)\n`);
