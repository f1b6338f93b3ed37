import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "./compose.js";
import { readSample, sampleFile } from "./sample-file.js";

const read = (text: string) => readSample(compose, sampleFile("docker-compose.yml", text));

describe("a Compose file", () => {
  it("gives images and the hosts in environments, map or list, and no secret", async () => {
    const { seen } = await read(`services:
  web:
    image: registry.cn-hangzhou.aliyuncs.com/meridian/web:1
    environment:
      ENDPOINT: https://u:not-a-real-secret@oss-us-west-1.aliyuncs.com
      API_TOKEN: not-a-real-secret.example.com
  cache:
    image: "\${REGISTRY:-docker.io}/redis:7"
    environment:
      - MAIL=smtpdm.aliyun.com
  own:
    build: .
`);
    expect(seen.map(({ kind, value, line, context }) => [kind, value, line, context?.address])).toEqual([
      ["image", "registry.cn-hangzhou.aliyuncs.com/meridian/web:1", 3, "compose/web"],
      ["host", "oss-us-west-1.aliyuncs.com", 5, "compose/web"],
      ["image", "docker.io/library/redis:7", 8, "compose/cache"],
      ["host", "smtpdm.aliyun.com", 10, "compose/cache"],
    ]);
    expect(JSON.stringify(seen)).not.toContain("not-a-real-secret");
  });

  it("reads version 1, and says which image is filled in later", async () => {
    const { values, problems } = await read("web:\n  image: nginx\nother:\n  image: ${IMAGE}\n");
    expect(values("image")).toEqual(["docker.io/library/nginx"]);
    expect(problems).toMatchObject([{ code: "image-unread", line: 4 }]);
  });

  it("follows anchors and merge keys, with a place for each service", async () => {
    const { seen } = await read(`x-base: &base
  image: registry.cn-hangzhou.aliyuncs.com/a/b:1
  environment: &env { OSS: oss-cn-hangzhou.aliyuncs.com }
services:
  a:
    <<: *base
  b:
    <<: *base
    environment:
      <<: *env
      COS: cos.ap-guangzhou.myqcloud.com
`);
    expect(seen.map(({ value, line, context }) => [value, line, context?.address])).toEqual([
      ["registry.cn-hangzhou.aliyuncs.com/a/b:1", 2, "compose/a"],
      ["oss-cn-hangzhou.aliyuncs.com", 3, "compose/a"],
      ["registry.cn-hangzhou.aliyuncs.com/a/b:1", 8, "compose/b"],
      ["cos.ap-guangzhou.myqcloud.com", 11, "compose/b"],
      ["oss-cn-hangzhou.aliyuncs.com", 8, "compose/b"],
    ]);
  });

  it("is told from other YAML", () => {
    expect(compose.recognises(sampleFile("compose.prod.yaml", "x: 1\n"))).toBe(true);
    expect(compose.recognises(sampleFile("stack.yml", "services:\n  a:\n    image: b\n"))).toBe(true);
    expect(compose.recognises(sampleFile("pod.yml", "apiVersion: v1\nkind: Pod\n"))).toBe(false);
  });
});

const corpus = "../shared/corpus/artefacts/compose/NextChat/docker-compose.yml";

describe.skipIf(!existsSync(corpus))("a real Compose file", () => {
  it("gives an image for each service", async () => {
    const text = readFileSync(corpus, "utf8");
    expect((await read(text)).values("image")).toHaveLength(text.match(/^\s+image:/gm)?.length ?? 0);
  });
});

const several = "../shared/corpus/artefacts/compose/infiniflow-ragflow/docker";

describe.skipIf(!existsSync(several))("real Compose files, image references counted independently", () => {
  it("has 15 with a literal name on docker.io; defaults of variables are read beside them", async () => {
    const names = ["docker-compose-CN-oc9.yml", "docker-compose-base.yml", "docker-compose-macos.yml", "docker-compose.yml"];
    const literal: string[] = [];
    for (const name of names) {
      const text = readFileSync(`${several}/${name}`, "utf8");
      const lines = text.split("\n");
      for (const { kind, value, line } of (await read(text)).seen)
        if (kind === "image" && !/image:\s*["']?\$\{/.test(lines[(line ?? 1) - 1] ?? "")) literal.push(value);
    }
    expect(literal).toHaveLength(15);
    expect(literal.every((value) => value.startsWith("docker.io/"))).toBe(true);
  });
});
