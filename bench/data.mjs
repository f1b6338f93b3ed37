// Writes the data that the bench reads, always the same bytes, into bench/data (which git ignores).

import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { finished } from "node:stream/promises";
import { generator, pick } from "./random.mjs";

/** Change it when the data changes, so that old data is not measured. */
const EDITION = "2";

/** Shares of the tree's files, in percent. */
const mixture = [
  ["terraform", 28, terraform],
  ["kubernetes", 26, kubernetes],
  ["lockfile", 6, lockfile],
  ["sbom", 4, sbom],
  ["vendors", 1, vendors],
  ["source", 25, source],
  ["notes", 7, notes],
  ["picture", 3, picture],
];

/**
 * Makes sure that a tree of `files` files and a flow log of `rows` rows are there, and gives their paths.
 * @returns {Promise<{tree: string, log: string}>}
 */
export async function benchData(folder, { files, rows }) {
  const stamp = `${EDITION} ${files} ${rows}\n`;
  const tree = `${folder}/tree`;
  const log = `${folder}/log`;
  if (existsSync(`${folder}/stamp`) && readFileSync(`${folder}/stamp`, "utf8") === stamp) return { tree, log };
  rmSync(folder, { recursive: true, force: true });
  writeTree(tree, files);
  await writeFlowLog(log, rows);
  writeFileSync(`${folder}/stamp`, stamp);
  return { tree, log };
}

function writeTree(tree, files) {
  const random = generator(20261123);
  const turns = mixture.flatMap(([, share, write]) => Array(share).fill(write));
  for (let index = 0; index < files; index += 1) {
    // 37 and 100 have no common factor: each hundred files hold the mixture exactly, in mixed order.
    const write = turns[(index * 37) % 100];
    const folder = `${tree}/team-${index % 20}/service-${Math.floor(index / 20)}`;
    mkdirSync(folder, { recursive: true });
    const { name, content } = write(index, random);
    writeFileSync(`${folder}/${name}`, content);
  }
}

function terraform(index, random) {
  const region = pick(random, ["us-west-1", "us-east-1", "eu-central-1"]);
  const blocks = [`provider "aws" {\n  region = "us-east-1"\n}\n`, `provider "alicloud" {\n  region = "${region}"\n}\n`];
  for (let n = 0; n < 8; n += 1) {
    blocks.push(
      n % 4 === 0
        ? `resource "alicloud_oss_bucket" "b${n}" {\n  bucket = "team-${index}-${n}"\n\n  versioning {\n    status = "Enabled"\n  }\n}\n`
        : `resource "aws_s3_bucket" "b${n}" {\n  bucket = "team-${index}-${n}"\n\n  tags = {\n    endpoint = "https://media-${n}.s3.us-east-1.amazonaws.com"\n    owner    = "team-${index % 20}"\n  }\n}\n`,
    );
  }
  return { name: "main.tf", content: blocks.join("\n") };
}

function kubernetes(index, random) {
  const image = pick(random, [
    "registry.us-west-1.aliyuncs.com/team/app",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/app",
    "nginx",
    "registry.cn-hangzhou.aliyuncs.com/google_containers/pause",
  ]);
  const deployment = (n) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${index}-${n}
  namespace: team-${index % 20}
spec:
  selector:
    matchLabels:
      app: app-${n}
  template:
    metadata:
      labels:
        app: app-${n}
    spec:
      containers:
        - name: app
          image: ${image}:1.${n}.0
          env:
            - name: BUCKET_URL
              value: https://team-${index}.oss-us-west-1.aliyuncs.com
`;
  return { name: "app.yaml", content: [0, 1, 2].map(deployment).join("---\n") };
}

function lockfile(index, random) {
  const packages = { "": { name: `app-${index}`, version: "1.0.0" } };
  for (let n = 0; n < 150; n += 1) {
    const name = n === 0 ? "ali-oss" : `package-${Math.floor(random() * 4000)}`;
    packages[`node_modules/${name}`] = {
      version: `1.${n}.0`,
      resolved: `https://${n % 25 === 0 ? "registry.npmmirror.com" : "registry.npmjs.org"}/${name}/-/${name}-1.${n}.0.tgz`,
      integrity: `sha512-${"A".repeat(86)}==`,
      license: "MIT",
    };
  }
  return {
    name: "package-lock.json",
    content: JSON.stringify({ name: `app-${index}`, version: "1.0.0", lockfileVersion: 3, packages }, null, 2),
  };
}

