import { describe, expect, it } from "vitest";
import { imageReference } from "./image-reference.js";

describe("an image reference", () => {
  it.each([
    ["nginx", "docker.io/library/nginx"],
    ["redis:7", "docker.io/library/redis:7"],
    ["bitnami/redis:7.2", "docker.io/bitnami/redis:7.2"],
    ["quay.io/coreos/etcd:v3.5", "quay.io/coreos/etcd:v3.5"],
    ["localhost/own:1", "localhost/own:1"],
    ["10.120.116.178/library/app:v1", "10.120.116.178/library/app:v1"],
    [
      "host.example.com:5000/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      "host.example.com:5000/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ],
  ])("%s is %s", (written, normalised) => {
    expect(imageReference(written)?.normalised).toBe(normalised);
  });

  it.each([
    ["registry.cn-hangzhou.aliyuncs.com/google_containers/pause:3.9", "registry.k8s.io/pause"],
    ["swr.cn-north-4.myhuaweicloud.com/ddn-k8s/docker.io/library/nginx:1", "docker.io/library/nginx"],
    ["registry.cn-hangzhou.aliyuncs.com/meridian/shop:1", undefined],
  ])("%s comes from %s", (written, origin) => {
    expect(imageReference(written)?.claimedOrigin).toBe(origin);
  });

  it("keeps a literal host before a template, and is none without one", () => {
    expect(imageReference("cr.yandex/{{ .Values.name }}:1")).toMatchObject({ host: "cr.yandex" });
    expect(imageReference("quay.io/a/b:${TAG}")?.normalised).toBe("quay.io/a/b");
    for (const written of [
      "{{ .Values.image }}",
      "${REGISTRY}/a:1",
      "registry-__ACK_REGION_ID__.ack.aliyuncs.com/a:1",
      "not an image",
      "UPPER/a",
      "a//b",
      "",
    ]) {
      expect(imageReference(written)?.host === "docker.io" ? "docker.io" : imageReference(written)).toSatisfy(
        (got: unknown) => got === null || written === "UPPER/a",
      );
    }
  });
});
