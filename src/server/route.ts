import type { z } from "zod";
import type { Docket, Rests } from "../docket/index.js";
import type { Permission } from "../model/index.js";
import type { ReviewDesk } from "../reviews/desk.js";
import type { Access, Person } from "./access/access.js";
import type { Commands } from "./commands/commands.js";
import type { Marks } from "./marks.js";
import type { Upload, UploadField } from "./upload.js";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a route is given: who asks, when, by which key, and what was asked, checked. */
export interface RouteContext<Params = unknown, Query = unknown, Body = unknown> {
  docket: Docket;
  who: Person;
  /** The moment, by this machine's clock. */
  at: string;
  /** The `Idempotency-Key` of the request: the same request with the same key is carried out once. */
  key: string | undefined;
  /** The version that `If-Match` names. */
  seen: number | undefined;
  params: Params;
  query: Query;
  body: Body;
  /** Files that came with the request; null where none did. */
  upload: Upload | null;
  commands: Commands;
  /** Through which whatever bears a mark is shown. */
  marks: Marks;
  /** The folder that the server was started in, where only the person at this machine is served; else null. */
  home: string | null;
  /** Ends when the client leaves or the time is over. */
  signal: AbortSignal;
  request: Request;
  access: Access;
  /** Where reviews are made and kept; null: this server keeps none. */
  reviews: ReviewDesk | null;
}

/** What a route answers with. */
export type Reply =
  | { json: unknown; status?: 200 | 201; version?: number; location?: string; headers?: Headers }
  | { content: string | Uint8Array | ReadableStream; type: string; fileName?: string; headers?: Headers };

/** What a route answers when all goes well, for the document of the API. */
export interface RouteAnswer {
  status?: 200 | 201;
  description: string;
  /** Of the JSON. */
  schema?: z.ZodType;
  /** Other media types that it can answer with. */
  types?: readonly string[];
}

/** Refusals that a route has beside those of every route. */
export type Refusal = "not-found" | "refused" | "conflict" | "invalid";

/** One thing that can be asked over HTTP. */
export interface Route {
  method: Method;
  /** With parameters in braces, such as `/api/cases/{case}`. */
  path: string;
  /** A name that stays, for programs that are made from the document. */
  id: string;
  /** Of which group of the document it is. */
  tag: string;
  summary: string;
  description?: string;
  /** `signed-in`: whoever has a session; `open`: anyone. */
  permission: Permission | "signed-in" | "open";
  /** The commands that it stands for, as one types them. */
  commands: readonly string[];
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Files that it takes, by the field of the form. */
  upload?: Record<string, UploadField>;
  /** An example of the body, for the document. */
  example?: unknown;
  answer: RouteAnswer;
  refusals: readonly Refusal[];
  /**
   * On what the answer rests, where it depends on nothing else but the address, the day, and roles of whoever asks: it is kept then, and given again
   * while nothing of that changed. The JSON has the `head` of the docket that it was made of.
   */
  rests?: (params: Record<string, string>) => Rests;
  handle(context: RouteContext): Promise<Reply>;
}

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** Declares a route; what its handler is given has the types of its schemas. */
export function route<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  declared: Omit<Route, "handle" | "params" | "query" | "body"> & {
    params?: Params;
    query?: Query;
    body?: Body;
    handle(context: RouteContext<Read<Params>, Read<Query>, Read<Body>>): Promise<Reply>;
  },
): Route {
  return declared as unknown as Route;
}
