import { parseAllDocuments, visit } from "yaml";

/** How the strings of a text are told from what holds them together. */
export type Syntax = "json" | "yaml" | "csv" | "xml" | "hcl" | "words";

/** What stands in one place instead: given what stands there, and the number of the place from 0. */
type Fill = (value: string, place: number) => string;

/** What stands in every place of a text in which an author can write what they like, in its order. */
export function stringsIn(text: string, syntax: Syntax): string[] {
  const found: string[] = [];
  refill(text, syntax, (value) => {
    found.push(value);
    return value;
  });
  return found;
}

/**
 * A text with other strings in its places, each written as the syntax has it.
 *
 * @example refill('{"a":"b"}', "json", (value) => (value === "b" ? '"' : value)) // {"a":"\""}
 */
export function refill(text: string, syntax: Syntax, fill: Fill): string {
  switch (syntax) {
    case "json":
      return replaced(text, /"(?:[^"\\]|\\.)*"/g, fill, (raw) => JSON.parse(raw), JSON.stringify);
    case "yaml":
      return inYaml(text, fill);
    case "csv":
      return replaced(text, /"(?:[^"]|"")*"|[^",;\t\r\n]+/g, fill, unquoted, quoted);
    case "xml":
      return replaced(text, /(?<=>)[^<>]*\S[^<>]*(?=<)|(?<=\s[\w:]+=")[^"]*(?=")/g, fill, String, escaped);
    case "hcl":
      return replaced(text, /"(?:[^"\\\n]|\\.)*"/g, fill, (raw) => raw.slice(1, -1), inHcl);
    case "words":
      return replaced(text, /\S+/g, fill, String, String);
  }
}

function replaced(text: string, pattern: RegExp, fill: Fill, read: (raw: string) => string, write: (value: string) => string): string {
  let place = 0;
  return text.replaceAll(pattern, (raw) => {
    const value = read(raw);
    const next = fill(value, place++);
    return next === value ? raw : write(next);
  });
}

function inYaml(text: string, fill: Fill): string {
  let place = 0;
  const documents = [...parseAllDocuments(text)].flatMap((one) => ("contents" in one ? [one] : []));
  for (const document of documents)
    visit(document, {
      Scalar: (key, node) => {
        if (key !== "key" && typeof node.value === "string") node.value = fill(node.value, place++);
      },
    });
  return documents.map(String).join("");
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function escaped(value: string): string {
  // XML has no control characters.
  const text = [...value].filter((one) => one >= " ").join("");
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function inHcl(value: string): string {
  return JSON.stringify(value).replaceAll("${", "$${").replaceAll("%{", "%%{");
}
