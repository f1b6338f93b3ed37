import { entriesOf, itemsOf, scalarText, under } from "./yaml-documents.js";

/** `${VAR:-default}` names what is used unless told otherwise. */
export function withDefaults(written: string): string {
  return written.replace(/\$\{[A-Za-z_]\w*:?-([^${}]*)\}/g, "$1");
}

/** The environment as a map, or as a list of NAME=value. */
export function environmentOf(service: unknown): { name: string; node: unknown }[] {
  const environment = under(service, "environment");
  const mapped = entriesOf(environment).map(([name, node]) => ({ name, node }));
  return [...mapped, ...itemsOf(environment).map((node) => ({ name: scalarText(node)?.split("=", 1)[0] ?? "", node }))];
}
