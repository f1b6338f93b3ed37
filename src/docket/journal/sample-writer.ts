// A process that writes to a docket until it is killed. It says the key of an entry once that entry was acknowledged, and not before.
import { createHash, randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { openDocket } from "./open.js";
import { asked, noteSet } from "./sample-requests.js";

const [, , address = "", name = ""] = process.argv;
const docket = await openDocket(address, { create: true });
for (let number = 1; ; number++) {
  const key = `${name}-${number}`;
  // Every fourth brings a file, some of them larger than one row of the store holds.
  const content = number % 4 === 0 ? randomBytes(number % 16 === 0 ? 1_500_000 : 2_000) : null;
  const sha256 = content && createHash("sha256").update(content).digest("hex");
  const named =
    content && sha256 ? [{ sha256, bytes: content.length, mediaType: "application/octet-stream", name: "a.bin", role: "original" }] : [];
  await docket.append(asked(key, { key, by: name }), async () => [
    noteSet(name, { number, padding: "x".repeat(number % 700) }),
    noteSet(key, { number, files: named }, { files: content && sha256 ? [{ sha256, content }] : [] }),
  ]);
  writeSync(1, `${key}\n`);
}
