import { expect, it } from "vitest";
import { collect } from "./collect.js";
import { compose } from "./compose.js";
import { kubernetes } from "./kubernetes.js";
import { readSample, sampleFile } from "./sample-file.js";
import { sampleFolder } from "./sample-folder.js";

it("links are read only where somebody asks for them, and change nothing else", async () => {
  const folder = sampleFolder({
    "main.tf": 'resource "aws_vpc" "a" {}\nlocals {\n  id = aws_vpc.a.id\n}\nresource "aws_subnet" "b" {\n  vpc_id = local.id\n}\n',
    "bom.json": '{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"x","bom-ref":"x"}},"components":[]}',
    "package-lock.json":
      '{"lockfileVersion":3,"packages":{"":{"name":"x"},"node_modules/a":{"version":"1.0.0","resolved":"https://r.example.net/a"}}}',
    "compose.yaml": "services: { a: { image: 'x:1' } }\n",
  });
  const [without, withLinks] = [
    await collect([folder], { ownNetworks: [], exclude: [] }),
    await collect([folder], { ownNetworks: [], exclude: [], links: true }),
  ];
  expect(without.links).toEqual([]);
  expect(withLinks.links.map(({ path, line, from, to, rule }) => [`${path}:${line}`, from, to, rule])).toEqual([
    ["bom.json:1", "project:x", "project:x", undefined],
    ["compose.yaml:1", "workload:compose/a", "image:docker.io/library/x:1", "image"],
    ["compose.yaml:1", "workload:compose/a", "workload:compose/a", undefined],
    ["main.tf:2", "terraform:local.id", "terraform:aws_vpc.a", undefined],
    ["main.tf:5", "terraform:aws_subnet.b", "terraform:local.id", "terraform-reference"],
    ["package-lock.json:1", "package:pkg:npm/a@1.0.0", "registry:r.example.net", "package-registry"],
    ["package-lock.json:1", "project:x", "project:x", undefined],
  ]);
  expect({ ...withLinks, links: [] }).toEqual(without);
});

it("a reference within a nested block, or in depends_on of the JSON syntax, is a dependency", async () => {
  const folder = sampleFolder({
    "a/main.tf":
      'resource "aws_subnet" "b" {}\nresource "aws_eks_cluster" "a" {\n  vpc_config {\n    subnet_ids = [aws_subnet.b.id]\n  }\n}\n',
    "b/main.tf.json": '{"resource":{"aws_subnet":{"b":{}},"aws_vpc":{"a":{"depends_on":["aws_subnet.b"]}}}}',
  });
  const { observations } = await collect([folder], { ownNetworks: [], exclude: [] });
  expect(observations.flatMap((one) => (one.context?.dependsOn ? [[one.path, one.context.dependsOn]] : []))).toEqual([
    ["a/main.tf", ["aws_subnet.b"]],
    ["b/main.tf.json", ["aws_subnet.b"]],
  ]);
});

it("no secret gets into a link", async () => {
  const pod = `apiVersion: v1
kind: Pod
metadata: { name: p }
spec:
  containers:
    - name: c
      image: x.example.net/y:1
      args: ["--url=redis://user:not-a-real-password@cache:6379"]
      env:
        - { name: API_TOKEN, value: "not-a-real-token:80" }
        - { name: URL, value: "http://not-a-real-user@cache:80" }
---
apiVersion: v1
kind: Secret
metadata: { name: s }
stringData: { a: "http://not-a-real-secret:80" }
`;
  const service =
    "services:\n  a:\n    image: x:1\n    environment:\n      DB_PASSWORD: not-a-real-word:80\n      DB: amqp://not-a-real-user:not-a-real-password@mq:1\n";
  const read = [await readSample(kubernetes, sampleFile("p.yaml", pod)), await readSample(compose, sampleFile("compose.yaml", service))];
  const links = read.flatMap((one) => one.links);
  expect(links).toContain("workload:Pod/p → workload:Service/cache (name-in-cluster, if there)");
  expect(links).toContain("workload:compose/a → workload:compose/mq (name-in-cluster, if there)");
  expect(links.join("\n")).not.toContain("not-a-real");
});
