import type { ObservationContext, Problem } from "../model/index.js";
import type { Findings, Format, InputFile } from "./format.js";
import { hostsIn } from "./hosts.js";
import { imageReference, isTemplated } from "./image-reference.js";
import { isSecretName } from "./secret-names.js";
import { entriesOf, everyMap, itemsOf, readYaml, scalarText, textUnder, under, type YamlDocument } from "./yaml-documents.js";

/** Kubernetes manifests in YAML, several documents to a file, and the values of Helm charts. */
export const kubernetes: Format = {
  id: "kubernetes",
  title: "Kubernetes manifests",
  specification: "https://kubernetes.io/docs/reference/kubernetes-api/",
  recognises({ name, head }) {
    if (!/\.(ya?ml|tpl)$/i.test(name)) return false;
    return (
      (/^\s*-?\s*apiVersion\s*:/m.test(head) && /^\s*-?\s*kind\s*:/m.test(head)) ||
      /^\s*(-\s+)?image\s*:/m.test(head) ||
      isChartValues(name, head)
    );
  },
  read,
};

async function read(file: InputFile, findings: Findings): Promise<void> {
  const { documents, unread } = readYaml(await file.text());
  for (const { text, firstLine, problem } of unread) {
    const template = /\{\{/.test(text);
    findings.problem(template ? templateProblem(firstLine) : problem);
    seeLiteralImages(text, firstLine, findings);
  }
  for (const document of documents) seeObject(document.root, document, findings, isChartValues(file.name, file.head));
}

function isChartValues(name: string, head: string): boolean {
  return /^values[^/]*\.ya?ml$/i.test(name) && /\b(repository|registry|image)\s*:/.test(head);
}

function seeObject(root: unknown, document: YamlDocument, findings: Findings, chartValues: boolean): void {
  if (/List$/.test(textUnder(root, "kind") ?? "") && itemsOf(under(root, "items")).length > 0) {
    for (const item of itemsOf(under(root, "items"))) seeObject(item, document, findings, chartValues);
    return;
  }
  const kind = textUnder(root, "kind");
  const address = kind
    ? [kind, textUnder(root, "metadata", "namespace"), textUnder(root, "metadata", "name")].filter(Boolean).join("/")
    : undefined;
  const object: SeenObject = { document, findings, context: address ? { address } : undefined };
  // What a Secret holds is nobody's business but its owner's.
  if (kind === "Secret") return;
  everyMap(root, (map) => seeImage(map, object));
  if (kind === "ConfigMap") for (const [key, value] of entriesOf(under(root, "data"))) seeHosts(key, value, object);
  if (kind === "Service") seeHosts("externalName", under(root, "spec", "externalName"), object);
  everyMap(root, (map) => {
    for (const variable of itemsOf(under(map, "env"))) seeVariable(variable, object);
  });
}

interface SeenObject {
  document: YamlDocument;
  findings: Findings;
  context: ObservationContext | undefined;
}

/** `image: reference` in pod templates and custom fields alike, and the split form of Helm values. */
function seeImage(map: unknown, object: SeenObject): void {
  const image = under(map, "image");
  const written = scalarText(image);
  if (written) seeReference(written, image, object);
  const reference = under(map, "reference");
  if (under(map, "pullPolicy") && scalarText(reference)) seeReference(scalarText(reference) ?? "", reference, object);
  const repository = textUnder(map, "repository");
  if (repository && (under(map, "tag") || textUnder(map, "registry") || under(map, "pullPolicy")) && !/:\/\//.test(repository)) {
    const tag = tagOf(under(map, "tag"));
    seeReference(
      [textUnder(map, "registry"), repository].filter(Boolean).join("/") + (tag ? `:${tag}` : ""),
      under(map, "repository"),
      object,
    );
  }
}

/** A tag that looks like a number is one for YAML. */
function tagOf(node: unknown): string | undefined {
  const value = (node as { source?: string; value?: unknown } | undefined) ?? {};
  return value.source ?? (typeof value.value === "string" ? value.value : undefined) ?? undefined;
}

function seeReference(written: string, node: unknown, { document, findings, context }: SeenObject): void {
  const place = document.at(node);
  const reference = imageReference(written);
  if (reference) {
    const origin = reference.claimedOrigin ? { claimedOrigin: reference.claimedOrigin } : {};
    findings.observe({ ...place, kind: "image", value: reference.normalised, ...withContext({ ...context, ...origin }) });
  } else if (isTemplated(written)) {
    findings.problem({
      ...place,
      severity: "note",
      code: "image-templated",
      message: "the registry of this image is filled in later",
      expected: "a literal registry host",
      action: "Render the manifest first, such as with `helm template` or `kustomize build`.",
    });
  } else if (/[/:]/.test(written)) {
    findings.problem({
      ...place,
      severity: "warning",
      code: "image-malformed",
      message: "this is no image reference",
      expected: "host/path:tag",
      action: "Mend the reference.",
    });
  }
}

function seeVariable(variable: unknown, object: SeenObject): void {
  const name = textUnder(variable, "name") ?? "";
  const value = under(variable, "value");
  if (/^RELATED_IMAGE_/.test(name) && scalarText(value)) seeReference(scalarText(value) ?? "", value, object);
  else seeHosts(name, value, object);
}

function seeHosts(name: string, node: unknown, { document, findings, context }: SeenObject): void {
  const text = scalarText(node);
  if (!text || isSecretName(name)) return;
  const { line, column } = document.at(node);
  const block = text.includes("\n");
  for (const host of hostsIn(text)) {
    const below = block ? text.slice(0, host.offset).split("\n").length : 0;
    findings.observe({ line: line + below, column: block ? 1 : column, kind: host.kind, value: host.value, ...withContext(context) });
  }
}

/** Helm and Go templates are no YAML yet: literal images are taken line by line, and that is said. */
function templateProblem(line: number): Omit<Problem, "path"> {
  return {
    line,
    column: 1,
    severity: "warning",
    code: "yaml-template",
    message: "this is a Helm or Go template, not plain YAML; only its literal images were read",
    expected: "rendered manifests",
    action: "Render it first, such as with `helm template`, and review the output.",
  };
}

function seeLiteralImages(text: string, firstLine: number, findings: Findings): void {
  for (const [at, line] of text.split("\n").entries()) {
    const written = /^\s*(?:-\s+)?image\s*:\s*["']?([^\s"'#]+)["']?\s*(?:#.*)?$/.exec(line)?.[1];
    const reference = written && !isTemplated(written) ? imageReference(written) : null;
    if (!reference || !written) continue;
    const context = reference.claimedOrigin ? { claimedOrigin: reference.claimedOrigin } : undefined;
    findings.observe({
      line: firstLine + at,
      column: line.indexOf(written) + 1,
      kind: "image",
      value: reference.normalised,
      ...withContext(context),
    });
  }
}

function withContext(context: ObservationContext | undefined): { context?: ObservationContext } {
  return context && Object.keys(context).length > 0 ? { context } : {};
}
