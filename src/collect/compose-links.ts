import type { LinkEnd, NeedRuleId } from "../model/index.js";
import { environmentOf, withDefaults } from "./compose-service.js";
import type { Findings } from "./format.js";
import { imageReference } from "./image-reference.js";
import { namesInNetwork } from "./names-in-network.js";
import { isSecretName } from "./secret-names.js";
import { entriesOf, itemsOf, scalarText, textUnder, under, writtenText, type YamlDocument } from "./yaml-documents.js";

/**
 * What a service of Compose needs by name: its image, the services that it starts after, links to, or names in
 * its environment.
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
export function linkService(name: string, service: unknown, document: YamlDocument, { link }: Findings): void {
  if (!link) return;
  const itself = endOf(name);
  const needs = (node: unknown, to: LinkEnd, rule?: NeedRuleId, ifThere = false) =>
    link({ line: document.at(node).line, from: itself, to, ...(rule ? { rule } : {}), ...(ifThere ? { ifThere } : {}) });
  needs(service, itself);
  const image = under(service, "image");
  const reference = imageReference(withDefaults(scalarText(image) ?? ""));
  if (reference)
    needs(image, `image:${reference.normalised}`, pullRule(textUnder(service, "pull_policy"), under(service, "build") !== undefined));
  const after = under(service, "depends_on");
  for (const one of itemsOf(after)) if (scalarText(one)) needs(one, endOf(scalarText(one) ?? ""), "start-order");
  for (const [other, how] of entriesOf(after)) {
    needs(how, endOf(other), writtenText(under(how, "required")) === "false" ? "start-order-optional" : "start-order");
  }
  for (const one of itemsOf(under(service, "links"))) {
    const [other] = (scalarText(one) ?? "").split(":");
    if (other) needs(one, endOf(other), "name-in-cluster");
  }
  for (const { name: variable, node } of environmentOf(service)) {
    if (isSecretName(variable)) continue;
    const value = (scalarText(node) ?? "").replace(/^[\w.-]+=/, "");
    for (const one of namesInNetwork(value)) if (one.namespace === undefined) needs(node, endOf(one.name), "name-in-cluster", true);
  }
}

function endOf(name: string): LinkEnd {
  return `workload:compose/${name}`;
}

function pullRule(policy: string | undefined, isBuilt: boolean): NeedRuleId {
  if (isBuilt) return "image-or-build";
  if (policy === "never") return "image-never-pulled";
  return policy === "always" ? "image-pulled-at-start" : "image";
}
