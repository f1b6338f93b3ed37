import { PackageURL } from "packageurl-js";
import type { ObservationContext } from "../model/index.js";
import { CycloneDxGraph } from "./cyclonedx-links.js";
import { type Findings, type Format, type InputFile, Unreadable } from "./format.js";
import { hostOf } from "./hosts.js";
import { itemsAt, member, textAt } from "./json-access.js";
import { type JsonNode, readJson } from "./positioned-json.js";

const versions = ["1.4", "1.5", "1.6", "1.7"];
/** Older ones: the parts that are read are the same there. */
const olderVersions = ["1.2", "1.3"];
const flows = ["inbound", "outbound", "bi-directional", "unknown"];

/** CycloneDX bills of materials in JSON, 1.4 to 1.7; 1.2 and 1.3 hold no more than these and are read too. */
export const cycloneDx: Format = {
  id: "cyclonedx",
  title: "CycloneDX bill of materials",
  specification: "https://cyclonedx.org/docs/1.7/json/",
  recognises: ({ head }) => /^\s*\{/.test(head) && (/"bomFormat"\s*:/.test(head) || /cyclonedx\.org\/schema\/bom/i.test(head)),
  read,
};

async function read(file: InputFile, findings: Findings): Promise<void> {
  const graph = findings.link ? new CycloneDxGraph() : undefined;
  const { root, broken } = readJson(await file.text(), {
    emit: [
      { path: ["components", "*"], onElement: (component) => seeComponent(component, findings, graph) },
      { path: ["services", "*"], onElement: (service) => seeService(service, findings, graph) },
      { path: ["dependencies", "*"], onElement: (dependency) => graph?.addDependency(dependency) },
    ],
    onProblem: (problem) => findings.problem(problem),
  });
  const subject = member(root ?? undefined, "metadata", "component");
  graph?.describe(subject);
  if (subject) for (const inner of itemsAt(subject, "components")) seeComponent(inner, findings, graph);
  graph?.report(findings);
  if (broken) throw broken;
  if (!root) return;
  checkHeader(root, findings);
  for (const key of ["components", "services"]) {
    const part = member(root, key);
    if (part && part.kind !== "array") findings.problem(notA(key, `list of ${key}`, part));
  }
}

function checkHeader(root: JsonNode, findings: Findings): void {
  const format = member(root, "bomFormat");
  if (textAt(root, "bomFormat") !== "CycloneDX") {
    throw new Unreadable({
      line: format?.line ?? 1,
      column: format?.column ?? 1,
      code: "cyclonedx-format",
      message: "the bill of materials does not call itself CycloneDX",
      expected: '"bomFormat": "CycloneDX"',
      action: "Write it again with a current generator; what could be read was.",
    });
  }
  const version = textAt(root, "specVersion");
  if (version && versions.includes(version)) return;
  const { line, column } = member(root, "specVersion") ?? root;
  const older = version !== undefined && olderVersions.includes(version);
  findings.problem({
    line,
    column,
    severity: older ? "note" : "warning",
    code: "cyclonedx-version",
    message: version === undefined ? "specVersion is missing" : `specVersion is ${JSON.stringify(version.slice(0, 20))}`,
    expected: `one of ${versions.join(", ")}`,
    action: older
      ? "Nothing: what is read is the same in this version."
      : "Check what was read of it, or write it in a version that is known.",
  });
}

function seeComponent(component: JsonNode, findings: Findings, graph: CycloneDxGraph | undefined): void {
  if (component.kind !== "object") findings.problem(notA("components[]", "component", component));
  const text = textAt(component, "purl");
  const at = member(component, "purl") ?? component;
  const value = text === undefined ? undefined : plainPurl(text);
  graph?.add(component, value === undefined ? undefined : `package:${value}`);
  if (text) {
    if (value)
      findings.observe({ line: at.line, column: at.column, kind: "package", value, ...versionContext(textAt(component, "version")) });
    else findings.problem(notA("purl", "package URL such as pkg:npm/ali-oss@6.23.0", at));
  }
  for (const reference of itemsAt(component, "externalReferences")) {
    if (textAt(reference, "type") !== "distribution") continue;
    const host = hostOf(textAt(reference, "url") ?? "");
    const place = member(reference, "url") ?? reference;
    if (host) findings.observe({ line: place.line, column: place.column, kind: "package-source", value: host.value });
  }
  for (const inner of itemsAt(component, "components")) seeComponent(inner, findings, graph);
}

/** Qualifiers and subpath can hold addresses with credentials, and say nothing of who wrote the package. */
function plainPurl(text: string): string | undefined {
  try {
    const { type, namespace, name, version } = PackageURL.fromString(text);
    // An address as version that is not encoded spills into the name.
    const spilt = name?.indexOf("@") ?? -1;
    return new PackageURL(
      type,
      namespace,
      spilt > 0 ? name?.slice(0, spilt) : name,
      spilt > 0 ? undefined : plainVersion(version),
    ).toString();
  } catch {
    return undefined;
  }
}

function versionContext(written: string | undefined): { context?: ObservationContext } {
  const version = plainVersion(written);
  return version ? { context: { version } } : {};
}

/** Some generators write the address of a git or tarball dependency here, which can hold a token. */
function plainVersion(version: string | null | undefined): string | undefined {
  return version && !/[/@]/.test(version) ? version : undefined;
}

function seeService(service: JsonNode, findings: Findings, graph: CycloneDxGraph | undefined): void {
  const name = textAt(service, "name");
  if (!name) findings.problem(notA("services[].name", "name of the service", member(service, "name") ?? service));
  const address = `service/${[textAt(service, "group"), name].filter(Boolean).join("/")}`;
  const context: ObservationContext = { address, ...providerOf(service), ...dataOf(service, findings) };
  if (name) graph?.add(service, `service:${address}`);
  if (name) findings.observe({ line: service.line, column: service.column, kind: "service", value: name, context });
  for (const endpoint of itemsAt(service, "endpoints")) {
    const host = endpoint.kind === "scalar" && typeof endpoint.value === "string" ? hostOf(endpoint.value) : null;
    if (!host) continue;
    findings.observe({ line: endpoint.line, column: endpoint.column, kind: host.kind, value: host.value, context });
    if (name) findings.link?.({ line: endpoint.line, from: `service:${address}`, to: `host:${host.value}`, rule: "host-of-service" });
  }
  for (const inner of itemsAt(service, "services")) seeService(inner, findings, graph);
}

/** Who the document says provides the service, and from which country: a claim of its author. */
function providerOf(service: JsonNode): Pick<ObservationContext, "claimedProvider"> {
  const name = textAt(service, "provider", "name");
  const country = textAt(service, "provider", "address", "country");
  return name ? { claimedProvider: { name, ...(country ? { country } : {}) } } : {};
}

function dataOf(service: JsonNode, findings: Findings): Pick<ObservationContext, "data"> {
  const data = itemsAt(service, "data").flatMap((entry) => {
    const [flow, classification] = [textAt(entry, "flow"), textAt(entry, "classification")];
    if (!flow || !flows.includes(flow)) findings.problem(notA("flow", `flow: ${flows.join(", ")}`, member(entry, "flow") ?? entry));
    if (!classification) findings.problem(notA("classification", "classification such as PII", member(entry, "classification") ?? entry));
    return flow && flows.includes(flow) && classification ? [{ flow, classification }] : [];
  });
  return data.length > 0 ? { data } : {};
}

function notA(what: string, expected: string, { line, column }: JsonNode) {
  return {
    line,
    column,
    severity: "warning" as const,
    code: "cyclonedx-invalid",
    message: `${what} is missing or not valid here`,
    expected: `a ${expected}`,
    action: "Mend the document; this entry was left out and the rest was read.",
  };
}
