// Builds dist/web/: the workbench, with hashed assets, no inline script or style, and the licences of what is bundled in it.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join, relative, resolve } from "node:path";
import { build } from "esbuild";

const stylesEntry = "workbench-styles";

/**
 * Every style in one file: esbuild loads no style sheet with a part that is imported later. The style modules are imported by a made-up entry
 * point, so that their class names are those that the parts have.
 */
const allStyles = {
  name: "all-styles",
  setup(builder) {
    builder.onResolve({ filter: new RegExp(`^${stylesEntry}$`) }, ({ path }) => ({ path, namespace: stylesEntry }));
    // The package says of itself that its modules have no side effects; a style sheet is nothing but one.
    builder.onResolve({ filter: /^\.\/web\/base\.css$/ }, ({ path }) => ({ path: resolve(path), sideEffects: true }));
    builder.onLoad({ filter: /.*/, namespace: stylesEntry }, () => {
      const modules = filesBelow("web").filter((path) => path.endsWith(".module.css"));
      const lines = modules.map((path, index) => `export * as style${index} from "./${path}";`);
      return { contents: ['import "./web/base.css";', ...lines].join("\n"), loader: "js", resolveDir: resolve(".") };
    });
  },
};

const firstParts = "first-parts";

/**
 * What the first screen needs, in one file: esbuild writes a file for every set of entry points that share a module, some forty of them, and a browser
 * asks for six at a time. With every part that is loaded later importing all of it, that set is always the same.
 */
function togetherFirst({ first, later }) {
  const isLater = new Set(later.map((path) => resolve(path)));
  return {
    name: firstParts,
    setup(builder) {
      builder.onResolve({ filter: new RegExp(`^${firstParts}$`) }, ({ path }) => ({ path, namespace: firstParts }));
      builder.onLoad({ filter: /.*/, namespace: firstParts }, () => ({
        ...{ contents: first.map((path) => `import "./${path}";`).join("\n"), loader: "js", resolveDir: resolve(".") },
      }));
      builder.onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
        isLater.has(path)
          ? { contents: `${readFileSync(path, "utf8")}\nimport "${firstParts}";`, loader: extname(path).slice(1) }
          : undefined,
      );
    },
  };
}

/** Of a build: the files of ours that its first script cannot do without, and those that are loaded when they are asked for. */
function partsOf({ inputs }, entry) {
  const own = ({ path }) => !path.includes("node_modules/") && /\.tsx?$/.test(path);
  const importedBy = (path, later) => inputs[path].imports.filter((one) => own(one) && (one.kind === "dynamic-import") === later);
  const first = new Set([entry]);
  // What is added while it is walked through is walked through too.
  for (const path of first) for (const one of importedBy(path, false)) first.add(one.path);
  const later = Object.keys(inputs).flatMap((path) => (own({ path }) ? importedBy(path, true).map((one) => one.path) : []));
  return { first: [...first], later: later.filter((path) => !first.has(path)) };
}

