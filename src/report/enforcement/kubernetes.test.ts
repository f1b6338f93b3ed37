import { readFileSync } from "node:fs";
import { Environment } from "@marcbachmann/cel-js";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { EnforcementPlan } from "../../model/index.js";
import { kubernetes } from "./kubernetes.js";
import { sampleImages } from "./sample-images.js";
import { hostilePlan, samplePlan } from "./sample-plan.js";

interface Policy {
  metadata: { name: string; annotations: Record<string, string> };
  spec: {
    failurePolicy: string;
    matchConstraints: { resourceRules: { apiGroups: string[]; apiVersions: string[]; operations: string[]; resources: string[] }[] };
    variables: { name: string; expression: string }[];
    validations: { expression: string; message: string; messageExpression: string }[];
  };
}
interface Binding {
  metadata: { name: string };
  spec: { policyName: string; validationActions: string[] };
}

function objects(plan: EnforcementPlan): [Policy, Binding] {
  const documents = parseAllDocuments(kubernetes.render(plan));
  return documents.map((document) => document.toJS()) as [Policy, Binding];
}

/** The messages with which the API server would refuse a change, by evaluating the policy as it does. */
function refusals(plan: EnforcementPlan, object: unknown, oldObject: unknown = null): string[] {
  const environment = new Environment();
  for (const name of ["object", "oldObject", "variables"]) environment.registerVariable(name, "dyn");
  const variables: Record<string, unknown> = {};
  const evaluate = (expression: string) => environment.evaluate(expression, { object, oldObject, variables });
  const { spec } = objects(plan)[0];
  for (const { name, expression } of spec.variables) variables[name] = evaluate(expression);
  return spec.validations
    .filter(({ expression }) => evaluate(expression) === false)
    .map(({ messageExpression }) => evaluate(messageExpression));
}

const plan = samplePlan();
const blocked = "registry.cn-hangzhou.aliyuncs.com/shop/web:1";
const pod = (...images: string[]) => ({ containers: images.map((image, index) => ({ name: `c${index}`, image })) });
const ofKind = (kind: string, spec: unknown, apiVersion = "apps/v1") => ({ apiVersion, kind, metadata: { name: "shop" }, spec });

