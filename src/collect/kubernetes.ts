import type { ObservationContext, Problem } from "../model/index.js";
import type { Findings, Format, InputFile } from "./format.js";
import { hostsIn } from "./hosts.js";
import { imageReference, isTemplated } from "./image-reference.js";
import { linkObject } from "./kubernetes-links.js";
import { isSecretName, withoutSecrets } from "./secret-names.js";
import { entriesOf, everyMap, itemsOf, readYaml, scalarText, textUnder, under, writtenText, type YamlDocument } from "./yaml-documents.js";

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
  const template = unread.find(({ text }) => text.includes("{{"));
  if (template) findings.problem(templateProblem(template.problem.line));
  for (const { text, firstLine, problem } of unread) {
    if (!text.includes("{{")) findings.problem(problem);
    seeLiteralImages(text, firstLine, findings);
  }
  for (const document of documents) {
    const read = new Set<unknown>();
    for (const object of objectsOf(document.root)) seeObject(object, { document, findings, read });
  }
}

function isChartValues(name: string, head: string): boolean {
  return /^values[^/]*\.ya?ml$/i.test(name) && /\b(repository|registry|image)\s*:/.test(head);
}

/** The objects of a document, out of any List that wraps them. A list that holds itself, through an anchor, is looked into once. */
function objectsOf(root: unknown): unknown[] {
  const found = new Set([root]);
  for (const one of found) {
    const items = /List$/.test(textUnder(one, "kind") ?? "") ? itemsOf(under(one, "items")) : [];
    for (const item of items) found.add(item);
  }
  return [...found].filter((one) => !(/List$/.test(textUnder(one, "kind") ?? "") && itemsOf(under(one, "items")).length > 0));
}

interface Reading {
  document: YamlDocument;
  findings: Findings;
  /** Nodes that were read: anchors lead to the same one from several places. */
  read: Set<unknown>;
}

interface SeenObject extends Reading {
  context: ObservationContext | undefined;
}

function seeObject(root: unknown, reading: Reading): void {
  const kind = textUnder(root, "kind");
  const name = [kind, textUnder(root, "metadata", "namespace"), textUnder(root, "metadata", "name")].filter(Boolean).join("/");
  if (kind && textUnder(root, "metadata", "name")) linkObject(root, name, reading.document, reading.findings);
  // What a Secret holds is nobody's business but its owner's.
  if (kind === "Secret") return;
  const object: SeenObject = { ...reading, context: kind ? { address: name } : undefined };
  everyMap(root, (map) => seeImage(map, object));
  if (kind === "ConfigMap") for (const [key, value] of entriesOf(under(root, "data"))) seeHosts(key, value, object);
  if (kind === "Service") seeHosts("externalName", under(root, "spec", "externalName"), object);
  everyMap(root, (map) => {
    for (const variable of itemsOf(under(map, "env"))) seeVariable(variable, object);
  });
}

/** `image: reference` in pod templates and custom fields alike, image volumes, and the split form of Helm values. */
function seeImage(map: unknown, object: SeenObject): void {
  const image = under(map, "image");
  if (scalarText(image)) seeReference(scalarText(image) ?? "", image, object);
  const reference = under(image, "reference");
  if (scalarText(reference)) seeReference(scalarText(reference) ?? "", reference, object);
  const repository = textUnder(map, "repository");
  if (!repository || repository.includes("://")) return;
  const registry = textUnder(map, "registry");
  const tag = writtenText(under(map, "tag"));
  const digest = textUnder(map, "digest");
  if (!registry && !under(map, "tag") && !digest && !under(map, "pullPolicy")) return;
  const written = [registry, repository].filter(Boolean).join("/") + (tag ? `:${tag}` : "") + (digest ? `@${digest}` : "");
  seeReference(written, under(map, "repository"), object);
}

function seeReference(written: string, node: unknown, { document, findings, context, read }: SeenObject): void {
  if (read.has(node)) return;
  read.add(node);
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

function seeHosts(name: string, node: unknown, { document, findings, context, read }: SeenObject): void {
  const text = scalarText(node);
  if (!text || isSecretName(name) || read.has(node)) return;
  read.add(node);
  const { line, column } = document.at(node);
  const block = text.includes("\n");
  for (const host of hostsIn(withoutSecrets(text))) {
    const below = block ? text.slice(0, host.offset).split("\n").length : 0;
    findings.observe({ line: line + below, column: block ? 1 : column, kind: host.kind, value: host.value, ...withContext(context) });
  }
}

function templateProblem(line: number | null): Omit<Problem, "path"> {
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

/** What is no YAML, or not yet: literal images are taken line by line. */
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
