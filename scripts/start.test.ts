import { build } from "esbuild";
import { expect, it } from "vitest";

/** Packages that a command waits for before it can answer. */
async function loadedAtStart(entryPoints: Record<string, string>): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: { ...entryPoints, all: "src/index.ts", main: "src/cli/main.ts" },
    outdir: "dist",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    metafile: true,
    write: false,
  });
  const waiting = Object.keys(entryPoints).map((name) => `dist/${name}.js`);
  const parts = new Set<string>();
  const packages = new Set<string>();
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (parts.has(part)) continue;
    parts.add(part);
    for (const { path, kind, external } of metafile.outputs[part]?.imports ?? []) {
      if (kind !== "import-statement" || path.startsWith("node:")) continue;
      if (external) packages.add(path);
      else waiting.push(path);
    }
  }
  return [...packages].sort();
}

// Each package more is 5 to 70 ms on every start: zod alone is a hundred files.
it("who loads only the packages that every question needs", async () => {
  const parts = { command: "src/cli/main.ts", who: "src/who.ts", text: "src/report/who.ts", reference: "src/reference/load.ts" };
  expect(await loadedAtStart(parts)).toEqual(["any-ascii", "commander", "get-east-asian-width", "ipaddr.js"]);
});

it("--help loads the reader of arguments and nothing else", async () => {
  expect(await loadedAtStart({ command: "src/cli/main.ts" })).toEqual(["commander"]);
});

it("serve loads what its first answers need, and nothing that reads artefacts, evidence or names", async () => {
  const rooms = {
    docket: "src/docket/index.ts",
    server: "src/server/serve.ts",
    routes: "src/server/routes/registry.ts",
    access: "src/server/access/local.ts",
    desk: "src/reviews/desk.ts",
  };
  expect(await loadedAtStart({ command: "src/cli/main.ts", ...rooms })).toEqual([
    ...["@hono/node-server", "@hono/node-server/conninfo", "@hono/node-server/utils/response", "@marcbachmann/cel-js", "commander"],
    ...["get-east-asian-width", "hono", "ipaddr.js", "yaml", "zod"],
  ]);
});
