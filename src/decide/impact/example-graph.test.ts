import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { DependencyGraph } from "../../model/index.js";
import { dependencyGraph } from "./dependency-graph.js";
import { graphInputOf } from "./sample-artefacts.js";

const example = fileURLToPath(new URL("../../../examples/meridian-retail/", import.meta.url));
let graph: DependencyGraph;

beforeAll(async () => {
  graph = dependencyGraph(await graphInputOf(example, readFileSync(`${example}beholden.yaml`, "utf8")));
});

/** Counted in the files of the example by hand; what is counted stands beside each number. */
describe("the graph of the example", () => {
  it("has every asset once", () => {
    const counted: Record<string, number> = {
      // terraform/: 3 in database.tf, 2 in cluster.tf, 3 in network.tf, 3 in storage.tf, 2 in modules/cdn, the alarm that only the state shows;
      // terraform/archive/: 6.
      "terraform-resource": 20,
      "terraform-data": 1,
      "terraform-module": 2,
      // aws, tencentcloud, alicloud
      "terraform-provider": 3,
      "terraform-backend": 2,
      // three of Compose, two Deployments, the CronJob
      workload: 6,
      // two ConfigMaps, two Secrets, a Service; a Namespace is nothing that stops
      "kubernetes-object": 5,
      // five in kubernetes/, of which the storefront's is in Compose too, with two more
      image: 7,
      // five of images, two of packages, the one of Terraform
      registry: 8,
      // 106 in the lockfile, and nginx in the bill of materials
      package: 107,
      // the lockfile's and the bill of materials'
      project: 2,
      service: 4,
      vendor: 8,
      system: 5,
      // ConfigMaps: media bucket, address check, wallets, archive. Deployments: database, warehouse. Compose: sandbox. Bill of materials: one
      // more, the bucket of the archive. Terraform: eks.amazonaws.com; of the state the cluster, two of the log bucket, one more of the media
      // bucket, the CDN, the internal endpoint. Vendors' websites and what only the log shows of nobody known are none.
      host: 15,
    };
    const found = Object.fromEntries(Object.keys(counted).map((kind) => [kind, graph.assets.filter((one) => one.kind === kind).length]));
    expect(found).toEqual(counted);
    expect(graph.assets).toHaveLength(Object.values(counted).reduce((sum, one) => sum + one, 0));
  });

  it("has every dependency once", () => {
    const counted: Record<string, number> = {
      // storefront: 13 resources and modules, the data source, the Deployment, the Service; archive: 6 and the CronJob; analytics: the
      // Deployment; build pipeline: the project. The CDN and Compose are declared otherwise.
      member: 13 + 3 + 7 + 1 + 1,
      // storefront: pipeline, CDN (3), Compose (3), two hosts; archive 2, analytics 2, customer service 3
      declared: 9 + 2 + 2 + 3,
      // Compose 3, storefront 2, archiver 1, analytics 2
      image: 8,
      // of images, providers, the alarms module, packages of the lockfile
      registry: 7 + 3 + 1 + 106,
      // in the lockfile 143 dependencies, a development, an optional and a peer one that are there; in the bill of materials 3
      package: 143 + 1 + 1 + 1 + 3,
      // 21 resources and data sources to their provider; these and 2 modules to the state
      provider: 21 + 23,
      // of module.cdn 2, of module.alarms 1
      module: 3,
      // what names a host: 3 + 1 + 1 + 1 in kubernetes/, 1 in Compose, 1 in cluster.tf; the CDN's origin; two buckets by two endpoints;
      // 4 services of the bill of materials; what a host belongs to: database, cluster, log bucket (2), media bucket (2), CDN
      host: 8 + 1 + 4 + 4 + 7,
      // main: database 4, its subnets 2, cluster 3, flow log 2, versioning 1, subnet 2, CDN module 1, CDN 2; archive: 1, 2, 1
      // kubernetes/: 2 of the storefront, 2 of the archiver, the Service. Compose: 2. Bill of materials: 4 services
      reference: 17 + 4 + 5 + 2 + 4,
    };
    const pairs = new Set(graph.dependencies.map(({ from, to, kind }) => [kind, from, to].join("\n")));
    const found = Object.fromEntries(
      Object.keys(counted).map((kind) => [kind, [...pairs].filter((one) => one.startsWith(`${kind}\n`)).length]),
    );
    expect(found).toEqual(counted);
    expect(pairs.size).toBe(Object.values(counted).reduce((sum, one) => sum + one, 0));
  });

  it("leads from the shop to its database by way of the host that its settings name", () => {
    const edge = (from: string, to: string) =>
      graph.dependencies
        .filter((one) => one.from === from && one.to === to)
        .map((one) => `${one.need} ${one.times.join(",")} ${one.path}:${one.line}`);
    const host = "host:meridian-orders.c9akciq32example.us-east-1.rds.amazonaws.com";
    const shop = "workload:kubernetes/Deployment/shop/storefront";
    expect(edge("system:storefront", shop)).toEqual(["required deploy,run,restore kubernetes/storefront.yaml:27"]);
    expect(edge(shop, host)).toEqual(["unknown run,restore kubernetes/storefront.yaml:56"]);
    expect(edge(host, "terraform:terraform/aws_db_instance.orders")).toEqual(["required run,restore terraform/terraform.tfstate:50"]);
    // Declared: wallets are one of four ways to pay.
    expect(edge("workload:kubernetes/ConfigMap/shop/storefront", "host:global.alipayplus.com")).toEqual([
      "partial run,restore beholden.yaml:32",
    ]);
  });
});
