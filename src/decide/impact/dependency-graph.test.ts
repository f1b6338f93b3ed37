import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AttributedObservation, Link } from "../../model/index.js";
import { dependencyGraph } from "./dependency-graph.js";
import { graphInput, graphOf, told } from "./sample-artefacts.js";

const toSetUp = (from: string, to: string, kind = "reference") => [
  `${from} → ${to} ${kind} required deploy,restore`,
  `${from} → ${to} ${kind} unknown run`,
];

describe("Terraform", () => {
  it("follows locals, variables and outputs to the resources at their end", async () => {
    const graph = await graphOf({
      "net/main.tf": `
resource "aws_lb" "public" {}
locals {
  name = "web"
  target = { host = aws_lb.public.dns_name }
  again = local.target
}
module "site" {
  source = "../modules/site"
  origin = local.again.host
}
resource "aws_instance" "checker" {
  user_data = module.site.address
}`,
      "modules/site/main.tf": `
variable "origin" {}
resource "aws_cloudfront_distribution" "site" {
  origin {
    domain_name = var.origin
  }
}
output "address" {
  value = "\${aws_cloudfront_distribution.site.domain_name}/"
}`,
    });
    const site = "terraform:net/module.site.aws_cloudfront_distribution.site";
    expect(told(graph)).toEqual([
      ...toSetUp("terraform:net/aws_instance.checker", site),
      ...toSetUp("terraform:net/module.site", "terraform:net/aws_lb.public"),
      ...toSetUp("terraform:net/module.site", site, "module"),
      ...toSetUp(site, "terraform:net/aws_lb.public"),
    ]);
    expect(graph.assets.find((one) => one.id === site)).toMatchObject({ path: "modules/site/main.tf", line: 3 });
  });

  it("joins what configuration, state and plan say of one resource, whatever its indexes", async () => {
    const state = {
      version: 4,
      terraform_version: "1.9.8",
      serial: 1,
      lineage: "a",
      resources: [
        {
          mode: "managed",
          type: "aws_subnet",
          name: "private",
          provider: 'provider["registry.terraform.io/hashicorp/aws"]',
          instances: [0, 1].map((index) => ({ index_key: index, attributes: {}, dependencies: ["aws_vpc.main", "data.aws_ami.gone"] })),
        },
      ],
    };
    const graph = await graphOf({
      "main.tf": `resource "aws_vpc" "main" {}\nresource "aws_subnet" "private" {\n  count = 2\n  vpc_id = aws_vpc.main.id\n}\n`,
      "terraform.tfstate": JSON.stringify(state),
    });
    expect(graph.assets.map((one) => [one.id, one.observations.length])).toEqual([
      ["provider:registry.terraform.io/hashicorp/aws", 0],
      ["registry:registry.terraform.io", 0],
      ["terraform:aws_subnet.private", 3],
      ["terraform:aws_vpc.main", 1],
    ]);
    expect(told(graph, / unknown /)).toEqual([
      "provider:registry.terraform.io/hashicorp/aws → registry:registry.terraform.io registry required deploy,restore",
      "terraform:aws_subnet.private → provider:registry.terraform.io/hashicorp/aws provider required deploy,restore",
      "terraform:aws_subnet.private → terraform:aws_vpc.main reference required deploy,run,restore",
      "terraform:aws_vpc.main → provider:registry.terraform.io/hashicorp/aws provider required deploy,restore",
    ]);
  });

  it("a provider that is set up from a resource ties every resource of its to that, a backend every one to the state", async () => {
    const graph = await graphOf({
      "main.tf": `
terraform {
  backend "s3" {
    bucket = "state"
  }
}
resource "aws_eks_cluster" "main" {}
provider "kubernetes" {
  host = aws_eks_cluster.main.endpoint
}
resource "kubernetes_namespace" "shop" {}
`,
    });
    const [cluster, namespace] = ["terraform:aws_eks_cluster.main", "terraform:kubernetes_namespace.shop"];
    expect(told(graph, /→ registry:/)).toEqual([
      `${cluster} → backend:. provider required deploy,restore`,
      `${cluster} → provider:registry.terraform.io/hashicorp/aws provider required deploy,restore`,
      `${namespace} → backend:. provider required deploy,restore`,
      `${namespace} → provider:registry.terraform.io/hashicorp/kubernetes provider required deploy,restore`,
      `${namespace} → ${cluster} provider required deploy,restore`,
    ]);
  });

  it("a plan's variables and outputs lead on as the configuration's do", async () => {
    const reference = (...references: string[]) => ({ references });
    const plan = {
      format_version: "1.2",
      terraform_version: "1.9.8",
      planned_values: {},
      resource_changes: ["aws_lb.public", "module.site.aws_cloudfront_distribution.site", "aws_instance.checker"].map((address) => ({
        address,
        mode: "managed",
        type: address.split(".").at(-2),
        provider_name: "registry.terraform.io/hashicorp/aws",
        change: { actions: ["create"], after: {} },
      })),
      configuration: {
        root_module: {
          resources: [
            { address: "aws_lb.public", expressions: {} },
            { address: "aws_instance.checker", expressions: { user_data: reference("module.site.address", "module.site") } },
          ],
          module_calls: {
            site: {
              source: "./site",
              expressions: { origin: reference("aws_lb.public.dns_name", "aws_lb.public") },
              module: {
                outputs: {
                  address: { expression: reference("aws_cloudfront_distribution.site.domain_name", "aws_cloudfront_distribution.site") },
                },
                resources: [
                  { address: "aws_cloudfront_distribution.site", expressions: { origin: [{ domain_name: reference("var.origin") }] } },
                ],
              },
            },
          },
        },
      },
    };
    const site = "terraform:module.site.aws_cloudfront_distribution.site";
    expect(told(await graphOf({ "plan.json": JSON.stringify(plan) }))).toEqual([
      ...toSetUp("terraform:aws_instance.checker", site),
      ...toSetUp("terraform:module.site", site, "module"),
      ...toSetUp(site, "terraform:aws_lb.public"),
    ]);
  });

  it("many names of many things are no product of both", async () => {
    const many = Array.from({ length: 600 }, (_, at) => `resource "null_resource" "r${at}" {\n  triggers = local.all\n}\n`);
    const all = Array.from({ length: 300 }, (_, at) => `null_resource.r${at}.id`).join(", ");
    const graph = await graphOf({ "main.tf": `locals {\n  all = [local.list]\n  list = [${all}]\n}\n${many.join("")}` });
    expect(told(graph, / unknown |→ (registry|provider):/)).toHaveLength(300 + 1 + 600);
  });

  it("a DNS record stands between its name and where it points", async () => {
    const graph = await graphOf({
      "dns/main.tf": `
resource "alicloud_alidns_record" "shop" {
  domain_name = "meridian.example.com"
  rr          = "shop"
  type        = "CNAME"
  value       = "shop.cdn.example.net"
}`,
      "app/compose.yaml": "services:\n  web:\n    image: nginx:1.27\n    environment:\n      SELF: https://shop.meridian.example.com/\n",
    });
    const record = "terraform:dns/alicloud_alidns_record.shop";
    expect(told(graph, /→ (registry|provider|image):/)).toEqual([
      `host:shop.meridian.example.com → ${record} dns required run,restore`,
      `${record} → host:meridian.example.com host unknown run,restore`,
      `${record} → host:shop.cdn.example.net dns required run,restore`,
      "workload:app/compose/web → host:shop.meridian.example.com host unknown run,restore",
    ]);
  });
});

