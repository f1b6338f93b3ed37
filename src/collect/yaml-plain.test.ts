import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMap, isScalar, isSeq, type Pair, parseAllDocuments } from "yaml";
import { readPlainYaml } from "./yaml-plain.js";

/** What readers of a document look at: kinds, values, sources, and where each begins. */
function seen(node: unknown): unknown {
  const at = (node as { range?: [number] } | null)?.range?.[0];
  if (isMap(node)) return { at, map: (node.items as Pair[]).map(({ key, value }) => [seen(key), seen(value)]) };
  if (isSeq(node)) return { at, list: node.items.map(seen) };
  return isScalar(node) ? { at, value: node.value, source: node.source } : { node };
}

const key = fc.constantFrom("kind", "image", "app.kubernetes.io/name", "a-b", "true", "x", "12", "<<", '"q"', "null");
const value = fc.constantFrom(
  ...[
    "web",
    "registry.us-west-1.aliyuncs.com/a/b:1.0",
    "https://a.example.com/x#y",
    "1",
    "007",
    "1.20",
    "1e3",
    "0x1F",
    "1.2.3",
    "a b  c",
    "True",
  ],
  ...[
    "a: b",
    "a:",
    "a #c",
    "a# c",
    '"q # r"',
    "'it'",
    "'a''b'",
    '"a\\n"',
    "[a, b]",
    "{ a: b }",
    "&x y",
    "*x",
    "!t y",
    "|",
    ">",
    "~",
    "-",
    "- a",
    "é 𝒳",
    "",
    "@a",
    "%a",
  ],
);
const line = fc
  .tuple(
    fc.constantFrom(0, 0, 2, 2, 4, 6, 1),
    fc.constantFrom("", "", "- ", "-   ", "- - "),
    key,
    fc.constantFrom(": ", ": ", ":", ":  ", " "),
    value,
  )
  .map(([indent, dash, name, colon, text]) => `${" ".repeat(indent)}${dash}${name}${colon}${text}\n`);
const odd = fc.constantFrom(
  "# c\n",
  "\n",
  "  # c: d\n",
  "    \n",
  "---\n",
  "...\n",
  "  - a\n",
  "- a\n",
  "      b\n",
  "- \n",
  "  - 12\n",
  "%YAML 1.2\n",
  "  ---\n",
  "a: b\u00a0\n",
  '- "b"\u3000\n',
  "- \u00a0 b\n",
  "a: b\f\n",
  "a:\n",
  "a:\n  b:\n",
);
const documents = fc.array(fc.oneof({ weight: 5, arbitrary: line }, odd), { minLength: 1, maxLength: 6 }).map((all) => all.join(""));

describe("readPlainYaml", () => {
  it("gives what the library gives, or nothing", () => {
    let plain = 0;
    fc.assert(
      fc.property(documents, (text) => {
        const read = readPlainYaml(text);
        if (!read) return;
        plain += 1;
        const [document, ...more] = parseAllDocuments(text, { uniqueKeys: false, logLevel: "silent" });
        expect([document?.errors, more]).toEqual([[], []]);
        expect(seen(read.root)).toEqual(seen(document?.contents));
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  it.each([
    ["an indented ---, which is text", " ---\na: b\n"],
    ["a space behind quotes that is no blank", 'a: "b"\u00a0\n'],
    ["a space before a text that is no blank", "- \u00a0b\n"],
    ["a space behind a text that is no blank", "- b\u3000\n"],
    ["a key that is longer than YAML allows", `${"k".repeat(1025)}: v\n`],
  ])("leaves %s to the library", (_what, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  it("reads what most manifests are made of", () => {
    const text = "---\nkind: Deployment\nspec:\n  containers:\n  - name: web # no\n";
    expect(readPlainYaml(text)).toBeNull();
    expect(seen(readPlainYaml("---\nspec:\n  containers:\n  - name: web\n    port: 80\n")?.root)).toEqual({
      at: 4,
      map: [
        [
          { at: 4, value: "spec", source: "spec" },
          {
            at: 12,
            map: [
              [
                { at: 12, value: "containers", source: "containers" },
                {
                  at: 26,
                  list: [
                    {
                      at: 28,
                      map: [
                        [
                          { at: 28, value: "name", source: "name" },
                          { at: 34, value: "web", source: "web" },
                        ],
                        [
                          { at: 42, value: "port", source: "port" },
                          { at: 48, value: 80, source: "80" },
                        ],
                      ],
                    },
                  ],
                },
              ],
            ],
          },
        ],
      ],
    });
  });
});
