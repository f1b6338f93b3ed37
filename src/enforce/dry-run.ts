import { readFile } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import ignore from "ignore";
import { attributeOne } from "../attribute/attribute.js";
import { INVENTORY_NAME, readInventory } from "../collect/inventory.js";
import { readTraffic } from "../collect/traffic.js";
import {
  type Block,
  blockOf,
  DryRun,
  type DryRunQuestions,
  patternsOf,
  rangeOf,
  type StaysOpen,
  type SystemOfRow,
  suffixesOf,
} from "../decide/enforcement/index.js";
import { type EnforcementDryRun, type EnforcementPlan, Inventory, type Problem, readValidatedYaml } from "../model/index.js";
import type { LoadedReference } from "../reference/load.js";

export interface DryRunOptions {
  reference: LoadedReference;
  /** The file that declares systems and networks; else `beholden.yaml` beside the logs, or in a folder given here. */
  inventory?: string | undefined;
  folders?: string[];
}

/** The declaration asked for cannot be read. */
export class NoInventory extends Error {
  override name = "NoInventory";
}

/**
 * Goes through logs as if a block had been in place: what it would have cut off, by system, and what of the providers it would not.
 * @throws NoInventory where the file of the declaration cannot be read
 */
export async function dryRun(plan: EnforcementPlan, logs: string[], options: DryRunOptions): Promise<EnforcementDryRun> {
  const { inventory, problems, folder } = await declared(logs, options);
  const run = new DryRun(questionsOn(plan, blockOf(plan), inventory, options.reference));
  const read = await readTraffic(logs, (row, { path, absolute }) => run.add(row, pathFrom(folder, absolute) ?? path));
  return {
    schemaVersion: "1",
    tool: plan.tool,
    asOf: plan.asOf,
    reference: plan.reference,
    title: plan.title,
    logs: read.logs,
    ...run.result(),
    problems: [...problems, ...read.problems, ...furtherEnds(run)],
    leftOut: read.leftOut.filter(({ path }) => basename(path) !== INVENTORY_NAME),
  };
}

type Declared = Pick<Awaited<ReturnType<typeof readInventory>>, "inventory" | "problems" | "folder">;

async function declared(logs: readonly string[], { inventory: file, folders = [] }: DryRunOptions): Promise<Declared> {
  if (file === undefined) return readInventory([...new Set([...logs.flatMap((log) => [log, dirname(log)]), ...folders])]);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new NoInventory(`${file} cannot be read. Name the file that declares systems and networks, such as beholden.yaml.`, { cause });
  }
  const { value, problems } = readValidatedYaml(text, basename(file), Inventory, "inventory-invalid");
  return { inventory: value, problems, folder: dirname(file) };
}

/** Paths of assets are declared from the folder of the declaration. */
function pathFrom(folder: string | null, absolute: string): string | undefined {
  const path = folder === null ? "" : relative(resolve(folder), absolute).split(sep).join("/");
  return path === "" || path.startsWith("../") ? undefined : path;
}

function questionsOn(plan: EnforcementPlan, block: Block, inventory: Inventory | null, reference: LoadedReference): DryRunQuestions {
  const own = rangesOf(inventory?.networks ?? []);
  return {
    block,
    nameOpen: nameTest(plan, reference),
    addressOpen: addressTest(plan, reference),
    systemOf: systemFinder(inventory),
    isOwn: (address) => narrowest(address, own) !== undefined,
  };
}

/** Names of the providers that the plan does not cut off: why, as the plan says, or that nothing in it covers them. */
function nameTest(plan: EnforcementPlan, reference: LoadedReference): (name: string) => StaysOpen | undefined {
  const ids = new Set(plan.providers.map(({ id }) => id));
  const tails = new Set(plan.providers.flatMap(({ id }) => tailsOf(id, reference)));
  const withheld = new Map(plan.withheld.filter(({ kind }) => kind === "name").map((one) => [one.value, reasonOf(one)]));
  return (name) => {
    const above = suffixesOf(name);
    if (!above.some((one) => tails.has(one))) return undefined;
    const { provider, region } = attributeOne({ kind: "host", value: name }, reference, plan.asOf);
    if (provider === null || !ids.has(provider)) return undefined;
    const why = above.map((one) => withheld.get(one)).find((one) => one !== undefined);
    return { provider, why: `${why ?? "no name that is blocked covers it"}${region ? ` (region ${region})` : ""}` };
  };
}

