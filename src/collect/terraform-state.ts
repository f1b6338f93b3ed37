import type { ObservationContext } from "../model/index.js";
import { type Findings, type Format, type InputFile, Unreadable } from "./format.js";
import { itemsAt, member, textAt } from "./json-access.js";
import { type JsonNode, type JsonObject, readJson } from "./positioned-json.js";
import { endpointsOf, type ResourceValues, recordNameOf, regionOf } from "./terraform-attributes.js";
import { linkEndpoints } from "./terraform-endpoints.js";
import { providerAddress } from "./terraform-provider-address.js";

/** Terraform and OpenTofu state, version 4. Values are read by allow-list only: a state holds passwords in the clear. */
export const terraformState: Format = {
  id: "terraform-state",
  title: "Terraform state",
  specification: "https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version4.go",
  recognises({ name, head }) {
    if (!/^\s*\{/.test(head) || head.includes('"format_version"')) return false;
    const keys = ['"serial"', '"lineage"', '"terraform_version"'].filter((key) => head.includes(key));
    return keys.length >= 2 || (/\.tfstate(\.|$)/.test(name) && /"(version|resources)"\s*:/.test(head));
  },
  read,
};

async function read(file: InputFile, findings: Findings): Promise<void> {
  const { root, broken } = readJson(await file.text(), {
    emit: [
      { path: ["resources", "*"], onElement: (resource) => reportResource(resource, findings) },
      // Outputs are where secrets are handed on; nothing of them is kept.
      { path: ["outputs", "*"], onElement: () => undefined },
    ],
    onProblem: (problem) => findings.problem(problem),
  });
  checkVersion(root, broken !== null);
  if (broken) throw broken;
}

function reportResource(resource: JsonNode, findings: Findings): void {
  const type = textAt(resource, "type");
  const name = textAt(resource, "name");
  if (!type || !name) return;
  const mode = textAt(resource, "mode");
  const address = [textAt(resource, "module"), mode === "data" ? "data" : undefined, type, name].filter(Boolean).join(".");
  const provider = textAt(resource, "provider");
  const kind = mode === "data" ? "terraform-data" : "terraform-resource";
  for (const instance of itemsAt(resource, "instances")) {
    const values: ResourceValues = { attributes: member(instance, "attributes"), sensitive: marksOf(instance) };
    const context: ObservationContext = {
      address: address + indexOf(instance),
      ...regionOf(values),
      ...(provider ? { providerSource: providerAddress(provider).source } : {}),
      ...dependenciesOf(instance),
    };
    findings.observe({ line: instance.line, column: instance.column, kind, value: type, context });
    const endpoints = endpointsOf(values, context.address ?? address);
    for (const { seen } of endpoints) findings.observe(seen);
    linkEndpoints({ address: context.address ?? address, record: recordNameOf(type, values), values: "known" }, endpoints, findings);
  }
}

function indexOf(instance: JsonNode): string {
  const key = member(instance, "index_key");
  return key?.kind === "scalar" && key.value !== null ? `[${JSON.stringify(key.value)}]` : "";
}

function dependenciesOf(instance: JsonNode): Pick<ObservationContext, "dependsOn"> {
  const names = itemsAt(instance, "dependencies").flatMap((one) =>
    one.kind === "scalar" && typeof one.value === "string" ? [one.value] : [],
  );
  return names.length > 0 ? { dependsOn: names } : {};
}

/** `sensitive_attributes` lists paths; the whole attribute that a path begins with is taken as sensitive. */
function marksOf(instance: JsonNode): JsonObject {
  const { line, column } = instance;
  const marks: JsonObject = { kind: "object", members: new Map(), line, column };
  for (const path of itemsAt(instance, "sensitive_attributes")) {
    const first = path.kind === "array" ? textAt(path.items[0], "value") : path.kind === "scalar" ? String(path.value) : undefined;
    if (first) marks.members.set(first, { kind: "scalar", value: true, line, column });
  }
  return marks;
}

function checkVersion(root: JsonNode | null, isBroken: boolean): void {
  const version = member(root ?? undefined, "version");
  const found = version?.kind === "scalar" ? version.value : undefined;
  if (found === 4 || (isBroken && found === undefined)) return;
  throw new Unreadable({
    line: version?.line ?? 1,
    column: version?.column ?? 1,
    code: "terraform-state-version",
    message: found === undefined ? "the state does not say its version" : `this is a state of version ${JSON.stringify(found)}`,
    expected: "version 4, written by Terraform 0.12 or later or by OpenTofu",
    action: "Run `terraform state pull` with a current Terraform and review its output.",
  });
}
