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

  it.each([
    ["index.docker.io/library/nginx:1", "docker.io/library/nginx:1"],
    ["cr.yandex/{{ .Values.name }}:1", "cr.yandex"],
    ["cr.yandex/project/{{ .Values.name }}:1", "cr.yandex/project"],
    ["quay.io/a/b:${TAG}", "quay.io/a/b"],
    ["elasticsearch:${STACK_VERSION}", "docker.io/library/elasticsearch"],
    ["jaegertracing/jaeger:{{ .tag }}", "docker.io/jaegertracing/jaeger"],
    ["quay.io/a/b:1.2-${ARCH}", "quay.io/a/b"],
    ["[2001:db8::1]:5000/a:1", "[2001:db8::1]:5000/a:1"],
  ])("%s is %s", (written, normalised) => {
    expect(imageReference(written)?.normalised).toBe(normalised);
  });

  it.each([
    ["registry.cn-hangzhou.aliyuncs.com/google_containers/pause:${TAG}", "registry.k8s.io/pause"],
    ["docker.m.daocloud.io/library/nginx:1", "docker.io/library/nginx"],
    ["mirror.example.com/docker.io/nginx:1", "docker.io/library/nginx"],
    // The former home of Kubernetes' own images mirrors nobody.
    ["gcr.io/google_containers/pause:3.1", undefined],
  ])("%s comes from %s", (written, origin) => {
    expect(imageReference(written)?.claimedOrigin).toBe(origin);
  });

  it.each([
    "{{ .Values.image }}",
    "${REGISTRY}/a:1",
    "app-${NAME}",
    "registry-__ACK_REGION_ID__.ack.aliyuncs.com/a:1",
    "user:not-a-real-secret@registry.example.com/a:1",
    "not an image",
    "a//b",
    "#/components/schemas/Image",
    "",
  ])("%j is none", (written) => {
    expect(imageReference(written)).toBeNull();
  });
});
