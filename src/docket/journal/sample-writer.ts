// A process that writes to a docket until it is killed. It says the key of an entry once that entry was acknowledged, and not before.
import { writeSync } from "node:fs";
import { openDocket } from "./open.js";
import { asked, noteSet } from "./sample-requests.js";

const [, , address = "", name = ""] = process.argv;
const docket = await openDocket(address, { create: true });
for (let number = 1; ; number++) {
  const key = `${name}-${number}`;
  await docket.append(asked(key, { key, by: name }), async () => [
    noteSet(name, { number, padding: "x".repeat(number % 700) }),
    noteSet(key, number),
  ]);
  writeSync(1, `${key}\n`);
}
