import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kubernetes } from "./kubernetes.js";
import { readSample, sampleFile } from "./sample-file.js";

const read = (text: string, name = "app.yaml") => readSample(kubernetes, sampleFile(name, text));

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      initContainers:
        - image: busybox:1.36
      containers:
        - name: web
          image: registry.us-west-1.aliyuncs.com/meridian/web:1.4
          env:
            - name: BUCKET
              value: https://user:not-a-real-secret@orders.oss-us-west-1.aliyuncs.com/b?sig=not-a-real-secret
            - name: DB_PASSWORD
              value: not-a-real-secret.example.com
`;

describe("Kubernetes manifests", () => {
  it("give images and hosts of every document, with object and place", async () => {
    const { seen } = await read(
      `${deployment}---\napiVersion: batch/v1\nkind: CronJob\nmetadata: { name: job }\nspec: { jobTemplate: { spec: { template: { spec: { containers: [{ image: "quay.io/a/b:1" }] } } } } }\n`,
    );
    expect(seen.map(({ kind, value, line, context }) => [kind, value, line, context?.address])).toEqual([
      ["image", "docker.io/library/busybox:1.36", 8, "Deployment/shop/web"],
      ["image", "registry.us-west-1.aliyuncs.com/meridian/web:1.4", 11, "Deployment/shop/web"],
      ["host", "orders.oss-us-west-1.aliyuncs.com", 14, "Deployment/shop/web"],
      ["image", "quay.io/a/b:1", 21, "CronJob/job"],
    ]);
    expect(JSON.stringify(seen)).not.toContain("not-a-real-secret");
  });

  it("give hosts of ConfigMaps at their lines, unwrap lists, and never read a Secret", async () => {
    const { seen } = await read(`apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: settings }
    data:
      app.ini: |
        first=1
        endpoint=https://cos.ap-guangzhou.myqcloud.com/x
  - apiVersion: v1
    kind: Secret
    metadata: { name: keys }
    stringData: { url: https://oss-us-west-1.aliyuncs.com }
  - apiVersion: v1
    kind: Service
    metadata: { name: db }
    spec: { type: ExternalName, externalName: rm-1.mysql.rds.aliyuncs.com }
`);
    expect(seen.map(({ value, line, context }) => [value, line, context?.address])).toEqual([
      ["cos.ap-guangzhou.myqcloud.com", 10, "ConfigMap/settings"],
      ["rm-1.mysql.rds.aliyuncs.com", 18, "Service/db"],
    ]);
  });

  it("give the origin that a mirror's path names, operator images, and split Helm values", async () => {
    const { seen } = await read(
      'image:\n  registry: cr.yandex\n  repository: project/app\n  tag: "1.20"\nsidecar:\n  image: registry.aliyuncs.com/google_containers/pause:3.9\nenv:\n  - name: RELATED_IMAGE_AGENT\n    value: ghcr.io/a/agent:1\n',
      "values.yaml",
    );
    expect(seen.map(({ value, context }) => [value, context?.claimedOrigin]).sort()).toEqual([
      ["cr.yandex/project/app:1.20", undefined],
      ["ghcr.io/a/agent:1", undefined],
      ["registry.aliyuncs.com/google_containers/pause:3.9", "registry.k8s.io/pause"],
    ]);
  });

  it("take literal images of a template line by line, and say so", async () => {
    const { values, problems } = await read(
      '{{- if .Values.on }}\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: "quay.io/a/b:1"\n    - image: {{ .Values.image }}\n  {{ toYaml . }}\n',
    );
    expect(values("image")).toEqual(["quay.io/a/b:1"]);
    expect(problems).toMatchObject([{ severity: "warning", code: "yaml-template" }]);
  });

  it("read the good documents beside a broken one, which is placed", async () => {
    const { values, problems } = await read(`${deployment}---\napiVersion: v1\nkind: [unclosed\n`);
    expect(values("image")).toHaveLength(2);
    expect(problems[0]).toMatchObject({ severity: "error", code: "yaml-malformed", line: expect.any(Number) });
  });

  it("refuse a bomb and a pit without expanding or falling", async () => {
    const bomb = Array.from(
      { length: 200 },
      (_, at) =>
        `a${at}: &a${at} [${
          at === 0
            ? "x"
            : Array(9)
                .fill(`*a${at - 1}`)
                .join(",")
        }]`,
    ).join("\n");
    expect((await read(`apiVersion: v1\nkind: X\n${bomb}\n`)).problems[0]).toMatchObject({ code: "yaml-aliases" });
    expect((await read(`apiVersion: v1\nkind: X\nx: ${"[".repeat(100_000)}\n`)).problems[0]).toMatchObject({ code: "yaml-too-deep" });
  });
});

describe("Kubernetes manifests that are odd or hostile", () => {
  const pod = (image: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n  containers:\n    - image: ${image}\n`;

  it("follow anchors and merge keys, telling each place once", async () => {
    const { seen } = await read(`apiVersion: v1
kind: Pod
x-image: &image quay.io/a/b:1
x-base: &base { image: quay.io/c/d:2 }
spec:
  containers:
    - image: *image
    - <<: *base
      name: one
    - <<: *base
`);
    expect(seen.map(({ value, line }) => [value, line])).toEqual([
      ["quay.io/c/d:2", 4],
      ["quay.io/a/b:1", 3],
    ]);
  });

  it("end on anchors that hold themselves", async () => {
    const { values } = await read(
      `&l\napiVersion: v1\nkind: List\nitems:\n  - *l\n  - &m\n    <<: *m\n    kind: Pod\n    image: nginx\n    more: [*m, *l]\n`,
    );
    expect(values("image")).toEqual(["docker.io/library/nginx"]);
  });

  it("lose no document to a broken neighbour, and no literal image of the broken one", async () => {
    const { seen, problems } = await read(`${pod("nginx")}---\na: "never closed\nimage: quay.io/a/b:1\n---\n${pod("redis")}`);
    expect(seen.map(({ value, line }) => [value, line])).toEqual([
      ["quay.io/a/b:1", 9],
      ["docker.io/library/nginx", 6],
      ["docker.io/library/redis", 16],
    ]);
    expect(problems).toMatchObject([{ code: "yaml-malformed", severity: "error" }]);
  });

  it("take brackets in texts for texts", async () => {
    const { values, problems } = await read(
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  log: |\n${"    [ open {\n".repeat(300)}    https://oss-us-west-1.aliyuncs.com\n`,
    );
    expect(problems).toEqual([]);
    expect(values("host")).toEqual(["oss-us-west-1.aliyuncs.com"]);
  });

  it.each([
    ["flow sequences", `x: ${"[".repeat(100_000)}\n`, "yaml-too-deep"],
    ["flow maps", `x: ${"{a: ".repeat(100_000)}\n`, "yaml-too-deep"],
    ["compact sequences", `x:\n${"- ".repeat(100_000)}a\n`, "yaml-too-deep"],
    ["complex keys", `? `.repeat(100_000), "yaml-too-deep"],
    ["block maps", Array.from({ length: 1500 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"), "yaml-too-deep"],
    ["a document above the limit", `x: |\n${"  text\n".repeat(400_000)}`, "yaml-too-large"],
  ])("are bounded: %s", async (_name, hostile, code) => {
    const { values, problems } = await read(`apiVersion: v1\nkind: X\nimage: nginx\n${hostile}\n---\n${pod("redis")}`);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(values("image")).toEqual(["docker.io/library/nginx", "docker.io/library/redis"]);
  });

  it("never give a secret out of a ConfigMap, a connection string or an image", async () => {
    const secret = "not-a-real-secret.example.com";
    const { seen, problems, values } = await read(`apiVersion: v1
kind: ConfigMap
data:
  app.properties: |
    db.password=${secret}
    db.url=jdbc:mysql://u:${secret}@rm-1.mysql.rds.aliyuncs.com:3306/x?password=${secret}
  settings.json: '{"apiKey": "${secret}", "endpoint": "https://oss-us-west-1.aliyuncs.com"}'
  connection: host=pgm-1.pg.rds.aliyuncs.com password=${secret}
---
${pod(`admin:${secret}@registry.example.com/x`)}`);
    expect(JSON.stringify([seen, problems])).not.toContain("not-a-real-secret");
    expect(values("host")).toEqual(["rm-1.mysql.rds.aliyuncs.com", "oss-us-west-1.aliyuncs.com", "pgm-1.pg.rds.aliyuncs.com"]);
    expect(problems).toMatchObject([{ code: "image-malformed", line: 15 }]);
  });

  it("give the images of volumes and of split Helm values with a digest", async () => {
    const { values } = await read(
      `apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n    - name: model\n      image: { reference: quay.io/a/model:1 }\n---\nrepository: cr.yandex/p/app\ndigest: sha256:${"0".repeat(64)}\n`,
    );
    expect(values("image")).toEqual(["quay.io/a/model:1", `cr.yandex/p/app@sha256:${"0".repeat(64)}`]);
  });
});

const corpus = "../shared/corpus/artefacts/kubernetes";

describe.skipIf(!existsSync(corpus))("real manifests, image references counted independently by registry host", () => {
  /** The independent count takes lines `image: reference`; the split form of Helm values is read as well, and counted apart here. */
  async function byHost(folder: string): Promise<Record<string, number>> {
    const files = readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" }).filter((name) => /\.ya?ml$/.test(name));
    const counts: Record<string, number> = {};
    for (const name of files) {
      const text = readFileSync(join(corpus, folder, name), "utf8");
      const file = sampleFile(name, text);
      if (!kubernetes.recognises(file)) continue;
      const lines = text.split("\n");
      for (const { kind, value, line } of (await readSample(kubernetes, file)).seen) {
        const host = value.split("/", 1)[0] ?? "";
        if (kind === "image" && /\bimage["']?\s*:/.test(lines[(line ?? 1) - 1] ?? "")) counts[host] = (counts[host] ?? 0) + 1;
      }
    }
    return counts;
  }

  it("dotbalo/k8s: 108", async () => {
    expect(await byHost("dotbalo-k8s")).toEqual({
      "docker.io": 56,
      "registry.cn-beijing.aliyuncs.com": 23,
      "quay.io": 17,
      "10.120.116.178": 6,
      "docker.elastic.co": 5,
      "gcr.io": 1,
    });
  });

  it("alibaba/higress: 50, of which 27 at Alibaba", async () => {
    expect(await byHost("alibaba-higress")).toEqual({
      "higress-registry.cn-hangzhou.cr.aliyuncs.com": 24,
      "docker.io": 23,
      "registry.cn-hangzhou.aliyuncs.com": 2,
      "higress-registry.us-west-1.cr.aliyuncs.com": 1,
    });
  });

  it("yandex-cloud/k8s-csi-s3: 6, of which 4 at Yandex", async () => {
    expect(await byHost("yandex-k8s-csi-s3")).toEqual({ "cr.yandex": 4, "docker.io": 2 });
  });
});
