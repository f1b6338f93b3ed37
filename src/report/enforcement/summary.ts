import type { EnforcementPlan } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { originLines, reasonOf } from "./header.js";
import { enforcementFormats } from "./registry.js";

type Withheld = EnforcementPlan["withheld"][number];

const kinds = {
  name: ["name", "names"],
  prefix: ["address range", "address ranges"],
  registry: ["image registry", "image registries"],
  terraform: ["Terraform provider", "Terraform providers"],
  package: ["package", "packages"],
} as const satisfies Record<Withheld["kind"], readonly [string, string]>;

/** What a plan blocks and withholds, in short, and the forms that it can be written in. */
export function enforcementText(plan: EnforcementPlan, { width: columns, color }: RenderOptions): string {
  const width = Math.max(narrowest, columns);
  const style = styleFor(color);
  const heading = (text: string) => wrap(text, { width }).map(style.heading);
  const [title = "", ...origin] = originLines(plan);
  const lines = [
    ...heading(title),
    ...origin.flatMap((line) => wrap(line, { width, first: "  " })),
    "",
    ...heading("Would be blocked"),
    ...pairs(blockedRows(plan), width, "  "),
    "",
    ...heading("Withheld, and stays open"),
    ...withheldLines(plan.withheld, width),
    "",
    ...heading("Before it is loaded"),
    ...plan.notes.flatMap((note) => wrap(note, { width, first: "  - ", rest: "    " })),
    "",
    ...heading("Write it with --target"),
    ...table(
      ["  target", "what it is", "file"],
      enforcementFormats.map(({ id, title: what, fileName }) => [`  ${id}`, what, fileName]),
      width,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function blockedRows(plan: EnforcementPlan): [string, string][] {
  const { names, prefixes, registries, terraform, packages } = plan;
  const ofFamily = (family: 4 | 6) => prefixes.filter((one) => one.family === family).length;
  const asns = [...new Set(prefixes.flatMap(({ asn }) => (asn === null ? [] : [`AS${asn}`])))].join(", ");
  const open = names.flatMap(({ except }) => except);
  return [
    [
      "names",
      `${names.length}${sample(names.map(({ suffix }) => suffix))}${open.length > 0 ? `; ${open.join(", ")} stays open below them` : ""}`,
    ],
    ["address ranges", `${ofFamily(4)} of IPv4 and ${ofFamily(6)} of IPv6${asns ? `, of ${asns}` : ""}`],
    ["image registries", `${registries.length}${sample(registries.map(({ host }) => host))}`],
    ["Terraform", `${terraform.length}${sample(terraform.map(({ source }) => source))}`],
    ["packages", `${packages.length}${sample(packages.map(({ ecosystem, name }) => `${ecosystem} ${name}`))}`],
  ];
}

const shown = 4;

function sample(all: readonly string[]): string {
  if (all.length === 0) return "";
  return `: ${all.slice(0, shown).join(", ")}${all.length > shown ? ` and ${all.length - shown} more` : ""}`;
}

/** Withheld things by kind and reason, the reason told once. */
function withheldLines(withheld: readonly Withheld[], width: number): string[] {
  if (withheld.length === 0) return wrap("nothing", { width, first: "  " });
  const groups = new Map<string, Withheld[]>();
  for (const one of withheld) {
    const reason = `${one.kind} ${reasonOf(one)}`;
    groups.set(reason, [...(groups.get(reason) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const [one, several] = kinds[first.kind];
    const what = group.length === 1 ? `${one} ${first.value}` : `${group.length} ${several}${sample(group.map(({ value }) => value))}`;
    return wrap(`${what}: ${reasonOf(first)}`, { width, first: "  - ", rest: "    " });
  });
}
