// `node bench/hostile.mjs`: how much memory and time hostile and huge files take, beside `cat` of the same file. See README.md.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { peakMemoryOf, timeAgainstFloor } from "./measure.mjs";

const beholden = fileURLToPath(new URL("../dist/beholden.js", import.meta.url));
const folder = fileURLToPath(new URL("data/hostile", import.meta.url));
const mebibyte = 1024 * 1024;

const files = [
  { name: "a line of 2 GB in a flow log", path: "long-line/vpc-flow.log", write: longLine, mebibytes: 400, status: 2 },
  { name: "a Terraform state of 200 MB", path: "state/terraform.tfstate", write: largeState, mebibytes: 1024, status: 0 },
];

process.stdout.write("what                              s   cat s    ratio   peak MiB   bound MiB\n");
let missed = 0;
for (const { name, path, write, mebibytes, status } of files) {
  const file = `${folder}/${path}`;
  if (!existsSync(file)) makeFile(file, write);
  const command = [process.execPath, beholden, "review", file, "--as-of", "2026-11-23"];
  const { seconds, floor } = timeAgainstFloor(command, ["cat", file], 1, status);
  const peak = peakMemoryOf(command, status);
  missed += peak > mebibytes ? 1 : 0;
  process.stdout.write(
    `${name.padEnd(29)} ${seconds.toFixed(1).padStart(6)} ${floor.toFixed(2).padStart(7)} ${`${(seconds / floor).toFixed(1)}×`.padStart(8)} ${peak.toFixed(0).padStart(10)} ${`${mebibytes}${peak > mebibytes ? " MISSED" : ""}`.padStart(11)}\n`,
  );
}
if (missed) process.exitCode = 1;

function makeFile(path, write) {
  mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  write((text) => writeSync(file, text));
  closeSync(file);
  renameSync(`${path}.part`, path);
}

function longLine(write) {
  write("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n");
  const piece = "x".repeat(mebibyte);
  for (let written = 0; written < 2048; written += 1) write(piece);
  write("\n2 111122223333 eni-0a1b2c3d4e5f60801 10.20.12.10 47.88.1.2 40000 443 6 1 400 1794816000 1794816030 ACCEPT OK\n");
}

function largeState(write) {
  write('{\n  "version": 4,\n  "terraform_version": "1.9.5",\n  "serial": 7,\n  "lineage": "0f2c",\n  "outputs": {},\n  "resources": [\n');
  for (let resource = 0; resource < 200; resource += 1) write(`${resource ? ",\n" : ""}${stateResource(resource)}`);
  write('\n  ],\n  "check_results": null\n}\n');
}

function stateResource(number) {
  const policy = JSON.stringify("a policy text ".repeat(mebibyte / 14));
  return `    {\n      "mode": "managed",\n      "type": "alicloud_oss_bucket",\n      "name": "b${number}",\n      "provider": "provider[\\"registry.terraform.io/aliyun/alicloud\\"]",\n      "instances": [\n        {\n          "schema_version": 0,\n          "attributes": { "bucket": "archive-${number}", "extranet_endpoint": "oss-us-west-1.aliyuncs.com", "policy": ${policy} }\n        }\n      ]\n    }`;
}
