import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Parser } from "web-tree-sitter";
import { hclParser } from "./hcl-grammar.js";
import { readHcl } from "./hcl-native.js";
import { readPlainHcl } from "./hcl-plain.js";

let parser: Parser;
beforeAll(async () => {
  parser = await hclParser();
});

const key = fc.constantFrom("region", "password", "description", "endpoint", "tags", "for", "null", "a-b", "ünï");
const atom = fc.constantFrom(
  ...[
    '"oss-us-west-1.aliyuncs.com"',
    '"https://$' + "{var.b}.s3.amazonaws.com/$" + '{local.c}"',
    '"a$$b"',
    '"50%"',
    '"\\"q\\" https://x.example.com"',
  ],
  ...["alicloud_vpc.main.id", "data.aws_ami.all.id", "var.list[0].name", "module.a.*.b", "x.y[*].z", "true", "null", "-1.5", "0x1F"],
  ...[
    "lookup(var.m, aws_vpc.b.id)",
    "f(a.b...)",
    "(a.b == 1 ? c.d : e.f)",
    "a.b / c.d",
    "a.b // c.d",
    "!a.b && c.d >= 3",
    "a.0.b",
    "x::y(a.b)",
  ],
  ...["[for x in a.b : x.c]", "<<EOT\nhttps://h.example.com\nEOT", '"%{ if a.b }x%{ endif }"', '"$' + '{f("https://n.example.com")}"', ""],
);
const expression = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthIdentifier: "hcl" },
    atom,
    fc.array(tie("any"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
    fc.array(tie("any"), { maxLength: 3 }).map((items) => `[\n  ${items.join(",\n  # https://c.example.com\n")}\n]`),
    fc
      .array(fc.tuple(key, tie("any")), { maxLength: 3 })
      .map((all) => `{\n${all.map(([name, value]) => `${name} = ${value}`).join("\n")}\n}`),
    fc
      .array(fc.tuple(key, tie("any")), { maxLength: 3 })
      .map((all) => `{ ${all.map(([name, value]) => `"${name}" : ${value}`).join(", ")} }`),
  ),
})).any;
const attribute = fc.tuple(key, expression).map(([name, value]) => `${name} = ${value}\n`);
const block = fc
  .tuple(
    fc.constantFrom('resource "x_y" "z"', "data a b", "locals", "required_providers", "provider"),
    fc.array(attribute, { maxLength: 4 }),
  )
  .map(([head, body]) => `${head} {\n${body.join("")}  inner { a = b.c }\n}\n`);
const file = fc
  .array(fc.oneof(attribute, block, fc.constantFrom("# x\n", "/* a.b\n*/\n", "\r\n", "// é 𝒳\n", "}\n")), { maxLength: 5 })
  .map((all) => all.join(""));
/** A file as somebody might have broken it: without some of its characters. */
const broken = fc.tuple(file, fc.nat(400), fc.nat(3)).map(([text, at, length]) => text.slice(0, at) + text.slice(at + length));

describe("readPlainHcl", () => {
  it("gives what the grammar gives, or nothing", () => {
    let plain = 0;
    const agree = (text: string) => {
      const read = readPlainHcl(text);
      if (read) expect(read).toEqual(readHcl(text, parser));
      plain += Number(read !== null);
    };
    fc.assert(fc.property(file, agree), { numRuns: 1500 });
    fc.assert(fc.property(broken, agree), { numRuns: 1500 });
    expect(plain).toBeGreaterThan(300);
  });

  it("reads what most files are made of", () => {
    const read = readPlainHcl(
      'resource "a_b" "c" {\n  endpoint = "https://x.example.com" # here\n  vpc = a_vpc.main.id\n  tags = { n = 1 }\n}\n',
    );
    const [resource] = read?.body.blocks ?? [];
    expect([resource?.labels, [...(resource?.references ?? [])]]).toEqual([["a_b", "c"], ["a_vpc.main"]]);
    expect(resource?.endpoints.map(({ line, column, found }) => [line, column, found.value])).toEqual([[2, 23, "x.example.com"]]);
  });

  it("takes no key of an object for a reference, as the grammar does", () => {
    const text = "a = { x.y = 1, (z.w) = 2 }\nb = { c = d.e }\n";
    const read = readPlainHcl(text);
    if (read) expect(read).toEqual(readHcl(text, parser));
    const keys = "b = {\n  c = d.e\n}\n";
    expect(readPlainHcl(keys)?.body.references).toEqual(new Set(["d.e"]));
    expect(readPlainHcl(keys)).toEqual(readHcl(keys, parser));
  });

  it("tells places in a file of one long line", () => {
    const text = `a = [${'"x", '.repeat(100_000)}]\n`;
    expect(readPlainHcl(text)?.body.attributes.get("a")).toMatchObject({ line: 1, column: 1 });
  });

  it.each([
    ["a heredoc", "a = <<EOT\nx\nEOT\n"],
    ["for", "a = [for x in y : x]\n"],
    ["a block that is not closed", "a {\n"],
    ["a string that is not closed", 'a = "x\n'],
    ["a comment that is not closed", "/* a\n"],
    ["two attributes on a line", "a = 1 b = 2\n"],
    ["a comment with a NUL", "# a\0b\n"],
    ["very deep nesting", `a = ${"[".repeat(200_000)}\n`],
  ])("leaves %s to the grammar", (_what, text) => {
    expect(readPlainHcl(text)).toBeNull();
  });
});
