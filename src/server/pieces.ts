import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";

const piecesOf = new WeakMap<Response, readonly Uint8Array[]>();

/** An answer whose bytes are there in pieces. */
export function inPieces(pieces: readonly Uint8Array[], headers: Record<string, string>): Response {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const answer = new Response(null, { headers: { ...headers, "Content-Length": String(length) } });
  piecesOf.set(answer, pieces);
  return answer;
}

/**
 * Sends an answer. Pieces go to the connection as they are: to put them into one would take new memory for each request, and collecting it again
 * keeps everybody waiting.
 *
 * @param outgoing the connection; where there is none, such as in a test, the answer is made whole
 */
export function send(answer: Response, method: string, outgoing: ServerResponse | undefined): Response {
  const pieces = piecesOf.get(answer);
  if (!pieces || method === "HEAD") return answer;
  if (!outgoing) return new Response(Buffer.concat(pieces), { status: answer.status, headers: answer.headers });
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  for (const piece of pieces) outgoing.write(piece);
  outgoing.end();
  return RESPONSE_ALREADY_SENT;
}
