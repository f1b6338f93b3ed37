import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Format } from "../src/collect/format.js";
import { readSample, sampleFile } from "../src/collect/sample-file.js";
import { ProviderFile } from "../src/model/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const text = readFileSync(`${root}CONTRIBUTING.md`, "utf8");

function block(language: string): string {
  const found = new RegExp(`^<!-- A test [^\\n]*-->\\n\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(text)?.[1];
  if (!found) throw new Error(`CONTRIBUTING.md has no tested block of ${language}`);
  return found;
}

async function exampleFormat(): Promise<Format> {
  const { outputFiles } = await build({
    stdin: { contents: block("ts"), resolveDir: `${root}src/collect`, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`);
  return module.npmrc;
}

describe("the format in CONTRIBUTING.md", () => {
  it("is some forty lines and stands in the types of the house", () => {
    const code = block("ts");
    expect(code.split("\n").length).toBeLessThanOrEqual(45);
    expect(typeFaults(`${root}src/collect/example-of-contributing.ts`, code)).toEqual([]);
  });

  it("reads registries with their places and passes over tokens", async () => {
    const file = sampleFile(
      ".npmrc",
      [
        "registry=https://registry.npmmirror.com/",
        "//registry.npmmirror.com/:_authToken=not-a-real-token",
        "@meridian:registry = https://user:not-a-real-password@npm.pkg.github.com/",
        "registry=localhost",
      ].join("\n"),
    );
    const format = await exampleFormat();
    expect(format.recognises(file)).toBe(true);
    const read = await readSample(format, file);
    expect(read.seen).toEqual([
      { kind: "package-source", value: "https://registry.npmmirror.com/", line: 1, column: 10, context: { address: "registry" } },
      { kind: "package-source", value: "https://npm.pkg.github.com/", line: 3, column: 22, context: { address: "@meridian:registry" } },
    ]);
    expect(read.problems.map(({ line, code }) => ({ line, code }))).toEqual([{ line: 4, code: "npmrc-registry" }]);
    expect(JSON.stringify(read)).not.toContain("not-a-real");
  });
});

describe("the provider in CONTRIBUTING.md", () => {
  it("is a valid provider file", () => {
    expect(ProviderFile.parse(parse(block("yaml"))).id).toBe("example-cloud");
  });
});

/** Type-checks a text as if it stood at a path, with the settings of the house. */
function typeFaults(path: string, code: string): string[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ["src/index.ts"] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.readFile = (name) => (name === path ? code : readFile(name));
  host.getSourceFile = (name, target, ...rest) =>
    name === path ? ts.createSourceFile(name, code, target) : getSourceFile.call(host, name, target, ...rest);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  return ts.getPreEmitDiagnostics(program, source).map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
}
