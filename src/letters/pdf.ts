import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** A page could not be printed, though a Chromium is there. */
export class PrintError extends Error {
  override name = "PrintError";
}

const patience = 60_000;

/** No network, no updates, no accounts, no extensions, a profile of its own that is thrown away. */
const options = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--metrics-recording-only",
  "--password-store=basic",
  "--use-mock-keychain",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=127.0.0.1:9",
];

/**
 * Prints a page as PDF: tagged, with an outline where Chromium makes one, without network and with scripts off.
 *
 * @param executable a Chromium, as `findChromium` gives it
 * @throws PrintError where it does not start, does not answer within a minute, or refuses
 */
export async function printPdf(page: string, executable: string): Promise<Uint8Array> {
  const profile = await mkdtemp(join(tmpdir(), "beholden-print-"));
  // Chromium cannot put root into its sandbox; the page is beholden's own, with every text escaped and scripts off.
  const root = typeof process.getuid === "function" && process.getuid() === 0 ? ["--no-sandbox"] : [];
  const chromium = spawn(executable, [...options, ...root, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  try {
    return await within(patience, print(page, conversation(chromium)), chromium);
  } catch (error) {
    throw error instanceof PrintError
      ? error
      : new PrintError(`${executable} did not print: ${(error as Error).message}`, { cause: error });
  } finally {
    await ended(chromium);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

type Send = (method: string, parameters?: object, session?: string) => Promise<Record<string, unknown>>;

/** @see https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-printToPDF */
async function print(page: string, send: Send): Promise<Uint8Array> {
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const session = String(sessionId);
  await send("Emulation.setScriptExecutionDisabled", { value: true }, session);
  const { frameTree } = await send("Page.getFrameTree", {}, session);
  const frameId = (frameTree as { frame: { id: string } }).frame.id;
  await send("Page.setDocumentContent", { frameId, html: page }, session);
  const { data } = await send(
    "Page.printToPDF",
    {
      preferCSSPageSize: true,
      printBackground: true,
      paperWidth: 8.27,
      paperHeight: 11.69,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    },
    session,
  );
  return Uint8Array.from(Buffer.from(String(data), "base64"));
}

/** Messages over the two pipes, each ended by a zero byte. */
function conversation(chromium: ChildProcess): Send {
  const [, , , input, output] = chromium.stdio as unknown as [unknown, unknown, unknown, Writable, Readable];
  const waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>();
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  chromium.once("error", failAll);
  chromium.once("exit", (status) => failAll(new PrintError(`it ended with status ${status} before it had printed`)));
  input.on("error", failAll);
  let rest: Buffer[] = [];
  output.on("data", (piece: Buffer) => {
    for (let zero = piece.indexOf(0); zero >= 0; zero = piece.indexOf(0)) {
      hear(Buffer.concat([...rest, piece.subarray(0, zero)]).toString("utf8"), waiting);
      rest = [];
      piece = piece.subarray(zero + 1);
    }
    if (piece.length > 0) rest.push(piece);
  });
  let last = 0;
  return (method, parameters = {}, session) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      input.write(`${JSON.stringify({ id: last, method, params: parameters, ...(session ? { sessionId: session } : {}) })}\0`);
    });
}

function hear(
  text: string,
  waiting: Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }>,
): void {
  const { id, result, error } = JSON.parse(text) as { id?: number; result?: Record<string, unknown>; error?: { message: string } };
  const asked = id === undefined ? undefined : waiting.get(id);
  if (id === undefined || !asked) return;
  waiting.delete(id);
  if (error) asked.reject(new PrintError(error.message));
  else asked.resolve(result ?? {});
}

async function within<Result>(milliseconds: number, work: Promise<Result>, chromium: ChildProcess): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PrintError(`it did not answer within ${milliseconds / 1000} s`)), milliseconds);
    chromium.once("error", reject);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function ended(chromium: ChildProcess): Promise<void> {
  if (chromium.exitCode !== null || chromium.pid === undefined) return;
  const gone = new Promise((resolve) => chromium.once("exit", resolve));
  chromium.kill("SIGKILL");
  await gone;
}
