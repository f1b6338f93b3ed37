import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { expect } from "vitest";
import { openDocket } from "./open.js";
import { verifyDocket } from "./verify.js";

/** Builds the writer of the tests as a program of its own. It stands where its packages are found. */
export async function builtWriter(): Promise<{ path: string; remove(): void }> {
  const folder = join("node_modules", ".docket-writer", String(process.pid));
  const path = join(folder, "writer.mjs");
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: ["src/docket/journal/sample-writer.ts"],
    outfile: path,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A writer that runs, and what it has said. */
export interface Writer {
  process: ChildProcess;
  /** Keys of entries that were acknowledged to it. */
  acknowledged: string[];
  ended: Promise<void>;
  complaint(): string;
}

export function startWriter(program: string, address: string, name: string): Writer {
  const child = spawn(process.execPath, [program, address, name], { stdio: ["ignore", "pipe", "pipe"] });
  const acknowledged: string[] = [];
  let rest = "";
  let complaint = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    acknowledged.push(...lines);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  return { process: child, acknowledged, ended, complaint: () => complaint };
}

/**
 * Starts writers and kills each at a random moment, some before their first entry, several lanes at once, until so many were killed.
 *
 * @returns the keys that were acknowledged
 */
export async function killWriters(program: string, address: string, kills: number, lanes: number): Promise<string[]> {
  const acknowledged: string[] = [];
  let left = kills;
  let named = 0;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const writer = startWriter(program, address, `w${++named}`);
      // Those killed early may not have come to their first entry; every other one has heard of one, however slow the machine is.
      const early = Math.random() < 0.15;
      if (!early) await Promise.race([new Promise((first) => writer.process.stdout?.once("data", first)), writer.ended]);
      await pause(Math.random() * (early ? 150 : 25));
      writer.process.kill("SIGKILL");
      await writer.ended;
      expect(writer.complaint(), "a writer failed by itself").toBe("");
      if (!early) expect(writer.acknowledged.length, "a writer was killed after its first answer").toBeGreaterThan(0);
      acknowledged.push(...writer.acknowledged);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return acknowledged;
}

/** Every acknowledged request is there whole, none is there twice, the chain verifies, and no file is lost, half there or there without its entry. */
export async function expectNothingLost(address: string, acknowledged: readonly string[]): Promise<{ requests: number; entries: number }> {
  const docket = await openDocket(address, { create: false });
  try {
    const parts = new Map<string, number[]>();
    await docket.read(async (view) => {
      for (const { body } of await view.entries({})) {
        const { key, part } = body.change;
        parts.set(key, [...(parts.get(key) ?? []), part]);
      }
    });
    expect(acknowledged.filter((key) => !parts.has(key))).toEqual([]);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    const requests = [...parts].filter(([key]) => !key.startsWith("docket:"));
    expect(requests.filter(([, all]) => all.join() !== "1,2")).toEqual([]);
    const verification = await verifyDocket(docket);
    expect(verification).toMatchObject({ unbroken: true, break: null, shown: { agrees: true }, files: { faults: [] } });
    return { requests: requests.length, entries: verification.entries };
  } finally {
    await docket.close();
  }
}
