import type { LinkEnd, NeedRuleId } from "../model/index.js";
import type { Findings } from "./format.js";
import { hostOf } from "./hosts.js";
import { imageReference } from "./image-reference.js";
import { namesInNetwork } from "./names-in-network.js";
import { isSecretName } from "./secret-names.js";
import { entriesOf, everyMap, itemsOf, scalarText, textUnder, under, writtenText, type YamlDocument } from "./yaml-documents.js";

/**
 * What a Kubernetes object needs by name: images, settings, volumes and accounts of its pods; the services and pods that it passes traffic to.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/
 */
export function linkObject(root: unknown, address: string, document: YamlDocument, { link }: Findings): void {
  if (!link) return;
  const namespace = textUnder(root, "metadata", "namespace");
  const itself: LinkEnd = `workload:${address}`;
  const needs = (node: unknown, to: LinkEnd, rule?: NeedRuleId, ifThere = false) =>
    link({ line: document.at(node).line, from: itself, to, ...(rule ? { rule } : {}), ...(ifThere ? { ifThere } : {}) });
  const object: Linked = { root, namespace, needs, named: (kind, name) => `workload:${[kind, namespace, name].filter(Boolean).join("/")}` };
  const kind = textUnder(root, "kind") ?? "";
  if (namedByOthers.has(kind)) needs(root, itself);
  everyMap(root, (map) => {
    const pod = under(map, "spec");
    if (itemsOf(under(pod, "containers")).length === 0) return;
    needs(root, itself);
    linkPod(map, pod, object);
  });
  linkByKind[kind]?.(object);
}

/** Objects that are worth knowing although they need nothing themselves. */
const namedByOthers = new Set(
  "Service Ingress HTTPRoute ConfigMap Secret PersistentVolumeClaim PersistentVolume StorageClass ServiceAccount".split(" "),
);

interface Linked {
  root: unknown;
  namespace: string | undefined;
  needs(node: unknown, to: LinkEnd, rule?: NeedRuleId, ifThere?: boolean): void;
  /** An object of the same namespace. */
  named(kind: string, name: string): LinkEnd;
}

const linkByKind: Record<string, ((object: Linked) => void) | undefined> = {
  Service({ root, namespace, needs }) {
    const selector = under(root, "spec", "selector");
    const external = under(root, "spec", "externalName");
    const host = hostOf(scalarText(external) ?? "");
    if (host) needs(external, `host:${host.value}`, "passes-to");
    if (entriesOf(selector).length > 0) needs(selector, podsWith(namespace, selector), "passes-to");
  },
  Ingress({ root, needs, named }) {
    everyMap(under(root, "spec"), (map) => {
      const backend = under(map, "backend") ?? under(map, "defaultBackend");
      const service = textUnder(backend, "service", "name") ?? textUnder(backend, "serviceName");
      if (service) needs(backend, named("Service", service), "passes-to");
    });
    for (const one of itemsOf(under(root, "spec", "tls"))) {
      const secret = textUnder(one, "secretName");
      if (secret) needs(one, named("Secret", secret), "settings");
    }
  },
  HTTPRoute({ root, needs, named }) {
    for (const rule of itemsOf(under(root, "spec", "rules"))) {
      for (const backend of itemsOf(under(rule, "backendRefs"))) {
        const name = textUnder(backend, "name");
        if (name) needs(backend, named(textUnder(backend, "kind") ?? "Service", name), "passes-to");
      }
    }
  },
  PersistentVolumeClaim({ root, needs }) {
    const spec = under(root, "spec");
    for (const [field, kind] of [
      ["storageClassName", "StorageClass"],
      ["volumeName", "PersistentVolume"],
    ] as const) {
      const name = textUnder(spec, field);
      if (name) needs(under(spec, field), `workload:${kind}/${name}`, "storage");
    }
  },
};

function linkPod(template: unknown, pod: unknown, object: Linked): void {
  const { namespace, needs, named } = object;
  const labels = under(template, "metadata", "labels");
  if (entriesOf(labels).length > 0) needs(labels, podsWith(namespace, labels));
  const account = textUnder(pod, "serviceAccountName");
  if (account) needs(under(pod, "serviceAccountName"), named("ServiceAccount", account), "account");
  for (const one of itemsOf(under(pod, "imagePullSecrets"))) {
    const name = textUnder(one, "name");
    if (name) needs(one, named("Secret", name), "pull-secret");
  }
  for (const volume of itemsOf(under(pod, "volumes"))) linkVolume(volume, object);
  for (const part of ["initContainers", "containers"]) {
    for (const container of itemsOf(under(pod, part))) linkContainer(container, object);
  }
}

function linkVolume(volume: unknown, object: Linked): void {
  const claim = textUnder(volume, "persistentVolumeClaim", "claimName");
  if (claim) object.needs(volume, object.named("PersistentVolumeClaim", claim), "storage");
  for (const source of [volume, ...itemsOf(under(volume, "projected", "sources"))]) {
    linkSettings("ConfigMap", under(source, "configMap"), "name", object);
    linkSettings("Secret", under(source, "secret"), "secretName", object);
    linkSettings("Secret", under(source, "secret"), "name", object);
  }
}

function linkContainer(container: unknown, object: Linked): void {
  const image = under(container, "image");
  const reference = imageReference(scalarText(image) ?? "");
  if (reference)
    object.needs(image, `image:${reference.normalised}`, pullRule(textUnder(container, "imagePullPolicy"), reference.normalised));
  for (const one of itemsOf(under(container, "envFrom"))) {
    linkSettings("ConfigMap", under(one, "configMapRef"), "name", object);
    linkSettings("Secret", under(one, "secretRef"), "name", object);
  }
  for (const one of itemsOf(under(container, "env"))) {
    linkSettings("ConfigMap", under(one, "valueFrom", "configMapKeyRef"), "name", object);
    linkSettings("Secret", under(one, "valueFrom", "secretKeyRef"), "name", object);
    if (!isSecretName(textUnder(one, "name") ?? "")) linkNames(under(one, "value"), object);
  }
  for (const one of [...itemsOf(under(container, "command")), ...itemsOf(under(container, "args"))]) linkNames(one, object);
}

function linkSettings(kind: string, reference: unknown, key: string, { needs, named }: Linked): void {
  const name = textUnder(reference, key);
  if (!name) return;
  const optional = writtenText(under(reference, "optional")) === "true";
  needs(reference, named(kind, name), optional ? "settings-optional" : "settings");
}

/** Services that a value names as the cluster's own DNS does. */
function linkNames(node: unknown, { namespace, needs }: Linked): void {
  for (const { name, namespace: other } of namesInNetwork(scalarText(node) ?? "")) {
    const place = [other ?? namespace, name].filter(Boolean).join("/");
    needs(node, `workload:Service/${place}`, "name-in-cluster", true);
  }
}

/** Without a policy, Kubernetes pulls `latest` and what has no tag at every start, and anything else where it is missing. */
function pullRule(policy: string | undefined, image: string): NeedRuleId {
  if (policy === "Always") return "image-pulled-at-start";
  if (policy === "Never") return "image-never-pulled";
  const tag = /:([^/@:]+)(?:@|$)/.exec(image.slice(image.lastIndexOf("/")))?.[1];
  const isFixed = policy === "IfNotPresent" || image.includes("@") || (tag !== undefined && tag !== "latest");
  return isFixed ? "image" : "image-pulled-at-start";
}

function podsWith(namespace: string | undefined, labels: unknown): LinkEnd {
  const written = entriesOf(labels).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(writtenText(value) ?? "")}`);
  return `pods:${namespace ?? ""}?${written.sort().join("&")}`;
}
