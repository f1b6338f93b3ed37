import { visible } from "../../src/report/visible.js";
import { saveFile } from "../parts/save-file.js";
import { noteConnection, noteSignIn, onConnection } from "./connection.js";
import { failureOf, RequestFailed, unreachable } from "./problem.js";

const retryEvery = 2_000;

/**
 * Asks the server of this page for JSON. Nothing else is ever asked.
 *
 * @param exact whether what is named `text` comes as it is, for what counts its characters: whoever shows it makes it harmless
 * @throws RequestFailed with what went wrong and what to do
 */
export async function get<Answer>(path: string, { exact = false }: { exact?: boolean } = {}): Promise<Answer> {
  const response = await answered(path, { headers: { Accept: "application/json" } });
  const text = await response.text();
  return readable(text, exact ? "text" : undefined) as Answer;
}

/**
 * Asks for JSON or a file as it is, byte for byte, to be handed on or drawn and never shown as text.
 *
 * @throws RequestFailed with what went wrong and what to do
 */
export async function getBytes(path: string): Promise<Blob> {
  return (await answered(path, { headers: { Accept: "application/json, */*" } })).blob();
}

/** Of an answer that was asked for: JSON in which no text can steer what is read, save in the fields that are asked for as they are. */
function readable(text: string, exact?: string): unknown {
  if (!mayHoldSteering.test(text)) return JSON.parse(text);
  return JSON.parse(text, (field, value) => (typeof value === "string" && field !== exact ? shown(value) : value));
}

const mayHoldSteering = /\\u|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40/;

function shown(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** What is sent beside the body of a change. */
export interface Sending {
  method?: "POST" | "PATCH" | "PUT" | "DELETE";
  /** The same request, sent again after a lost connection, is done once. */
  key: string;
  /** The version that was seen: a save on an older one is refused with what is there. */
  seen?: number | undefined;
}

/**
 * Sends JSON, or the fields and files of a form, to be carried out.
 *
 * @throws RequestFailed with what went wrong and what to do, and with both versions where somebody else saved before
 */
export async function send<Answer>(path: string, body: unknown, { method = "POST", key, seen }: Sending): Promise<Answer> {
  const form = body instanceof FormData;
  const response = await answered(path, {
    method,
    headers: {
      Accept: "application/json",
      "Idempotency-Key": key,
      "Beholden-Request": "1",
      ...(form ? {} : { "Content-Type": "application/json" }),
      ...(seen === undefined ? {} : { "If-Match": `"${seen}"` }),
    },
    body: form ? body : JSON.stringify(body),
  });
  return readable(await response.text()) as Answer;
}

/** Sends JSON to be carried out. */
export function post<Answer>(path: string, body: unknown, key: string): Promise<Answer> {
  return send(path, body, { key });
}

/**
 * Saves what the server makes as a file of this machine, by the name that the server gives it.
 *
 * @throws RequestFailed with what went wrong and what to do
 */
export async function download(path: string, { method = "GET" }: { method?: "GET" | "POST" } = {}): Promise<string> {
  const response = await answered(path, { method, headers: method === "POST" ? { "Beholden-Request": "1" } : {} });
  const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "beholden";
  saveFile(await response.blob(), name);
  return name;
}

async function answered(path: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...request, credentials: "same-origin", redirect: "error" });
  } catch {
    noteConnection("unreachable");
    askUntilAnswered();
    throw new RequestFailed(unreachable);
  }
  if (response.status === 401) noteSignIn(response.headers.get("Beholden-Sign-In"));
  noteConnection(response.status === 401 ? "signed-out" : "answers");
  if (!response.ok) throw new RequestFailed(await failureOf(response));
  return response;
}

/** Looks whether the server still answers, and says so across the page where it does not. Who looks stays as long signed in as without it. */
export async function lookForServer(): Promise<void> {
  try {
    await fetch("/api/health");
  } catch {
    noteConnection("unreachable");
    askUntilAnswered();
  }
}

let asking: ReturnType<typeof setInterval> | undefined;

/** While no answer comes, asks again by itself, so that the page knows when the server is back. */
function askUntilAnswered(): void {
  asking ??= setInterval(() => {
    fetch("/api/session", { credentials: "same-origin" }).then(
      (response) => noteConnection(response.status === 401 ? "signed-out" : "answers"),
      () => {},
    );
  }, retryEvery);
}

onConnection((found) => {
  if (found === "unreachable") return;
  clearInterval(asking);
  asking = undefined;
});