describe("Kubernetes", () => {
  it("ties workloads to images, settings, volumes and services", async () => {
    const graph = await graphOf({
      "k8s/shop.yaml": `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      serviceAccountName: web
      imagePullSecrets: [{ name: registry }]
      containers:
        - name: web
          image: registry.example.net/shop/web
          envFrom: [{ configMapRef: { name: web } }]
          env:
            - { name: CACHE, value: "redis://cache:6379" }
            - { name: NOBODY, value: "http://not-there:80" }
            - name: TOKEN
              valueFrom: { secretKeyRef: { name: token, key: t, optional: true } }
        - name: side
          image: registry.example.net/shop/side:1.2.0
          imagePullPolicy: Never
      volumes: [{ name: data, persistentVolumeClaim: { claimName: web } }]
`,
      "k8s/rest.yaml": `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web } }
---
apiVersion: v1
kind: Service
metadata: { name: cache, namespace: shop }
spec: { selector: { app: cache } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: other }
spec: { selector: { app: web } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
    });
    const web = "workload:k8s/Deployment/shop/web";
    expect(told(graph)).toEqual([
      `${web} → image:registry.example.net/shop/side:1.2.0 image unknown deploy,restore`,
      `${web} → image:registry.example.net/shop/web image required deploy,run,restore`,
      `${web} → workload:k8s/ConfigMap/shop/web reference required deploy,run,restore`,
      `${web} → workload:k8s/PersistentVolumeClaim/shop/web reference required deploy,run,restore`,
      `${web} → workload:k8s/Secret/shop/registry reference required deploy,restore`,
      `${web} → workload:k8s/Secret/shop/token reference partial deploy,run,restore`,
      `${web} → workload:k8s/Service/shop/cache reference unknown run,restore`,
      ...toSetUp(web, "workload:k8s/ServiceAccount/shop/web"),
      `workload:k8s/Ingress/shop/web → workload:k8s/Service/shop/web reference required run,restore`,
      `workload:k8s/Service/shop/web → ${web} reference required run,restore`,
    ]);
  });
});

describe("Compose", () => {
  it("pulls what it cannot build, and starts one after the other", async () => {
    const graph = await graphOf({
      "compose.yaml": `
services:
  web:
    build: .
    image: registry.example.net/web:1
    depends_on:
      db: { condition: service_started }
      mail: { condition: service_started, required: false }
  db:
    image: postgres:16
  mail:
    image: mail.example.net/mail:1
    pull_policy: always
`,
    });
    expect(told(graph)).toEqual([
      ...toSetUp("workload:compose/db", "image:docker.io/library/postgres:16", "image"),
      "workload:compose/mail → image:mail.example.net/mail:1 image required deploy,run,restore",
      "workload:compose/web → image:registry.example.net/web:1 image partial deploy,restore",
      ...toSetUp("workload:compose/web", "workload:compose/db"),
      "workload:compose/web → workload:compose/mail reference partial deploy,restore",
      "workload:compose/web → workload:compose/mail reference unknown run",
    ]);
  });
});

describe("packages", () => {
  it("an npm lockfile leads from the project to what it needs, as Node.js finds it", async () => {
    const resolved = (name: string) => `https://registry.example.net/${name}.tgz`;
    const lockfile = {
      name: "shop",
      lockfileVersion: 3,
      packages: {
        "": { name: "shop", dependencies: { a: "1", ws: "*" }, devDependencies: { tool: "1" }, workspaces: ["packages/ws"] },
        "packages/ws": { name: "ws", dependencies: { b: "2" } },
        "node_modules/ws": { resolved: "packages/ws", link: true },
        "node_modules/a": {
          version: "1.0.0",
          resolved: resolved("a"),
          dependencies: { b: "1" },
          optionalDependencies: { c: "1", gone: "1" },
        },
        "node_modules/a/node_modules/b": { version: "1.0.0", resolved: resolved("b") },
        "node_modules/b": { version: "2.0.0", resolved: resolved("b2"), dependencies: { a: "1" } },
        "node_modules/c": { version: "1.0.0", resolved: resolved("c"), optional: true },
        "node_modules/tool": { version: "1.0.0", resolved: resolved("tool"), dev: true, peerDependencies: { b: "2" } },
      },
    };
    const graph = await graphOf({ "app/package-lock.json": JSON.stringify(lockfile) });
    const npm = (name: string) => `package:pkg:npm/${name}.0.0`;
    const [shop, ws] = ["project:app/package-lock.json#shop", "project:app/package-lock.json#ws"];
    expect(told(graph, /^package:.* → registry:/)).toEqual([
      `${npm("a@1")} → ${npm("b@1")} package required build`,
      `${npm("a@1")} → ${npm("c@1")} package partial build`,
      `${npm("b@2")} → ${npm("a@1")} package required build`,
      `${npm("tool@1")} → ${npm("b@2")} package required build`,
      `${shop} → ${npm("a@1")} package required build`,
      `${shop} → ${npm("tool@1")} package required build`,
      `${shop} → ${ws} package required build`,
      `${ws} → ${npm("b@2")} package required build`,
    ]);
    expect(told(graph, / package | host /)).toEqual(
      ["a@1", "b@1", "b@2", "c@1", "tool@1"].map((name) => `${npm(name)} → registry:registry.example.net registry required build`),
    );
  });

  it("a bill of materials gives its own graph; what nothing depends on, the described component does", async () => {
    const bom = {
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      metadata: { component: { type: "application", "bom-ref": "shop", name: "shop" } },
      components: [
        { type: "library", "bom-ref": "a", name: "a", purl: "pkg:npm/a@1.0.0" },
        { type: "library", "bom-ref": "b", name: "b", purl: "pkg:npm/b@1.0.0", scope: "optional" },
        { type: "file", "bom-ref": "f", name: "f" },
        { type: "library", "bom-ref": "c", name: "c", purl: "pkg:npm/c@1.0.0" },
      ],
      services: [{ "bom-ref": "s", name: "Payments", endpoints: ["https://pay.example.net/"] }],
      dependencies: [
        { ref: "shop", dependsOn: ["a", "f", "s", "gone"] },
        { ref: "a", dependsOn: ["b"] },
        { ref: "f", dependsOn: ["c"] },
      ],
    };
    const graph = await graphOf({ "bom.json": JSON.stringify(bom) });
    expect(told(graph)).toEqual([
      "package:pkg:npm/a@1.0.0 → package:pkg:npm/b@1.0.0 package partial build",
      "project:bom.json#shop → package:pkg:npm/a@1.0.0 package required build",
      "project:bom.json#shop → package:pkg:npm/c@1.0.0 package required build",
      "project:bom.json#shop → service:bom.json#service/Payments reference unknown run,restore",
      "service:bom.json#service/Payments → host:pay.example.net host required run,restore",
    ]);
  });
});

describe("declared systems", () => {
  const files = { "shop/compose.yaml": "services:\n  web: { image: 'nginx:1.27' }\n  stats: { image: 'stats:1' }\n" };

  it("need what belongs to them and what they say, and what is said replaces what only follows from belonging", async () => {
    const graph = await graphOf(
      files,
      `subject: { name: Meridian }
systems:
  - id: shop
    name: Shop
    assets: [shop/**]
    dependsOn:
      - accounts
      - api.payments.example.com
      - { asset: stats, need: partial, times: [run], because: figures come late }
      - { vendor: Parcel Cooperative, fallback: accounts }
  - { id: accounts, name: Accounts, fallback: spare, dependsOn: [{ system: shop }] }
  - { id: spare, name: Spare }
`,
    );
    const [web, stats] = ["workload:shop/compose/web", "workload:shop/compose/stats"];
    expect(told(graph, /^workload|^image/)).toEqual([
      "system:accounts → system:shop declared required run,restore",
      "system:shop → host:api.payments.example.com declared required run,restore",
      "system:shop → system:accounts declared required run,restore or system:spare",
      "system:shop → vendor:parcel cooperative declared required run,restore or system:accounts",
      `system:shop → ${stats} declared partial run`,
      `system:shop → ${web} member required deploy,run,restore`,
    ]);
    expect(graph.dependencies.find((one) => one.to === stats)).toMatchObject({
      because: "figures come late",
      path: "beholden.yaml",
      line: 9,
    });
    expect(graph.assets.filter((one) => one.systems.includes("shop")).map((one) => one.id)).toEqual([
      "image:docker.io/library/nginx:1.27",
      "image:docker.io/library/stats:1",
      "registry:docker.io",
      "system:shop",
      stats,
      web,
    ]);
  });

  it("settle what their artefacts leave open, and no other system's", async () => {
    const service = (name: string) => `services:\n  ${name}: { image: 'x:1', environment: { API: "https://api.example.net" } }\n`;
    const graph = await graphOf(
      { "a/compose.yaml": service("a"), "b/compose.yaml": service("b") },
      `subject: { name: Meridian }
systems:
  - { id: a, name: A, assets: [a/**], dependsOn: [{ host: api.example.net, need: partial, times: [run] }] }
  - { id: b, name: B, assets: [b/**] }
`,
    );
    expect(told(graph, / image:|member|^image/)).toEqual([
      "system:a → host:api.example.net declared partial run",
      "workload:a/compose/a → host:api.example.net host partial run",
      "workload:a/compose/a → host:api.example.net host unknown restore",
      "workload:b/compose/b → host:api.example.net host unknown run,restore",
    ]);
  });

  it("need by name what only their file would not tell", async () => {
    const graph = await graphOf(
      { "hosts.txt": "api.example.net\ncdn.example.net\n" },
      "subject: { name: Meridian }\nsystems:\n  - { id: shop, name: Shop, assets: [hosts.txt, cdn.example.net] }\n",
    );
    expect(told(graph)).toEqual([
      "system:shop → host:api.example.net member unknown run,restore",
      "system:shop → host:cdn.example.net member required deploy,run,restore",
    ]);
  });
});

describe("any graph", () => {
  it("is the same in whatever order things are given; ids are unique, ends are assets, circles stay", async () => {
    const input = await graphInput(
      {
        "a/main.tf": `resource "aws_vpc" "a" {\n  x = aws_subnet.b.id\n}\nresource "aws_subnet" "b" {\n  x = aws_vpc.a.id\n}\nmodule "m" {\n  source = "../m"\n  v = aws_vpc.a.id\n}\n`,
        "m/main.tf": `variable "v" {}\nlocals {\n  p = local.q\n  q = local.p\n}\nresource "aws_instance" "i" {\n  v = [var.v, local.p]\n}\nmodule "self" {\n  source = "../m"\n  v = 1\n}\n`,
        "k/all.yaml": `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n  containers: [{ name: c, image: "x.example.net/y:1", env: [{ name: H, value: "https://h.example.net" }] }]\n`,
      },
      "subject: { name: Meridian }\nsystems:\n  - { id: s, name: S, assets: ['a/**'], dependsOn: [t] }\n  - { id: t, name: T, assets: ['k/**'], dependsOn: [s] }\n",
    );
    const once = dependencyGraph(input);
    const ids = once.assets.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { from, to, times } of once.dependencies) {
      expect(ids).toContain(from);
      expect(ids).toContain(to);
      expect(times.length).toBeGreaterThan(0);
    }
    expect(told(once)).toEqual(
      expect.arrayContaining([
        "system:s → system:t declared required run,restore",
        "system:t → system:s declared required run,restore",
        "terraform:a/aws_subnet.b → terraform:a/aws_vpc.a reference required deploy,run,restore",
        "terraform:a/aws_vpc.a → terraform:a/aws_subnet.b reference required deploy,run,restore",
      ]),
    );
    const orders = fc.tuple(
      fc.shuffledSubarray<AttributedObservation>(input.observations, { minLength: input.observations.length }),
      fc.shuffledSubarray<Link>(input.links, { minLength: input.links.length }),
    );
    fc.assert(
      fc.property(orders, ([observations, links]) => {
        expect(dependencyGraph({ ...input, observations, links })).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });
});
