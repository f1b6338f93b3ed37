// Preloaded into a measured process: on exit writes its peak resident memory, in KiB, to file descriptor 3.
import { existsSync, readFileSync, writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Threads of the process load it too, and share its memory.
if (isMainThread) process.on("exit", () => writeSync(3, String(peak())));

function peak() {
  // The kernel's own high-water mark; resourceUsage also counts what the parent had before it started this process.
  if (existsSync("/proc/self/status")) return /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0;
  return process.resourceUsage().maxRSS;
}
