import { type Docket, noteReads, readOfConflict } from "../docket/index.js";
import { mayDo } from "../model/index.js";
import type { ReviewDesk } from "../reviews/desk.js";
import type { Access, Person } from "./access/access.js";
import type { Commands } from "./commands/commands.js";
import type { HeadedJson, KeptAnswer, KeptAnswers } from "./kept-answers.js";
import type { Limits } from "./limits.js";
import { Marks } from "./marks.js";
import { inPieces } from "./pieces.js";
import { RequestProblem } from "./problems.js";
import { readJson } from "./request-body.js";
import { checked, keyOf, queryOf, seenOf } from "./request-fields.js";
import type { Reply, Route, RouteContext } from "./route.js";
import { receiveUpload, type Upload } from "./upload.js";
import type { UploadRoom } from "./upload-room.js";

export interface Answering {
  docket: Docket;
  access: Access;
  commands: Commands;
  /** The folder that the server was started in, where only the person at this machine is served; else null. */
  home: string | null;
  /** Where reviews are made and kept; left out: this server keeps none. */
  reviews?: ReviewDesk | undefined;
  /** Answers that are given again. */
  kept: KeptAnswers;
  /** What uploads hold in memory together. */
  room: UploadRoom;
  limits: Limits;
  clock: () => Date;
}

/** Carries out a request that a route was found for, and that was found to be from a page of ours or from no page. */
export async function answerRequest(
  route: Route,
  request: Request,
  params: Record<string, string>,
  person: Person | null,
  answering: Answering,
): Promise<Response> {
  const who = admitted(route, person, answering.access.kind);
  const asking: Asking = { route, request, params, who, at: answering.clock().toISOString() };
  const rests = route.rests?.(params);
  if (!rests) return responseOf((await carriedOut(asking, answering)).reply);
  const { docket, kept } = answering;
  const now = await docket.following.now();
  const name = nameOf(asking);
  const before = kept.find(name, rests, now);
  if (before) return knownAnswer(before, request);
  const { reply, isQuiet } = await carriedOut(asking, answering);
  if (!isQuiet || !("json" in reply) || !hasHead(reply.json)) return responseOf(reply);
  return knownAnswer(kept.keep(name, reply.json, reply.version, now), request);
}

interface Asking {
  route: Route;
  request: Request;
  params: Record<string, string>;
  who: Person;
  /** The moment, by this machine's clock. */
  at: string;
}

/** Carries it out; `isQuiet` where nothing that it shows had to be recorded. */
async function carriedOut({ route, request, params, who, at }: Asking, answering: Answering): Promise<{ reply: Reply; isQuiet: boolean }> {
  const { docket, access, commands, home, reviews = null, limits } = answering;
  const stop = AbortSignal.any([request.signal, AbortSignal.timeout(limits.time)]);
  const asked = {
    key: keyOf(request),
    seen: seenOf(request),
    params: route.params && checked(route.params, params, "path"),
    query: route.query && checked(route.query, queryOf(new URL(request.url), route.query), "query"),
    body: route.body && checked(route.body, await readJson(request, limits.json), "body"),
  };
  const upload = await uploadOf(route, request, answering, who);
  try {
    const marks = new Marks(who);
    const context: RouteContext = { ...asked, docket, who, at, upload, commands, marks, home, reviews, signal: stop, request, access };
    const reply = await inTime(route.handle(context), stop).catch(async (error: unknown) => {
      // What a conflict tells of both versions is read, too.
      await noteReads(docket, readOfConflict(error), { by: who.name, at });
      throw error;
    });
    await marks.record(docket, at).catch((error) => discard(reply).then(() => Promise.reject(error)));
    return { reply, isQuiet: marks.isQuiet };
  } finally {
    await upload?.remove();
  }
}

/** What a kept answer depends on beside the docket. A day begins, wherever on earth, on a quarter of an hour. */
function nameOf({ route, request, who, at }: Asking): string {
  const { pathname, search } = new URL(request.url);
  return [route.id, pathname, search, who.seesUpTo, [...who.roles].sort(), Math.floor(Date.parse(at) / 900_000)].join(" ");
}

