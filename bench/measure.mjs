// Runs commands and measures them from outside, as a user's clock would.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const peakMemory = fileURLToPath(new URL("peak-memory.mjs", import.meta.url));

/**
 * Median wall time of a command and of its floor, run by turns so that both meet the same machine. The first turn warms the
 * file cache and does not count. `status` is the exit status that the command must end with.
 * @returns {{seconds: number, spread: [number, number], floor: number}}
 */
export function timeAgainstFloor(command, floor, runs, status = 0) {
  const times = { command: [], floor: [] };
  for (let turn = 0; turn <= runs; turn += 1) {
    const floorTime = timeOf(floor);
    const commandTime = timeOf(command, status);
    if (turn === 0) continue;
    times.floor.push(floorTime);
    times.command.push(commandTime);
  }
  return { seconds: median(times.command), spread: [Math.min(...times.command), Math.max(...times.command)], floor: median(times.floor) };
}

/** Wall time and largest resident memory of one run of a Node command: for what takes minutes. Its output goes nowhere. */
export function onceWithPeak([, ...rest]) {
  const start = process.hrtime.bigint();
  const result = spawnSync(process.execPath, ["--import", peakMemory, ...rest], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (result.status !== 0) throw new Error(`it ended with ${result.status ?? result.signal}: ${rest.join(" ")}`);
  return { seconds, mebibytes: Number(result.output[3]) / 1024 };
}

/** Wall time of one run of a command, in seconds. */
export function secondsOf(command) {
  return timeOf(command);
}

/** Largest resident memory of a Node command in MiB, from a run of its own. */
export function peakMemoryOf([, ...rest], status = 0) {
  const result = spawnSync(process.execPath, ["--import", peakMemory, ...rest], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  if (result.status !== status) throw new Error(`it ended with ${result.status ?? result.signal}: ${rest.join(" ")}`);
  return Number(result.output[3]) / 1024;
}

function timeOf([program, ...args], status = 0) {
  const start = process.hrtime.bigint();
  const result = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (result.status !== status) throw new Error(`it ended with ${result.status ?? result.signal}: ${program} ${args.join(" ")}`);
  return seconds;
}

function median(all) {
  const sorted = all.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
