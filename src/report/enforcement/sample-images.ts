const digest = `sha256:${"0".repeat(64)}`;

/** Images and whether they come from what the sample plan blocks. */
export const sampleImages: [string, boolean][] = [
  ["registry.cn-hangzhou.aliyuncs.com/a/b", true],
  ["registry.cn-hangzhou.aliyuncs.com:5000/a/b:1", true],
  [`Registry.CN-Hangzhou.Aliyuncs.com/a/b@${digest}`, true],
  ["me-registry.oss-cn-beijing.acr.example/a", true],
  ["oss-cn-beijing.acr.example/a", false],
  ["evil.example/registry.cn-hangzhou.aliyuncs.com/x", false],
  ["notaliyuncs.com/x", false],
  ["registry.cn-hangzhou.aliyuncs.com.example/x", false],
  ["registry.cn-hangzhou.aliyuncs.com", false],
  ["open.aliyuncs.com/x", false],
  ["nginx", false],
  ["library/nginx:1.27", false],
  [`docker.io/library/nginx@${digest}`, false],
  ["localhost/aliyuncs.com", false],
];