describe("the admission policy", () => {
  it.each([plan, hostilePlan()])("is two objects that Kubernetes' own schema takes", (each) => {
    const { definitions } = JSON.parse(readFileSync("src/report/enforcement/fixtures/validating-admission-policy.schema.json", "utf8"));
    const kinds = "#/definitions/io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy";
    const ajv = new Ajv({ strict: false, formats: { "date-time": true, int32: true, int64: true } });
    const [policy, binding, ...more] = objects(each);
    expect(more).toEqual([]);
    for (const [kind, object] of [
      ["", policy],
      ["Binding", binding],
    ]) {
      const validate = ajv.compile({ definitions, $ref: `${kinds}${kind}` });
      validate(object);
      expect(validate.errors).toBe(null);
    }
    expect(binding?.spec.policyName).toBe(policy?.metadata.name);
    expect(policy?.metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
  });

  it("fails closed, for every kind that has pods, when they are made and when they change", () => {
    const { spec } = objects(plan)[0];
    expect(spec.failurePolicy).toBe("Fail");
    expect(spec.matchConstraints.resourceRules.flatMap(({ resources }) => resources).sort()).toEqual(
      "cronjobs daemonsets deployments jobs pods pods/ephemeralcontainers podtemplates replicasets replicationcontrollers statefulsets".split(
        " ",
      ),
    );
    for (const rule of spec.matchConstraints.resourceRules) expect(rule.operations).toEqual(["CREATE", "UPDATE"]);
  });

  it.each(sampleImages)("image %s: refused %s", (image, refused) => {
    expect(refusals(plan, ofKind("Pod", pod(image), "v1")).length > 0).toBe(refused);
  });

  it.each([
    ["Pod", ofKind("Pod", pod("nginx", blocked), "v1")],
    ["Pod, before its containers", ofKind("Pod", { ...pod("nginx"), initContainers: pod(blocked).containers }, "v1")],
    ["Pod, to look into it", ofKind("Pod", { ...pod("nginx"), ephemeralContainers: pod(blocked).containers }, "v1")],
    [
      "Pod, as a volume",
      ofKind(
        "Pod",
        {
          ...pod("nginx"),
          volumes: [
            { name: "a", emptyDir: {} },
            { name: "m", image: { reference: blocked } },
          ],
        },
        "v1",
      ),
    ],
    ["Deployment", ofKind("Deployment", { template: { spec: pod(blocked) } })],
    ["StatefulSet", ofKind("StatefulSet", { template: { spec: pod(blocked) } })],
    ["DaemonSet", ofKind("DaemonSet", { template: { spec: pod(blocked) } })],
    ["ReplicaSet", ofKind("ReplicaSet", { template: { spec: pod(blocked) } })],
    ["ReplicationController", ofKind("ReplicationController", { template: { spec: pod(blocked) } }, "v1")],
    ["Job", ofKind("Job", { template: { spec: pod(blocked) } }, "batch/v1")],
    ["CronJob", ofKind("CronJob", { jobTemplate: { spec: { template: { spec: pod(blocked) } } } }, "batch/v1")],
    ["PodTemplate", { apiVersion: "v1", kind: "PodTemplate", metadata: { name: "shop" }, template: { spec: pod(blocked) } }],
  ])("%s is refused, and told which image and why", (_what, object) => {
    expect(refusals(plan, object)).toEqual([
      `Prohibition of Alibaba Cloud refuses ${blocked} from a registry of Alibaba Cloud (https://docs.example/endpoints). To be reviewed by 2027-03-01.`,
    ]);
  });

  it("lets templates pass that have no image of a blocked registry, or no template at all", () => {
    expect(refusals(plan, ofKind("Deployment", { template: { spec: pod("nginx") } }))).toEqual([]);
    expect(refusals(plan, ofKind("ReplicationController", {}, "v1"))).toEqual([]);
    expect(refusals(plan, ofKind("Deployment", { template: { spec: { containers: [{ name: "a" }] } } }))).toEqual([]);
  });

  it("lets what already has a blocked image be wound down, and takes in no further one", () => {
    const running = ofKind("Deployment", { replicas: 3, template: { spec: pod(blocked) } });
    expect(refusals(plan, ofKind("Deployment", { replicas: 0, template: { spec: pod(blocked) } }), running)).toEqual([]);
    expect(refusals(plan, ofKind("Deployment", { template: { spec: pod("nginx") } }), running)).toEqual([]);
    expect(refusals(plan, ofKind("Deployment", { template: { spec: pod(`${blocked}.1`) } }), running)).toHaveLength(1);
  });

  it.each([
    ["2026-10-31", ["Warn", "Audit"], "The block has not begun as of 2026-10-31"],
    ["2026-11-01", ["Deny"], "As of 2026-11-01 the block holds"],
    ["2027-06-30", ["Deny"], "As of 2027-06-30 the block holds"],
    ["2027-07-01", ["Warn", "Audit"], "The block has expired as of 2027-07-01"],
  ])("written on %s it has the actions %j", (asOf, actions, told) => {
    const then = samplePlan({ asOf });
    expect(objects(then)[1].spec.validationActions).toEqual(actions);
    expect(kubernetes.render(then)).toContain(told);
  });

  it("quotes what readers of YAML 1.1, as kubectl is one, would take for a date or a truth value", () => {
    const text = kubernetes.render(samplePlan({ title: "yes" }));
    expect(text).toContain('beholden-from: "2026-11-01"');
    expect(text).toContain('beholden-title: "yes"');
  });

  it("says for two providers which of them it is", () => {
    const two = samplePlan({
      providers: [...plan.providers, { id: "other", name: "Other", regions: [] }],
      names: plan.names.map((entry, index) => (index === 1 ? { ...entry, provider: "other" } : entry)),
    });
    expect(refusals(two, ofKind("Pod", pod("img.alicdn.com/x", blocked), "v1"))).toEqual([
      expect.stringMatching(/refuses registry\.cn-hangzhou\.aliyuncs\.com\/shop\/web:1 from a registry of Alibaba Cloud /),
      expect.stringMatching(/refuses img\.alicdn\.com\/x from a registry of Other /),
    ]);
    expect(objects(two)[0].metadata.name).toBe("beholden-alibaba-cloud-other");
  });

  it("knows Docker Hub by every name, and by none", () => {
    const hub = samplePlan({
      names: [],
      registries: [{ ...(plan.registries[0] as EnforcementPlan["registries"][number]), host: "docker.io" }],
    });
    for (const image of ["nginx", "library/nginx:1", "docker.io/nginx", "index.docker.io/nginx", "registry-1.docker.io/library/nginx"]) {
      expect(refusals(hub, ofKind("Pod", pod(image), "v1"))).toHaveLength(1);
    }
    for (const image of ["ghcr.io/nginx", "localhost/nginx", "Nginx/nginx", "registry:5000/nginx"]) {
      expect(refusals(hub, ofKind("Pod", pod(image), "v1"))).toEqual([]);
    }
  });

  it("stands whatever the plan's texts hold: the same objects are refused", () => {
    expect(refusals(hostilePlan(), ofKind("Pod", pod("nginx", blocked), "v1"))).toHaveLength(1);
    expect(refusals(hostilePlan(), ofKind("Pod", pod("nginx"), "v1"))).toEqual([]);
  });

  it("writes no object where nothing is blocked from which images come", () => {
    const text = kubernetes.render(samplePlan({ names: [], registries: [] }));
    expect(text.split("\n").every((line) => line === "" || line.startsWith("#"))).toBe(true);
    expect(text).toContain("there is no object to apply");
  });
});