function sbom(index, random) {
  const components = Array.from({ length: 60 }, (_, n) => {
    const name = n === 0 ? "ali-oss" : `package-${Math.floor(random() * 4000)}`;
    return { type: "library", name, version: `1.${n}.0`, purl: `pkg:npm/${name}@1.${n}.0` };
  });
  const services = [
    {
      name: "Archive",
      provider: { name: "Alibaba Cloud" },
      endpoints: [`https://team-${index}.oss-us-west-1.aliyuncs.com`],
      data: [{ flow: "outbound", classification: "PII" }],
    },
  ];
  return {
    name: "bom.cdx.json",
    content: JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components, services }, null, 2),
  };
}

function vendors(index) {
  const rows = Array.from({ length: 40 }, (_, n) => `Supplier ${index}-${n},US,https://supplier-${n}.example,delivery`);
  return {
    name: "vendors.csv",
    content: `vendor,country,website,service\nAlibaba Cloud,US,https://www.alibabacloud.com,archive\n${rows.join("\n")}\n`,
  };
}

function source(index) {
  const lines = Array.from({ length: 120 }, (_, n) => `export function handle${n}(value) {\n  return value * ${n} + ${index};\n}\n`);
  return { name: "index.ts", content: lines.join("\n") };
}

function notes(index) {
  return { name: "README.md", content: `# Service ${index}\n\n${"It does one thing and says what it does. ".repeat(60)}\n` };
}

function picture(_index, random) {
  return {
    name: "logo.png",
    content: Buffer.from([
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      ...Array.from({ length: 4096 }, () => Math.floor(random() * 256)),
    ]),
  };
}

/** A VPC flow log in the default order: outbound traffic to some hundred addresses, and scanners from many. */
async function writeFlowLog(folder, rows) {
  mkdirSync(folder, { recursive: true });
  const random = generator(20261116);
  const far = Array.from({ length: 400 }, () => pick(random, ["47.88", "52.216", "170.106", "158.160", "3.218"]).concat(octets(random)));
  const out = createWriteStream(`${folder}/vpc-flow.log`);
  let chunk = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n";
  for (let row = 0; row < rows; row += 1) {
    chunk += flow(random, far, 1_794_816_000 + Math.floor(row / 50));
    if (chunk.length > 1 << 20) {
      if (!out.write(chunk)) await once(out, "drain");
      chunk = "";
    }
  }
  out.end(chunk);
  await finished(out);
}

function flow(random, far, time) {
  const own = `10.20.${12 + Math.floor(random() * 4)}.${Math.floor(random() * 200) + 10}`;
  const port = 32768 + Math.floor(random() * 28000);
  const bytes = 400 + Math.floor(random() * 90_000);
  const kind = random();
  const row = (from, to, fromPort, toPort, action) =>
    `2 111122223333 eni-0a1b2c3d4e5f60801 ${from} ${to} ${fromPort} ${toPort} 6 ${1 + Math.floor(bytes / 1200)} ${bytes} ${time} ${time + 30} ${action} OK\n`;
  // One row in eight is a scanner seen once: a real capture of 7,490 rows of a public host holds 924 foreign addresses.
  if (kind < 0.4383) return row(own, pick(random, far), port, 443, "ACCEPT");
  if (kind < 0.8766) return row(pick(random, far), own, 443, port, "ACCEPT");
  return row(
    `${1 + Math.floor(random() * 222)}.${Math.floor(random() * 255)}${octets(random)}`,
    own,
    port,
    pick(random, [22, 23, 3389, 6379]),
    "REJECT",
  );
}

function octets(random) {
  return `.${Math.floor(random() * 255)}.${Math.floor(random() * 254) + 1}`;
}
