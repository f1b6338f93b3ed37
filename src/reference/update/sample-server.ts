import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type SampleAnswer = (request: IncomingMessage, response: ServerResponse) => void;

export interface SampleServer {
  origin: string;
  /** What was asked for, with the headers that tests look at. */
  asked: { path: string; range?: string; ifRange?: string; ifNoneMatch?: string }[];
  close(): Promise<void>;
}

/** A server on this machine for tests: answers each request with the next of the answers, and the last of them from then on. */
export async function sampleServer(...answers: SampleAnswer[]): Promise<SampleServer> {
  const asked: SampleServer["asked"] = [];
  const server = createServer((request, response) => {
    const { range, "if-range": ifRange, "if-none-match": ifNoneMatch } = request.headers;
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({
      path: request.url ?? "",
      ...(range ? { range } : {}),
      ...(ifRange ? { ifRange: String(ifRange) } : {}),
      ...(ifNoneMatch ? { ifNoneMatch } : {}),
    });
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Sends a text as a well-behaved server does: conditions and ranges are heeded. */
export function sending(text: string, etag: string, headers: Record<string, string> = {}): SampleAnswer {
  const bytes = Buffer.from(text);
  return (request, response) => {
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? Number.NaN);
    if (Number.isNaN(from) || request.headers["if-range"] !== etag) {
      return void response.writeHead(200, { etag, "content-length": bytes.length, ...headers }).end(bytes);
    }
    const rest = bytes.subarray(from);
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { etag, "content-length": rest.length, "content-range": range, ...headers }).end(rest);
  };
}

/** Sends the beginning of a text and then hangs up. */
export function cutting(text: string, etag: string | undefined, after: number): SampleAnswer {
  return (_request, response) => {
    response.writeHead(200, { ...(etag ? { etag } : {}), "content-length": Buffer.byteLength(text) });
    response.write(Buffer.from(text).subarray(0, after), () => setTimeout(() => response.destroy(), 50));
  };
}

/** Answers with a status and nothing else. */
export function status(code: number, headers: Record<string, string> = {}): SampleAnswer {
  return (_request, response) => void response.writeHead(code, headers).end();
}
