import type { DocketConflict } from "../../src/model/index.js";

/** What went wrong with a request, as the server tells it, or as this page found it. */
export interface RequestFailure {
  /** `unreachable`: no answer came; `signed-out`: the session is over; the others by the server's word. */
  kind: "unreachable" | "signed-out" | "forbidden" | "not-found" | "refused" | "conflict" | "fault";
  what: string;
  action: string;
  /** Short, to be copied into a report. */
  code: string;
  issues: readonly { where: string; message: string }[];
  /** Of a save on an older version: what was there, mine, theirs, and both in one. */
  conflict?: DocketConflict | undefined;
}

/** A request that was not answered as asked. */
export class RequestFailed extends Error {
  readonly failure: RequestFailure;
  constructor(failure: RequestFailure) {
    super(failure.what);
    this.failure = failure;
  }
}

/** Told where no answer came at all. */
export const unreachable: RequestFailure = {
  kind: "unreachable",
  what: "The server does not answer.",
  action: "What you see is what was read last; what you typed is kept in this browser. Look whether `beholden serve` still runs.",
  code: "unreachable",
  issues: [],
};

const kinds: Readonly<Record<number, RequestFailure["kind"]>> = {
  401: "signed-out",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
};

/** A failed answer in the page's words; the server's own stand where it gave some. */
export async function failureOf(response: Response): Promise<RequestFailure> {
  const told = (await response.json().catch(() => null)) as Partial<{
    title: string;
    action: string | null;
    code: string;
    reference: string;
    issues: { where: string; message: string }[];
    conflict: DocketConflict;
  }> | null;
  const kind = kinds[response.status] ?? (response.status >= 500 ? "fault" : "refused");
  return {
    kind,
    what: told?.title ?? `The server answered ${response.status}.`,
    action: told?.action ?? (kind === "signed-out" ? signInAgain : ""),
    code: [told?.code ?? String(response.status), told?.reference].filter(Boolean).join(" "),
    issues: told?.issues ?? [],
    conflict: told?.conflict,
  };
}

const signInAgain = "Press Enter where `beholden serve` runs and open the new link; what you typed stays in this browser.";
