// Compiles the rules of the Rego policy to WebAssembly for the tests, with the opa on the PATH (https://www.openpolicyagent.org).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const fixtures = "src/report/enforcement/fixtures";
const folder = mkdtempSync(join(tmpdir(), "beholden-rules-"));
try {
  const bundled = join(folder, "rego.mjs");
  await build({ entryPoints: ["src/report/enforcement/rego.ts"], bundle: true, platform: "node", format: "esm", outfile: bundled });
  const { regoModule } = await import(pathToFileURL(bundled).href);
  writeFileSync(join(folder, "rules.rego"), regoModule);
  const rules = ["deny", "warn"].flatMap((rule) => ["--entrypoint", `beholden/enforcement/${rule}`]);
  execFileSync("opa", ["build", "--target", "wasm", ...rules, "--output", "bundle.tar.gz", "rules.rego"], { cwd: folder });
  const wasm = execFileSync("tar", ["xzOf", "bundle.tar.gz", "/policy.wasm"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1e8,
  });
  writeFileSync(`${fixtures}/rules.wasm.gz`, gzipSync(wasm, { level: 9 }));
  writeFileSync(`${fixtures}/rules.sha256`, `${createHash("sha256").update(regoModule).digest("hex")}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