/** @param {string} outdir where the workbench is written; what was there is replaced */
export async function buildWeb(outdir = "dist/web") {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const options = {
    entryPoints: { workbench: "web/main.tsx", [stylesEntry]: stylesEntry },
    outdir,
    entryNames: "assets/[name]-[hash]",
    chunkNames: "assets/[name]-[hash]",
    assetNames: "assets/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome123", "firefox121", "safari17.5"],
    minify: true,
    jsx: "automatic",
    loader: { ".module.css": "local-css" },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [allStyles],
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
  };
  const alone = await build({ ...options, write: false });
  const together = togetherFirst(partsOf(alone.metafile, "web/main.tsx"));
  // Imports for their own sake of modules without side effects bring nothing in: here they are for where esbuild puts it.
  const { metafile } = await build({ ...options, plugins: [allStyles, together], logOverride: { "ignored-bare-import": "silent" } });
  const drawer = await buildWorker("draw-worker", "web/scene/draw-worker.ts", outdir);
  const verifier = await buildWorker("verify-worker", "web/record/verify-worker.ts", outdir);
  const script = outputOf(metafile, (output) => output.entryPoint === "web/main.tsx");
  const style = outputOf(metafile, (_, path) => path.endsWith(".css") && basename(path).startsWith(stylesEntry));
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const unused = (path.endsWith(".css") && path !== style) || output.entryPoint === `${stylesEntry}:${stylesEntry}`;
    if (unused) rmSync(path);
  }
  const needed = metafile.outputs[script].imports.filter((one) => one.kind === "import-statement").map((one) => one.path);
  const address = (path) => `/${relative(outdir, path)}`;
  writeFileSync(
    join(outdir, "index.html"),
    page(address(script), address(style), needed.map(address), {
      "draw-worker": address(drawer.path),
      "verify-worker": address(verifier.path),
    }),
  );
  cpSync("web/icon.svg", join(outdir, "assets/icon.svg"));
  copyPdfParts(join(outdir, "assets"));
  writeFileSync(
    join(outdir, "licenses.txt"),
    licences({ inputs: { ...metafile.inputs, ...drawer.metafile.inputs, ...verifier.metafile.inputs } }),
  );
}

/** What works off the main thread, whole in one file: a worker loads nothing more. The page names it in a tag of its head. */
async function buildWorker(name, entry, outdir) {
  const { metafile } = await build({
    ...{ entryPoints: { [name]: entry }, outdir, entryNames: "assets/[name]-[hash]" },
    ...{ bundle: true, format: "iife", target: ["es2022"], minify: true, metafile: true },
    ...{ legalComments: "none", logLevel: "warning" },
  });
  return { path: outputOf(metafile, () => true), metafile };
}

/** What draws a page of a PDF document beside the page, and how the characters of East Asian fonts are told. */
function copyPdfParts(assets) {
  cpSync("node_modules/pdfjs-dist/build/pdf.worker.min.mjs", join(assets, "pdf-worker.js"));
  cpSync("node_modules/pdfjs-dist/cmaps", join(assets, "pdf-cmaps"), { recursive: true });
}

/** The id on the style sheet keeps the component library from writing its one inline style, which base.css has instead. */
function page(script, style, needed, workers) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${Object.entries(workers)
  .map(([name, address]) => `<meta name="${name}" content="${address}">\n`)
  .join("")}<title>beholden</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}" id="react-aria-pressable-style">
${needed.map((one) => `<link rel="modulepreload" href="${one}">\n`).join("")}<script type="module" src="${script}"></script>
</head>
<body>
<div id="workbench"></div>
<noscript>The workbench needs JavaScript, from this machine alone. Without it, <code>beholden review --format html</code> writes the same review as a page that needs none.</noscript>
</body>
</html>
`;
}

function outputOf({ outputs }, fits) {
  const found = Object.entries(outputs).find(([path, output]) => fits(output, path));
  if (!found) throw new Error("esbuild wrote no output where one was expected");
  return found[0];
}

/** What is bundled of others, each package with its licence in full. */
function licences({ inputs }) {
  const folders = new Set(Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const packages = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!license) throw new Error(`${name} names no licence: it cannot be bundled`);
    const file = readdirSync(folder).find((one) => /^licen[sc]e/i.test(one));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : "The package ships no text of it.";
    return { title: `${name} ${version} (${license})`, text };
  });
  const parts = [...groupedByText(packages)].map(([text, some]) => `${some.map((one) => one.title).join("\n")}\n\n${text}`);
  return `The workbench is built with the packages below, on their terms.\n\n${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

function groupedByText(packages) {
  const groups = new Map();
  for (const one of packages) groups.set(one.text, [...(groups.get(one.text) ?? []), one]);
  return groups;
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() ? filesBelow(join(folder, one.name)) : [join(folder, one.name)]))
    .sort();
}

if (process.argv[1] === import.meta.filename) await buildWeb();
