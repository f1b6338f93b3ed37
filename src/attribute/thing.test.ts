import { describe, expect, it } from "vitest";
import { understand } from "./thing.js";

describe("understand", () => {
  it.each([
    ["pkg:npm/ali-oss@6.23.0", "package", "package"],
    ["AS45102", "network", "address"],
    ["as45102", "network", "address"],
    ["47.88.0.0/16", "network", "address"],
    ["2408:4000::/22", "network", "address"],
    ["47.88.73.18", "address", "address"],
    ["[2408:4000::1]", "address", "address"],
    ["47.88.73.18:443", "host", "host"],
    ["https://oss-us-west-1.aliyuncs.com/bucket?x=1", "host", "host"],
    ["oss-us-west-1.aliyuncs.com", "host", "host"],
    ["oss-us-west-1.aliyuncs.com:443", "host", "host"],
    ["oss-us-west-1.aliyuncs.com.", "host", "host"],
    ["*.aliyuncs.com", "host", "host"],
    ["bücher.example", "host", "host"],
    ["registry.cn-hangzhou.aliyuncs.com/acs/pause:3.9", "image", "image"],
    ["oci://registry.cn-hangzhou.aliyuncs.com/acs/chart:1", "image", "image"],
    ["redis:7", "image", "image"],
    ["alicloud_oss_bucket", "terraform-type", "terraform-resource"],
    ["data.alicloud_regions.all", "terraform-type", "terraform-data"],
    ["alicloud_oss_bucket.orders", "terraform-type", "terraform-resource"],
    ["registry.terraform.io/aliyun/alicloud", "terraform-type", "terraform-provider"],
    ["Alibaba Cloud", "name", "vendor"],
    ["Amazon.com, Inc.", "name", "vendor"],
    ["阿里云", "name", "vendor"],
    ["localhost", "name", "vendor"],
    ["", "name", "vendor"],
  ])("%s is taken for a %s", (thing, understoodAs, kind) => {
    const understood = understand(thing);
    expect([understood.understoodAs, understood.observation.kind]).toEqual([understoodAs, kind]);
  });

  it("asks about the type of a resource address, and about Docker Hub where no registry is named", () => {
    expect(understand("module.a.alicloud_oss_bucket.orders[0]").observation.value).toBe("alicloud_oss_bucket");
    expect(understand("redis:7").observation.value).toBe("docker.io/library/redis:7");
    expect(understand("oci://a.example/b:1").observation.value).toBe("a.example/b:1");
  });
});