/** Why something is withheld, with who shares it. */
function reasonOf({ why, sharedWith }: EnforcementPlan["withheld"][number]): string {
  return sharedWith.length > 0 ? `${why} (${sharedWith.map(({ name }) => name).join(", ")})` : why;
}

/** Constant ends of all the names by which a provider's hosts are known: most names of a log end in none, and need no more questions. */
function tailsOf(id: string, reference: LoadedReference): string[] {
  const provider = reference.provider(id);
  if (!provider) return [];
  return [
    ...(provider.signatures.domains ?? []).map(({ suffix }) => suffix.toLowerCase()),
    ...patternsOf(provider).map(
      (pattern) =>
        pattern
          .split(/[>*]/)
          .at(-1)
          ?.replace(/^[^.]*\./, "") ?? "",
    ),
  ];
}

/** Addresses in networks or published ranges of the providers that the plan does not cut off. */
function addressTest(plan: EnforcementPlan, reference: LoadedReference): (address: string) => StaysOpen | undefined {
  const asns = new Map(
    plan.providers.flatMap(({ id }) => (reference.provider(id)?.signatures.asns ?? []).map(({ asn }) => [asn, id] as const)),
  );
  const published = plan.providers.flatMap(({ id }) =>
    (reference.provider(id)?.signatures.prefixes ?? []).flatMap(({ prefix }) => rangesOf([prefix]).map((range) => ({ ...range, id }))),
  );
  const withheld = new Map(
    plan.withheld.filter(({ kind }) => kind === "prefix").map((one) => [one.value.split(" ")[0] ?? "", reasonOf(one)]),
  );
  return (address) => {
    const prefix = narrowest(address, published);
    if (prefix) return { provider: prefix.id, why: withheld.get(prefix.text) ?? "no range that is blocked holds it" };
    const asn = reference.network(address)?.asn;
    const provider = asn === undefined ? undefined : asns.get(asn);
    return provider === undefined
      ? undefined
      : { provider, why: `AS${asn}: ${withheld.get(`AS${asn}`) ?? "no range that is blocked holds it"}` };
  };
}

/** The declared system by its address ranges among its assets, then by the path of the log; else the declared network of the address. */
function systemFinder(inventory: Inventory | null): (own: string | null, path: string) => SystemOfRow {
  const systems = inventory?.systems ?? [];
  const ranges = systems.flatMap(({ id, name, assets }) => rangesOf(assets).map((range) => ({ ...range, system: id, name })));
  const paths = systems.map(({ id, name, assets }) => ({
    system: id,
    name,
    files: ignore().add(assets.filter((one) => rangesOf([one]).length === 0)),
  }));
  const networks = rangesOf(inventory?.networks ?? []);
  return (own, path) => {
    const byAddress = own === null ? undefined : narrowest(own, ranges);
    if (byAddress) return { system: byAddress.system, name: byAddress.name };
    const byPath = ignore.isPathValid(path) ? paths.find(({ files }) => files.ignores(path)) : undefined;
    if (byPath) return { system: byPath.system, name: byPath.name };
    const network = own === null ? undefined : narrowest(own, networks);
    return { system: null, name: network ? `own network ${network.text}` : "no declared system" };
  };
}

type Range = NonNullable<ReturnType<typeof rangeOf>> & { text: string };

function rangesOf(texts: readonly string[]): Range[] {
  return texts.flatMap((text) => {
    const range = rangeOf(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`);
    return range ? [{ ...range, text }] : [];
  });
}

function narrowest<One extends Range>(address: string, ranges: readonly One[]): One | undefined {
  if (ranges.length === 0) return undefined;
  const [at] = rangesOf([address]);
  const holding = at ? ranges.filter((range) => range.family === at.family && range.first <= at.first && at.last <= range.last) : [];
  return holding.sort((left, right) => (left.last - left.first < right.last - right.first ? -1 : 1))[0];
}

function furtherEnds({ rowsOfFurtherEnds: rows }: DryRun): Problem[] {
  if (rows === 0) return [];
  const place = { path: "", line: null, column: null };
  return [
    {
      ...{ ...place, severity: "note", code: "dry-run-many-ends" },
      message: `the logs have more far ends than are kept one by one; ${rows} rows of further ones are in the sums alone`,
      expected: "fewer far ends",
      action: "Nothing for the sums, which are whole. Give one log at a time to see more far ends.",
    },
  ];
}
