import { findProvider, ProviderNotFound } from "../dossier.js";
import { findParty } from "../find-party.js";
import { nearest } from "../judge/nearest.js";
import type { BlockException, BlockTarget, DependencyGraph, Provider, Reference } from "../model/index.js";

/** A name in an option that stands for nothing, or for several things. */
export class UnknownName extends Error {
  override name = "UnknownName";
  readonly candidates: readonly string[];
  constructor(option: string, asked: string, expected: string, candidates: readonly string[], several = false) {
    const found = several ? `${option} ${asked} is the name of several` : `${option} ${asked} is not known`;
    const near = candidates.length > 0 ? ` ${several ? "Name one of them" : "Near it"}: ${candidates.join(", ")}.` : "";
    super(`${found}. Expected ${expected}.${near}`);
    this.candidates = candidates;
  }
}

const blockExpected = "the id or name of a provider, a company or a government, such as alibaba-cloud, Alibaba Group or CN";

/**
 * What is to be cut off: a provider by its id, a government by its code or name, a provider by a name, or any party by what `beholden trace` takes.
 *
 * @throws UnknownName where nothing, or more than one, goes by it; with the nearest names on file
 */
export function blockTarget(asked: string, reference: Reference): BlockTarget {
  const byId = reference.provider(asked.trim().toLowerCase());
  if (byId) return providerTarget(asked, byId);
  const government = governmentNamed(asked, reference);
  if (government) return { asked, kind: "government", ...government };
  try {
    return providerTarget(asked, findProvider(asked, reference));
  } catch (error) {
    if (!(error instanceof ProviderNotFound)) throw error;
    if (error.candidates.length > 0) {
      const ids = error.candidates.map(({ id }) => id);
      throw new UnknownName("--block", asked, blockExpected, ids, true);
    }
  }
  const { parties } = findParty(asked, reference);
  const [party, ...more] = parties;
  if (party && more.length > 0) {
    const ids = parties.slice(0, mostCandidates).map(({ id, name }) => `${id} (${name})`);
    throw new UnknownName("--block", asked, blockExpected, ids, true);
  }
  if (!party) throw new UnknownName("--block", asked, blockExpected, nearNames(asked, namesOnFile(reference)));
  const state = reference.catalogue.governments.find((one) => one.party === party.id);
  if (state) return { asked, kind: "government", id: state.code, name: state.name };
  return { asked, kind: "party", id: party.id, name: party.name };
}

function providerTarget(asked: string, { id, names }: Provider): BlockTarget {
  return { asked, kind: "provider", id, name: names.english };
}

function governmentNamed(asked: string, reference: Reference): { id: string; name: string } | undefined {
  const text = asked.trim();
  const named = reference.catalogue.governments.find(({ name }) => folded(name) === folded(text));
  if (named) return { id: named.code, name: named.name };
  if (!/^[A-Z]{2}$/.test(text)) return undefined;
  const code = reference.governmentOf(text);
  const held = reference.catalogue.governments.find((one) => one.code === code);
  if (held) return { id: held.code, name: held.name };
  const lives = reference.catalogue.parties.some(({ jurisdiction }) => jurisdiction === code);
  return lives ? { id: code, name: code } : undefined;
}

/** Regions by id, among those of the graph and of the providers on file. @throws UnknownName */
export function regionNamed(asked: string, graph: DependencyGraph, reference: Reference): string {
  const known = new Map<string, string>();
  for (const { regions = [] } of reference.catalogue.providers) for (const { id } of regions) known.set(folded(id), id);
  for (const { region } of graph.assets) if (region) known.set(folded(region), region);
  const found = known.get(folded(asked));
  if (found) return found;
  throw new UnknownName("--region", asked, "the id of a region, such as us-west-1", nearNames(asked, [...known.values()]));
}

/**
 * What is left alone: a declared system, an asset by its id or name (`*` at the end allowed), a service or region that is in use, or a provider.
 *
 * @throws UnknownName
 */
export function exception(asked: string, graph: DependencyGraph, reference: Reference): BlockException {
  const text = folded(asked);
  const systems = graph.assets.filter(({ kind }) => kind === "system");
  const system = systems.find(({ id, name }) => [id, name, id.replace(/^system:/, "")].some((one) => folded(one) === text));
  if (system) return { asked, kind: "system", id: system.id };
  if (graph.assets.some((one) => assetNamed(asked, one))) return { asked, kind: "asset", id: asked };
  const region = graph.assets.find((one) => one.region !== null && folded(one.region) === text)?.region;
  if (region) return { asked, kind: "region", id: region };
  const service = graph.assets.find((one) => one.service !== null && serviceNames(one.service).includes(text))?.service;
  if (service) return { asked, kind: "service", id: service };
  try {
    return { asked, kind: "provider", id: findProvider(asked, reference).id };
  } catch (error) {
    if (!(error instanceof ProviderNotFound)) throw error;
  }
  const inUse = graph.assets.flatMap(({ name, service, region: place }) => [name, service ?? "", place ?? ""]).filter(Boolean);
  const known = [...new Set([...systems.map(({ name }) => name), ...inUse, ...reference.catalogue.providers.map(({ id }) => id)])];
  throw new UnknownName(
    "--except",
    asked,
    "a provider, or a service, region, system or asset that is in use",
    nearNames(asked, known.slice(0, mostCompared)),
  );
}

/** Whether an asset goes by an id or a name; `*` at the end stands for anything. */
export function assetNamed(asked: string, { id, name }: { id: string; name: string }): boolean {
  const text = folded(asked);
  const names = [folded(id), folded(name)];
  return text.endsWith("*") ? names.some((one) => one.startsWith(text.slice(0, -1))) : names.includes(text);
}

/** `Object Storage Service (OSS)` goes by its whole name, by the words, and by the short name. */
function serviceNames(service: string): string[] {
  const [, words = "", short = ""] = /^(.*?)\s*\(([^)]+)\)$/.exec(service) ?? [];
  return [service, words, short].filter(Boolean).map(folded);
}

const mostCandidates = 5;
const mostCompared = 20_000;

function namesOnFile({ catalogue }: Reference): string[] {
  return [
    ...catalogue.providers.flatMap(({ id, names }) => [id, names.english, ...(names.aliases ?? [])]),
    ...catalogue.governments.flatMap(({ code, name }) => [code, name]),
    ...catalogue.parties.flatMap(({ id, name }) => [id, name]),
  ];
}

/** The name nearest by spelling first, then those that hold what was asked. */
function nearNames(asked: string, known: readonly string[]): string[] {
  const closest = nearest(asked, known);
  const text = folded(asked);
  const holding = text.length >= 3 ? known.filter((one) => folded(one).includes(text)) : [];
  return [...new Set([...(closest ? [closest] : []), ...holding])].slice(0, mostCandidates);
}

export function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
