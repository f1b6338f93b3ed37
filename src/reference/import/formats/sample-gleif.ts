/** A record as GLEIF's JSON writes it, and the same as a row of its CSV. */
export interface SampleRecord {
  tree: Record<string, unknown>;
  row: Record<string, string>;
}

export function gleifXml(
  root: string,
  records: string,
  element: string,
  samples: SampleRecord[],
  content = "GLEIF_FULL_PUBLISHED",
): string {
  const header = `<x:Header><x:ContentDate>2026-09-11T08:00:00Z</x:ContentDate><x:FileContent>${content}</x:FileContent></x:Header>`;
  const body = samples.map(({ tree }) => xmlOf(element, tree)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<x:${root} xmlns:x="http://www.gleif.org/x">${header}<x:${records}>\n${body}\n</x:${records}></x:${root}>`;
}

export function gleifJson(list: string, samples: SampleRecord[], wrap = (tree: unknown) => tree): string {
  return `{"${list}":[\n${samples.map(({ tree }) => JSON.stringify(wrap(tree))).join(",\n")}]}`;
}

export function gleifCsv(columns: string[], samples: SampleRecord[]): string {
  const all = [...new Set([...columns, ...samples.flatMap(({ row }) => Object.keys(row))])];
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return [line(all), ...samples.map(({ row }) => line(all.map((column) => row[column] ?? "")))].join("\n");
}

/** A text as a member of the tree, or nothing where it is empty. */
export function leaf(name: string, text: string | undefined): Record<string, unknown> {
  return text ? { [name]: { $: text } } : {};
}

function xmlOf(name: string, tree: unknown): string {
  if (Array.isArray(tree)) return tree.map((one) => xmlOf(name, one)).join("");
  const members = Object.entries(tree as Record<string, unknown>);
  const attributes = members.filter(([key]) => key.startsWith("@")).map(([key, value]) => ` ${key.slice(1)}="${escaped(String(value))}"`);
  const inner = members.map(([key, value]) => (key === "$" ? escaped(String(value)) : key.startsWith("@") ? "" : xmlOf(key, value)));
  return `<x:${name}${attributes.join("")}>${inner.join("")}</x:${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
