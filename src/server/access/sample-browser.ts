/** A browser of a test: keeps cookies of each origin, and follows redirects and pages that lead on. */
export interface SampleBrowser {
  cookies: Map<string, string>;
  /** Every `Set-Cookie` that it was sent. */
  set: string[];
  /** Asks once, and follows nothing. */
  ask(address: string, more?: RequestInit): Promise<Response>;
  /** Goes to an address and on from there, until an address that `until` names or a page that leads nowhere. */
  go(address: string, until?: (address: string) => boolean): Promise<{ address: string; answer: Response; text: string }>;
}

export function sampleBrowser(): SampleBrowser {
  const cookies = new Map<string, string>();
  const set: string[] = [];

  const ask = async (address: string, more: RequestInit = {}): Promise<Response> => {
    const { origin } = new URL(address);
    const own = [...cookies]
      .filter(([name]) => name.startsWith(`${origin} `))
      .map(([name, value]) => `${name.slice(origin.length + 1)}=${value}`);
    const headers = new Headers({ "User-Agent": "a browser of a test", ...(more.headers as Record<string, string>) });
    if (own.length > 0 && !headers.has("Cookie")) headers.set("Cookie", own.join("; "));
    const answer = await fetch(address, { ...more, headers, redirect: "manual" });
    for (const one of answer.headers.getSetCookie()) {
      set.push(one);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      const gone = /max-age=0/i.test(one) || /expires=Thu, 01 Jan 1970/i.test(one);
      if (gone) cookies.delete(`${origin} ${name}`);
      else cookies.set(`${origin} ${name}`, value);
    }
    return answer;
  };

  const go: SampleBrowser["go"] = async (start, until = () => false) => {
    let address = start;
    for (let step = 0; step < 20; step++) {
      const answer = await ask(address);
      const text = await answer.text();
      const refresh = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(text)?.[1];
      const onward = answer.headers.get("Location") ?? refresh;
      if (!onward) return { address, answer, text };
      const next = new URL(onward, address).href;
      if (until(next)) return { address: next, answer, text };
      address = next;
    }
    throw new Error(`twenty redirects from ${start}`);
  };

  return { cookies, set, ask, go };
}
