import { getEventListeners } from "node:events";
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { CommandProcesses } from "./processes.js";

it("lets go of what a command printed once it is answered, though the request's time is not over", async () => {
  const processes = new CommandProcesses(2);
  const { signal } = new AbortController();
  const answer = await processes.run({ words: ["rules", "list", "--format=json"], folder: tmpdir(), long: false, caller: "a", signal });
  expect(answer.exit).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
  processes.stop();
});
