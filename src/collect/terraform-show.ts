import type { ObservationContext } from "../model/index.js";
import type { Findings, Format, InputFile, Seen } from "./format.js";
import { itemsAt, member, textAt } from "./json-access.js";
import { type JsonNode, readJson } from "./positioned-json.js";
import { endpointsOf, type ResourceValues, recordNameOf, regionOf } from "./terraform-attributes.js";
import { type Endpoint, linkEndpoints, type RecordName } from "./terraform-endpoints.js";
import { PlannedConfiguration } from "./terraform-plan-configuration.js";
import { providerAddress } from "./terraform-provider-address.js";

/** What `terraform show -json` prints of a state or of a plan. Values are read by allow-list only. */
export const terraformShow: Format = {
  id: "terraform-show",
  title: "terraform show -json (state or plan)",
  specification: "https://developer.hashicorp.com/terraform/internals/json-format",
  recognises({ head }) {
    if (!/^\s*\{/.test(head) || /"(provider_schemas|diagnostics)"\s*:/.test(head)) return false;
    return (
      /"(planned_values|resource_changes)"\s*:/.test(head) ||
      (/"format_version"\s*:\s*"/.test(head) && head.includes('"terraform_version"'))
    );
  },
  read,
};

/** A resource with what it takes to report it once the whole file is read. */
interface Found {
  seen: Seen;
  endpoints: Endpoint[];
  /** Of a DNS record. */
  record: RecordName | undefined;
}

async function read(file: InputFile, findings: Findings): Promise<void> {
  const changes: Found[] = [];
  const planned: Found[] = [];
  const state: Found[] = [];
  const drop = (): void => undefined;
  const { root, broken } = readJson(await file.text(), {
    emit: [
      { path: ["resource_changes", "*"], onElement: (change) => changes.push(...changeOf(change)) },
      { path: ["planned_values", "root_module", "**", "resources", "*"], onElement: (resource) => planned.push(...resourceOf(resource)) },
      { path: ["values", "root_module", "**", "resources", "*"], onElement: (resource) => state.push(...resourceOf(resource)) },
      // Old values, results and inputs: secrets and repetitions.
      ...["prior_state", "resource_drift", "output_changes", "relevant_attributes", "checks"].map((name) => ({
        path: [name, "**", "*"],
        onElement: drop,
      })),
      { path: ["planned_values", "outputs", "*"], onElement: drop },
      { path: ["values", "outputs", "*"], onElement: drop },
    ],
    onProblem: (problem) => findings.problem(problem),
  });
  const configuration = new PlannedConfiguration(root ?? undefined);
  // A plan names what it changes among what it plans: the changes alone are every resource once.
  const resources = [...(changes.length > 0 ? changes : planned), ...state];
  for (const resource of resources) report(resource, configuration, findings);
  for (const seen of configuration.observations()) findings.observe(seen);
  for (const link of configuration.links) findings.link?.(link);
  if (broken) throw broken;
}

function report({ seen, endpoints, record }: Found, configuration: PlannedConfiguration, findings: Findings): void {
  const { region, source, dependsOn } = configuration.about(seen.context?.address ?? "");
  const context: ObservationContext = { ...seen.context };
  if (!context.region && region) Object.assign(context, region);
  // Plans of Terraform 0.12 name the provider only; the configuration cannot tell more then.
  if (source && !context.providerSource?.includes("/")) context.providerSource = source;
  if (dependsOn.length > 0 && !context.dependsOn) context.dependsOn = dependsOn;
  findings.observe({ ...seen, context });
  for (const endpoint of endpoints) findings.observe(endpoint.seen);
  linkEndpoints({ address: context.address ?? "", record, values: "known" }, endpoints, findings);
}

function changeOf(change: JsonNode): Found[] {
  const actions = itemsAt(change, "change", "actions").flatMap((one) => (one.kind === "scalar" ? [String(one.value)] : []));
  // What is only deleted has no values afterwards.
  const when = isNull(member(change, "change", "after")) ? "before" : "after";
  const values = { attributes: member(change, "change", when), sensitive: member(change, "change", `${when}_sensitive`) };
  return found(change, values, { actions });
}

function resourceOf(resource: JsonNode): Found[] {
  const dependsOn = itemsAt(resource, "depends_on").flatMap((one) => (one.kind === "scalar" ? [String(one.value)] : []));
  const values = { attributes: member(resource, "values"), sensitive: member(resource, "sensitive_values") };
  return found(resource, values, dependsOn.length > 0 ? { dependsOn } : {});
}

function found(node: JsonNode, values: ResourceValues, context: ObservationContext): Found[] {
  const type = textAt(node, "type");
  const address = textAt(node, "address");
  if (!type || !address) return [];
  const provider = textAt(node, "provider_name");
  const seen: Seen = {
    line: node.line,
    column: node.column,
    kind: textAt(node, "mode") === "data" ? "terraform-data" : "terraform-resource",
    value: type,
    context: { address, ...regionOf(values), ...(provider ? { providerSource: providerAddress(provider).source } : {}), ...context },
  };
  return [{ seen, endpoints: endpointsOf(values, address), record: recordNameOf(type, values) }];
}

function isNull(node: JsonNode | undefined): boolean {
  return !node || (node.kind === "scalar" && node.value === null);
}