function hasHead(json: unknown): json is HeadedJson {
  return typeof json === "object" && json !== null && "head" in json;
}

/** An answer with its tag; whoever has it already is told so (RFC 9110, 13.1.2). */
function knownAnswer({ pieces, tag }: KeptAnswer, request: Request): Response {
  const has = request.headers.get("If-None-Match")?.split(",") ?? [];
  if (has.some((one) => one.trim().replace(/^W\//, "") === tag)) return new Response(null, { status: 304, headers: { ETag: tag } });
  return inPieces(pieces, { "Content-Type": "application/json", ETag: tag });
}

/** The files of a request; null where it has no body, which only a route without a needed one goes on with. */
async function uploadOf({ upload }: Route, request: Request, { limits, room }: Answering, who: Person): Promise<Upload | null> {
  if (!upload) return null;
  const isNeeded = Object.values(upload).some(({ needed }) => needed);
  return isEmpty(request) && !isNeeded ? null : receiveUpload(request, upload, limits, room.open(who.name));
}

/** Whether a request has no body: over a socket one is there to read, though nothing comes. */
function isEmpty({ body, headers }: Request): boolean {
  if (body === null) return true;
  return !headers.has("Content-Type") && !headers.has("Transfer-Encoding") && Number(headers.get("Content-Length") ?? 0) === 0;
}

const nobody: Person = { name: "", roles: [], seesUpTo: null, session: "", by: "link", until: null };

/** How one gets in, in words; where that is a page, a header names it. */
const signingIn = {
  local: { action: "Open the link that `beholden serve` printed; each is good once, and Enter there prints another." },
  team: {
    action: "Sign in at /sign-in. A session ends when nobody uses it, after its time, and when its person retires or signs out.",
    headers: { "Beholden-Sign-In": "/sign-in" },
  },
} as const;

/** @throws RequestProblem 401 for nobody, 403 for somebody whose roles do not allow it */
function admitted({ permission, method, path }: Route, person: Person | null, kind: Access["kind"]): Person {
  if (permission === "open") return person ?? nobody;
  if (!person) {
    throw new RequestProblem(401, "not-signed-in", "Nobody is signed in.", signingIn[kind]);
  }
  if (permission === "signed-in" || mayDo(person.roles, permission)) return person;
  throw new RequestProblem(403, "not-allowed", `${person.name} may not do this: ${method} ${path} needs ${permission}.`, {
    action: "Ask an administrator for a role that allows it.",
  });
}

/** What takes longer than the limit is told so; the work itself is told to stop by the same signal. */
async function inTime(work: Promise<Reply>, signal: AbortSignal): Promise<Reply> {
  let onAbort = () => {};
  const over = new Promise<never>((_, reject) => {
    onAbort = () =>
      reject(
        new RequestProblem(503, "too-long", "The request took too long and was stopped.", {
          action: "Ask for less at once, or use the command line, which has no such limit.",
        }),
      );
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    if (signal.aborted) work.then(discard).catch(() => {});
  }
}

/** Closes what a reply would have been read from. */
async function discard(reply: Reply): Promise<void> {
  if ("content" in reply && reply.content instanceof ReadableStream) await reply.content.cancel();
}

function responseOf(reply: Reply): Response {
  const headers = new Headers(reply.headers);
  if ("json" in reply) {
    const { json, status = 200, version, location } = reply;
    headers.set("Content-Type", "application/json");
    if (version !== undefined) headers.set("ETag", `"${version}"`);
    if (location !== undefined) headers.set("Location", location);
    return new Response(`${JSON.stringify(json, null, 2)}\n`, { status, headers });
  }
  headers.set("Content-Type", reply.type);
  if (reply.fileName !== undefined) headers.set("Content-Disposition", attachment(reply.fileName));
  return new Response(reply.content as ConstructorParameters<typeof Response>[0], { headers });
}

/** A file to keep, never to show: what is in it came from outside. */
function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
