import { stringify } from "yaml";
import type { EnforcementPlan } from "../../model/index.js";
import { commented, openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { oneLine } from "./header.js";
import { blockedHosts, type ProviderHosts } from "./kubernetes-hosts.js";
import { imageVariables, quoted } from "./kubernetes-images.js";

/**
 * A policy that the Kubernetes API server itself enforces: no pod, and no template of pods, takes an image from a blocked registry.
 * What already runs may be changed in all else, and can be deleted. Kubernetes 1.30 or later.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export const kubernetes: EnforcementFormat = {
  id: "kubernetes",
  title: "Kubernetes ValidatingAdmissionPolicy",
  specification: "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/",
  fileName: "beholden-admission-policy.yaml",
  render(plan) {
    const { providers, leftOut, grounds } = blockedHosts(plan);
    const opening = openingLines(plan, {
      kinds: ["name", "registry"],
      about: [
        "kubectl apply -f beholden-admission-policy.yaml",
        phase(plan),
        "A policy in the cluster knows no calendar: write this file again on those days, and delete both objects after the last.",
        "What runs already goes on until it is started anew. Mirrors that a node puts in a registry's place are not seen here.",
      ],
      grounds,
      leftOut,
    });
    if (providers.length === 0)
      return commented([...opening, "", "No host is blocked from which images could come: there is no object to apply."]);
    const objects = [policy(plan, providers), binding(plan)].map((object) => stringify(object, { lineWidth: 0, version: "1.1" }));
    return `${commented(opening)}\n${objects.join("---\n")}`;
  },
};

function policy(plan: EnforcementPlan, providers: readonly ProviderHosts[]) {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: metadata(plan, { "beholden-sources": sourcesOf(providers).join(" ") }),
    spec: {
      failurePolicy: "Fail",
      matchConstraints: { resourceRules: rules },
      variables: imageVariables,
      validations: providers.map((provider) => ({
        expression: `!variables.images.exists(image, ${provider.test("image.registry")})`,
        message: `${oneLine(plan.title)} refuses an image ${origin(plan, provider)}`,
        messageExpression: `${quoted(`${oneLine(plan.title)} refuses `)} + ${refused(provider)} + ${quoted(` ${origin(plan, provider)}`)}`,
        reason: "Forbidden",
      })),
    },
  };
}

function binding(plan: EnforcementPlan) {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: metadata(plan),
    spec: { policyName: objectName(plan), validationActions: holds(plan) ? ["Deny"] : ["Warn", "Audit"] },
  };
}

const rules = [
  { apiGroups: [""], resources: ["pods", "pods/ephemeralcontainers", "podtemplates", "replicationcontrollers"] },
  { apiGroups: ["apps"], resources: ["daemonsets", "deployments", "replicasets", "statefulsets"] },
  { apiGroups: ["batch"], resources: ["cronjobs", "jobs"] },
].map(({ apiGroups, resources }) => ({ apiGroups, apiVersions: ["v1"], operations: ["CREATE", "UPDATE"], resources }));

function metadata(plan: EnforcementPlan, more: Record<string, string> = {}) {
  const dates = { "beholden-from": plan.from, "beholden-review": plan.review, "beholden-expires": plan.expires };
  const determination = plan.determination ? { "beholden-determination-sha256": plan.determination.sha256 } : {};
  return {
    name: objectName(plan),
    labels: { "app.kubernetes.io/managed-by": "beholden" },
    annotations: { "beholden-title": oneLine(plan.title), ...dates, ...determination, ...more },
  };
}

function sourcesOf(providers: readonly ProviderHosts[]): string[] {
  return [...new Set(providers.flatMap(({ sources }) => sources.map(oneLine)))];
}

/** A name for the objects that says whom they block (RFC 1123), so that two prohibitions stand side by side in a cluster. */
function objectName(plan: EnforcementPlan): string {
  const ids = plan.providers.map(({ id }) => id.toLowerCase().replace(/[^a-z0-9]+/g, "-"));
  return ["beholden", ...ids].join("-").slice(0, 63).replace(/-+$/, "");
}

function holds({ asOf, from, expires }: EnforcementPlan): boolean {
  return asOf >= from && asOf <= expires;
}

function phase(plan: EnforcementPlan): string {
  if (holds(plan)) return `As of ${plan.asOf} the block holds: the binding refuses (Deny).`;
  const when = plan.asOf < plan.from ? `not begun as of ${plan.asOf}` : `expired as of ${plan.asOf}`;
  return `The block has ${when}: the binding only warns and audits (Warn, Audit).`;
}

function refused(provider: ProviderHosts): string {
  return `variables.images.filter(image, ${provider.test("image.registry")}).map(image, image.name).join(", ")`;
}

/** Whose the registry is, by which sources and until when; all sources are in the annotations, for a message may have 5 KB only. */
function origin(plan: EnforcementPlan, { name, sources }: ProviderHosts): string {
  const first = sources.slice(0, 2).map(oneLine).join(", ").slice(0, 1000);
  return `from a registry of ${oneLine(name).slice(0, 200)} (${first}). To be reviewed by ${plan.review}.`;
}
