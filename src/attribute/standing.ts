import type { Attribution, Interest, Provider, Region } from "../model/index.js";
import { holdsOn } from "../model/order.js";
import type { SignatureIndex } from "./signature-index.js";
import { providerNamed } from "./vendors.js";

/** Who runs a provider's service in a place, who owns that company, who wrote the technology. Three facts, kept apart. */
export interface Standing {
  operator: string;
  owner: string | null;
  technology: Attribution["technology"];
}

/** The facts that a standing is read from. */
interface Footing {
  provider: Provider;
  region: Region | undefined;
  operator: string;
  index: SignatureIndex;
  asOf: string;
}

/** A joint operation whose note speaks of these hands on technology; others are a stake or a sales agreement. */
const licensed = /technolog|licen[cs]e/i;
const suppliesTechnology = /(technology|software).*supplier/i;
const licensesTechnology = /technology licensee/i;

/** Reads the standing of a provider in a region as of a day; `narrower` is the operator that the signature itself named. */
export function standingOf(
  provider: Provider,
  region: Region | undefined,
  narrower: string | undefined,
  index: SignatureIndex,
  asOf: string,
): Standing {
  const operator = region?.operator ?? narrower ?? provider.operator;
  const key = `standing ${provider.id} ${region?.id ?? ""} ${operator} ${asOf}`;
  const known = index.remembered.get(key) as Standing | undefined;
  if (known) return known;
  const footing = { provider, region, operator, index, asOf };
  const owner = ownerOf(footing);
  const standing = { operator, owner, technology: technologyOf(footing, owner) };
  index.remembered.set(key, standing);
  return standing;
}

/**
 * The top company of the operator's group. The group of the brand is not it where it is tied to the operator by a joint operation
 * alone: such a contract is no stake.
 */
function ownerOf(footing: Footing): string | null {
  const { provider, operator, index, asOf } = footing;
  const providers = index.reference.catalogue.providers;
  if (standsAbove(provider.group, operator, index, asOf)) return provider.group;
  if (operator === provider.operator && !jointlyRunBy(provider.group, footing)) return provider.group;
  if (providers.some(({ group }) => group === operator)) return operator;
  const own = providers.filter((other) => other.operator === operator && !jointlyRunBy(other.group, footing));
  return own[0]?.group ?? null;
}

/** Whether a chain of stakes or of control, of whatever size, leads from one party to the other. */
function standsAbove(top: string, below: string, index: SignatureIndex, asOf: string): boolean {
  const seen = new Set([below]);
  for (const id of seen) {
    if (id === top) return true;
    for (const interest of index.reference.interestsIn(id)) {
      if (interest.kind !== "joint-operation" && holdsOn(interest, asOf)) seen.add(interest.owner);
    }
  }
  return false;
}

function jointlyRunBy(group: string, footing: Footing): boolean {
  return jointOperationsIn(footing).some((interest) => interest.owner === group);
}

function jointOperationsIn({ operator, index, asOf }: Footing): Interest[] {
  return index.reference.interestsIn(operator).filter((interest) => interest.kind === "joint-operation" && holdsOn(interest, asOf));
}

function technologyOf(footing: Footing, owner: string | null): Attribution["technology"] {
  return licensedTechnology(footing, owner) ?? brandTechnology(footing, owner) ?? suppliedTechnology(footing);
}

/** A contract to run another's cloud: AWS in China, Azure in China. */
function licensedTechnology(footing: Footing, owner: string | null): Attribution["technology"] {
  const { provider, operator, index } = footing;
  const contracts = jointOperationsIn(footing).filter(
    (interest) =>
      interest.owner !== operator && interest.owner !== owner && (interest.owner === provider.group || licensed.test(interest.note ?? "")),
  );
  const contract = contracts.find((interest) => interest.owner === provider.group) ?? (contracts.length === 1 ? contracts[0] : undefined);
  if (!contract) return null;
  const brands = index.reference.catalogue.providers.filter(({ id, group }) => group === contract.owner && id !== provider.id);
  const basis = `joint operation${contract.note ? `: ${contract.note}` : ""}${doubt(contract.confidence)}`;
  return { author: nameOf(contract.owner, index), provider: brands.length === 1 ? (brands[0]?.id ?? null) : null, basis };
}

/** A region that a company outside the group runs still runs on the brand's technology. */
function brandTechnology({ provider, region, operator, index }: Footing, owner: string | null): Attribution["technology"] {
  if (!region || operator === provider.operator || region.operator !== operator || owner === provider.group) return null;
  const basis = `region ${region.id} of ${provider.names.english} is run by a company of its own${doubt(region.confidence)}`;
  return { author: nameOf(provider.operator, index), provider: provider.id, basis };
}

/** A cloud that runs on another's software, as its own entry or its supplier's says. */
function suppliedTechnology({ provider, operator, index }: Footing): Attribution["technology"] {
  if (operator !== provider.operator) return null;
  const detailOfTie = index.reference.tiesOf(operator).find((tie) => tie.basis === "technology")?.detail;
  for (const { kind, party, detail, confidence } of provider.relationships ?? []) {
    if (!suppliesTechnology.test(kind)) continue;
    const author = providerNamed(party, index);
    if (author)
      return {
        author: nameOf(author.operator, index),
        provider: author.id,
        basis: `${kind}: ${detailOfTie ?? detail}${doubt(confidence)}`,
      };
  }
  for (const other of index.reference.catalogue.providers) {
    for (const { kind, party, detail, confidence } of other.relationships ?? []) {
      if (!licensesTechnology.test(kind) || !names(party).some((name) => providerNamed(name, index) === provider)) continue;
      return { author: nameOf(other.operator, index), provider: other.id, basis: `${kind}: ${detailOfTie ?? detail}${doubt(confidence)}` };
    }
  }
  return null;
}

/** `T-Systems (Open Telekom Cloud)` names a company and, in parentheses, its brand. */
function names(party: string): string[] {
  return party
    .split(/[()]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function nameOf(party: string, index: SignatureIndex): string {
  return index.reference.party(party)?.name ?? party;
}

function doubt(confidence: string): string {
  return confidence === "high" ? "" : ` (${confidence} confidence)`;
}
