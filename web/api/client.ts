import { visible } from "../../src/report/visible.js";
import { noteConnection, onConnection } from "./connection.js";
import { failureOf, RequestFailed, unreachable } from "./problem.js";

const retryEvery = 2_000;

/**
 * Asks the server of this page for JSON. Nothing else is ever asked.
 *
 * @throws RequestFailed with what went wrong and what to do
 */
export async function get<Answer>(path: string): Promise<Answer> {
  const response = await answered(path, { headers: { Accept: "application/json" } });
  return readable(await response.text()) as Answer;
}

/** Of an answer that was asked for: JSON in which no text can steer what is read. */
function readable(text: string): unknown {
  return mayHoldSteering.test(text) ? JSON.parse(text, (_, value) => (typeof value === "string" ? shown(value) : value)) : JSON.parse(text);
}

const mayHoldSteering = /\\u|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40/;

function shown(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/**
 * Sends JSON to be carried out. The key makes the same request, sent again after a lost connection, be done once.
 *
 * @throws RequestFailed with what went wrong and what to do
 */
export async function post<Answer>(path: string, body: unknown, key: string): Promise<Answer> {
  const response = await answered(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json", "Idempotency-Key": key, "Beholden-Request": "1" },
    body: JSON.stringify(body),
  });
  return readable(await response.text()) as Answer;
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
  noteConnection(response.status === 401 ? "signed-out" : "answers");
  if (!response.ok) throw new RequestFailed(await failureOf(response));
  return response;
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
