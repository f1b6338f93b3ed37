import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unreadable } from "./format.js";
import { itemsAt, member, textAt } from "./json-access.js";
import { type JsonNode, parseJson, readJson } from "./positioned-json.js";

function plain(node: JsonNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "array") return node.items.map(plain);
  return Object.fromEntries([...node.members].map(([key, value]) => [key, plain(value)]));
}

function problemOf(text: string): Unreadable["problem"] {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof Unreadable) return error.problem;
    throw error;
  }
  throw new Error("was read");
}

describe("parseJson", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }), fc.constantFrom(undefined, 1, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(parseJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it("knows line and column of every value", () => {
    const root = parseJson('{\n  "a": [1,\n    {"b": "x"}]\n}');
    expect(member(root, "a")).toMatchObject({ line: 2, column: 8 });
    expect(itemsAt(root, "a")[1]).toMatchObject({ line: 3, column: 5 });
    expect(member(itemsAt(root, "a")[1], "b")).toMatchObject({ line: 3, column: 11, value: "x" });
  });

  it("keeps a key named __proto__ a key", () => {
    const root = parseJson('{"__proto__": {"polluted": "yes"}}');
    expect(textAt(root, "__proto__", "polluted")).toBe("yes");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("reports a key given twice, once, and lets the last one count", () => {
    const codes: string[] = [];
    const root = parseJson('{"a": 1,\n"a": 2, "a": 3}', {
      onProblem: (problem) => codes.push(`${problem.code}:${problem.line}:${problem.column}`),
    });
    expect(plain(root)).toEqual({ a: 3 });
    expect(codes).toEqual(["json-duplicate-key:2:1"]);
  });

  it.each([
    ["", "json-empty", 1, 1],
    ["  \n", "json-empty", 2, 1],
    ['{"a": [1,', "json-truncated", 1, 10],
    ['{"a": "x', "json-truncated", 1, 7],
    ['{\n"a": tr', "json-truncated", 2, 6],
    ['{"a": 1,}', "json-malformed", 1, 9],
    ["[1,]", "json-malformed", 1, 4],
    ["[1] x", "json-malformed", 1, 5],
    ["// no\n[1]", "json-malformed", 1, 1],
    ["{'a': 1}", "json-malformed", 1, 2],
    ['["a\nb"]', "json-malformed", 1, 2],
    ['["\\q"]', "json-malformed", 1, 2],
  ])("says of %j what is wrong and where", (text, code, line, column) => {
    expect(problemOf(text)).toMatchObject({ code, line, column });
  });

  it("refuses 100,000 levels without harm to the stack", () => {
    expect(problemOf("[".repeat(100_000))).toMatchObject({ code: "json-too-deep", line: 1, column: 201 });
    expect(problemOf('{"a":'.repeat(100_000))).toMatchObject({ code: "json-too-deep" });
    expect(plain(parseJson(`${"[".repeat(200)}${"]".repeat(200)}`))).toBeDefined();
  });
});

describe("readJson", () => {
  it("hands elements over and drops them", () => {
    const seen: string[] = [];
    const { root } = readJson('{"version": 4, "resources": [{"type": "a"}, {"type": "b"}], "more": 1}', {
      emit: [{ path: ["resources", "*"], onElement: (element, path) => seen.push(`${path.join("/")}=${textAt(element, "type")}`) }],
    });
    expect(seen).toEqual(["resources/0=a", "resources/1=b"]);
    expect(root && plain(root)).toEqual({ version: 4, resources: [], more: 1 });
  });

  it("hands over what stood before a break and keeps the rest that was read", () => {
    const seen: (string | undefined)[] = [];
    const { root, broken } = readJson('{"version": 4,\n"resources": [{"type": "a"}, {"type": "b", "x', {
      emit: [{ path: ["resources", "*"], onElement: (element) => seen.push(textAt(element, "type")) }],
    });
    expect(seen).toEqual(["a"]);
    expect(root && plain(root)).toEqual({ version: 4, resources: [] });
    expect(broken?.problem).toMatchObject({ code: "json-truncated", line: 2 });
  });
});
