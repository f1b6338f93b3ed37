import { attributeOne } from "./attribute/attribute.js";
import { understand } from "./attribute/thing.js";
import {
  type Attribution,
  byText,
  confidences,
  type Day,
  type Effect,
  effects,
  listingsOn,
  type Party,
  type Path,
  type Reference,
  type Step,
  type WhoAnswer,
  weakest,
} from "./model/index.js";
import { commandPaths, operationStep, type ServiceUse, sourcesAsEvidence, territoryStep } from "./trace/index.js";

const MOST_ALTERNATIVES = 3;

export interface WhoOptions {
  /** The day that owners, lists and laws are read for, UTC. */
  asOf: Day;
  reference: Reference;
}

/**
 * Who runs a host, URL, IP, network, image, package, Terraform type or company name, and by what path each government commands
 * whoever runs it. Unknown is an answer: `attribution.tried` then says what was looked up.
 * @example who("oss-us-west-1.aliyuncs.com", { asOf: "2026-11-23", reference });
 */
export function who(thing: string, { asOf, reference }: WhoOptions): WhoAnswer {
  const { understoodAs, observation } = understand(thing);
  const attribution = attributeOne(observation, reference, asOf);
  const provider = attribution.provider ? reference.provider(attribution.provider) : undefined;
  const governments = governmentsOver(attribution, reference, asOf);
  const parties = partiesBehind(attribution, governments, reference);
  return {
    schemaVersion: "1",
    asOf,
    reference: { edition: reference.catalogue.edition, sha256: reference.sha256 },
    thing,
    understoodAs,
    attribution,
    provider: provider ? { id: provider.id, name: provider.names.english } : null,
    parties: parties.map(({ id, name, kind, jurisdiction }) => ({ id, name, kind, jurisdiction })),
    governments,
    listings: listingsOfAll(parties, reference, asOf),
    evidence: sourcesAsEvidence(attribution.signature?.sources ?? [], reference),
  };
}

type GovernmentAnswer = WhoAnswer["governments"][number];

function governmentsOver(attribution: Attribution, reference: Reference, asOf: Day): GovernmentAnswer[] {
  const found = new Map<string, Map<Effect, Path[]>>();
  const add = (government: string, effect: Effect, steps: Step[]) => {
    const byEffect = found.get(government) ?? new Map<Effect, Path[]>();
    byEffect.set(effect, [...(byEffect.get(effect) ?? []), { steps, confidence: weakest(...steps.map((step) => step.confidence)) }]);
    found.set(government, byEffect);
  };
  const use = serviceUse(attribution);
  if (!use) return [];
  const operation = operationStep(use, reference);
  for (const effect of ["access", "disrupt"] as const) {
    for (const path of commandPaths(use.operator, effect, reference, asOf))
      add(path.government, effect, operation ? [...path.steps, operation] : path.steps);
    const territory = territoryStep(use, effect, reference, asOf);
    if (territory) add(territory.from.id, effect, [territory]);
  }
  return [...found].map(([code, byEffect]) => describe(code, byEffect, reference)).sort(byStrength);
}

function serviceUse({ provider, service, region, operator, servedFrom }: Attribution): ServiceUse | undefined {
  if (!provider || !operator) return undefined;
  return { provider, services: service ? [service] : [], region, operator, servedFrom };
}

function describe(code: string, byEffect: Map<Effect, Path[]>, reference: Reference): GovernmentAnswer {
  const sorted = effects.flatMap((effect) => {
    const paths = [...(byEffect.get(effect) ?? [])].sort(byConfidence);
    return paths[0] ? [{ effect, confidence: paths[0].confidence, paths }] : [];
  });
  const [path, ...alternatives] = [...sorted].sort((left, right) => byConfidence(left.paths[0], right.paths[0]))[0]?.paths ?? [];
  if (!path) throw new Error(`no path to ${code}`);
  return {
    code,
    name: reference.catalogue.governments.find((one) => one.code === code)?.name ?? code,
    effects: sorted.map(({ effect, confidence }) => ({ effect, confidence })),
    path,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
  };
}

function byConfidence(left: Path | undefined, right: Path | undefined): number {
  const rank = (path: Path | undefined) => (path ? confidences.indexOf(path.confidence) : confidences.length);
  return rank(left) - rank(right) || (left?.steps.length ?? 0) - (right?.steps.length ?? 0);
}

function byStrength(left: GovernmentAnswer, right: GovernmentAnswer): number {
  return byConfidence(left.path, right.path) || byText(left.code, right.code);
}

/** The operator first, then its owners in the order of the paths. */
function partiesBehind(attribution: Attribution, governments: GovernmentAnswer[], reference: Reference): Party[] {
  const ids = new Set<string>();
  if (attribution.operator) ids.add(attribution.operator);
  for (const { path, alternatives } of governments) {
    for (const each of [path, ...alternatives])
      for (const step of [...each.steps].reverse()) if (step.from.kind === "party") ids.add(step.from.id);
  }
  if (attribution.owner) ids.add(attribution.owner);
  return [...ids].flatMap((id) => reference.party(id) ?? []);
}

function listingsOfAll(parties: Party[], reference: Reference, asOf: Day): WhoAnswer["listings"] {
  return parties.flatMap((party) =>
    listingsOn(party.id, reference, asOf)
      .map(({ list, from, citation }) => ({ party: party.id, list, from, citation }))
      .sort((left, right) => byText(left.list, right.list)),
  );
}
