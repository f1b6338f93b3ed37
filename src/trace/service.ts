import { type Day, type Effect, type Place, type Reference, type Step, weakest } from "../model/index.js";
import { sourcesAsEvidence } from "./evidence.js";
import { governmentPlace, partyPlace, powerOf } from "./jurisdiction.js";

/** A service as it is used: whose it is, where it runs, who runs it there. */
export interface ServiceUse {
  provider: string;
  services: string[];
  region: string | null;
  operator: string;
  servedFrom: string | null;
}

/** The service, or its region where that is known, as one end of a step. */
export function servicePlace(use: Pick<ServiceUse, "provider" | "services" | "region">, reference: Reference): Place {
  const name = [reference.provider(use.provider)?.names.english ?? use.provider, ...use.services.slice(0, 2)].join(", ");
  if (!use.region) return { kind: "service", id: use.provider, name };
  return { kind: "region", id: `${use.provider}/${use.region}`, name: `${name}, region ${use.region}` };
}

/** The step from the operator to the service or region that it runs. Undefined where the operator is not on file. */
export function operationStep(use: ServiceUse, reference: Reference): Step | undefined {
  const operator = reference.party(use.operator);
  const provider = reference.provider(use.provider);
  if (!operator || !provider) return undefined;
  const region = provider.regions?.find((one) => one.id === use.region);
  const runsRegion = region?.operator === operator.id;
  return {
    kind: "operation",
    from: partyPlace(operator),
    to: servicePlace(use, reference),
    because: runsRegion
      ? `${operator.name} operates this region, not the brand's own company`
      : `the catalogue has ${operator.name} as the company that runs ${provider.names.english}`,
    confidence: weakest(operator.confidence, runsRegion ? region.confidence : "high"),
    evidence: sourcesAsEvidence(runsRegion ? region.sources : operator.sources, reference, operator.role),
  };
}

/** The step from the government whose soil the region stands on. Undefined where it is not known where the service is served from. */
export function territoryStep(use: ServiceUse, effect: Effect, reference: Reference, asOf: Day): Step | undefined {
  if (!use.servedFrom) return undefined;
  const region = reference.provider(use.provider)?.regions?.find((one) => one.id === use.region);
  const government = reference.governmentOf(use.servedFrom);
  const power = powerOf(government, effect, reference, asOf);
  return {
    kind: "territory",
    from: governmentPlace(government, reference),
    to: servicePlace(use, reference),
    because: `the region stands on its soil${region?.city ? ` (${region.city})` : ""}; ${power.because}`,
    ...(power.instrument ? { instrument: power.instrument.id } : {}),
    confidence: weakest(region?.confidence ?? "medium", power.confidence),
    evidence: [...sourcesAsEvidence(region?.sources ?? [], reference), ...power.evidence],
  };
}
