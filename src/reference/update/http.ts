/** What goes wrong on the way to a file: who said what, and what to do. */
export class FetchError extends Error {
  override name = "FetchError";
  /** Whether the same request may succeed a little later. */
  readonly passing: boolean;
  /** Seconds after which the server asks to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(message: string, options: { passing?: boolean; retryAfter?: number | undefined; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.passing = options.passing ?? false;
    this.retryAfter = options.retryAfter;
  }
}

/** How long to wait for a server, in milliseconds. */
export interface Patience {
  /** Without a byte. */
  silence: number;
  /** For all of one answer. */
  total: number;
}

export interface Answer {
  /** Address that answered, after redirects. */
  url: URL;
  status: number;
  headers: Headers;
  /** The body in pieces, once; cut off by the patience that was given. */
  pieces(): AsyncGenerator<Uint8Array>;
  /** Lets the answer go unread. */
  cancel(): void;
}

const maxRedirects = 5;

/**
 * Asks for an address with GET and follows redirects, over HTTPS alone: plain HTTP is spoken only to this machine itself, and only where
 * the first address is on it. Throws `FetchError` where there is no answer in time; an answer of any status is given back.
 */
export async function get(address: string, headers: Record<string, string>, patience: Patience): Promise<Answer> {
  const first = new URL(address);
  const timer = new Timer(patience);
  try {
    let url = first;
    for (let hops = 0; ; hops += 1) {
      assertSecure(url, first);
      // Ranges and digests speak of the bytes as they are sent: no packing on the way.
      const response = await fetch(url, {
        headers: { ...headers, "accept-encoding": "identity" },
        redirect: "manual",
        signal: timer.signal,
      });
      timer.sign();
      const location = response.headers.get("location");
      if (!isRedirect(response.status) || location === null) return answerOf(url, response, timer);
      await response.body?.cancel();
      if (hops >= maxRedirects) throw new FetchError(`${first.host} redirects more than ${maxRedirects} times. Try again later.`);
      url = new URL(location, url);
    }
  } catch (error) {
    timer.stop();
    throw error instanceof FetchError ? error : timer.explain(error, first);
  }
}

function answerOf(url: URL, response: Response, timer: Timer): Answer {
  const { status, headers, body } = response;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of body ?? []) {
        timer.sign();
        yield piece as Uint8Array;
      }
    } catch (error) {
      throw timer.explain(error, url);
    } finally {
      timer.stop();
    }
  }
  const cancel = () => {
    timer.stop();
    timer.abort();
  };
  return { url, status, headers, pieces, cancel };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function assertSecure(url: URL, first: URL): void {
  if (url.protocol === "https:") return;
  if (url.protocol === "http:" && isLoopback(url) && isLoopback(first)) return;
  throw new FetchError(`${first.host} leads to ${url.origin}, which is not HTTPS: what comes from there could be anybody's.`);
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "127.0.0.1" || hostname === "[::1]";
}

/** Ends a request that stays silent, or takes too long in all. */
class Timer {
  private readonly controller = new AbortController();
  private readonly silence: NodeJS.Timeout;
  private readonly total: NodeJS.Timeout;
  private reason = "";

  constructor(patience: Patience) {
    this.silence = setTimeout(() => this.end(`sent nothing for ${patience.silence / 1000} s`), patience.silence).unref();
    this.total = setTimeout(() => this.end(`was not done within ${patience.total / 1000} s`), patience.total).unref();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Something came. */
  sign(): void {
    if (!this.signal.aborted) this.silence.refresh();
  }

  stop(): void {
    clearTimeout(this.silence);
    clearTimeout(this.total);
  }

  abort(): void {
    this.controller.abort();
  }

  explain(error: unknown, { host }: URL): FetchError {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const words = this.reason || `could not be reached: ${cause instanceof Error ? cause.message : String(cause)}`;
    return new FetchError(`${host} ${words}.`, { passing: true, cause: error });
  }

  private end(reason: string): void {
    this.reason = reason;
    this.abort();
  }
}
