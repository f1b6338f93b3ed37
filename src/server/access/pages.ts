/** The style of the pages by which one gets in; the page's policy allows no inline style. */
export const stylePath = "/sign-in/page.css";

const style = `:root{color-scheme:light dark;--ink:#1b2330;--soft:#55606f;--ground:#f4f6f8;--card:#fff;--edge:#c9d1da;--link:#0b57d0}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf3;--soft:#a7b2c0;--ground:#12171e;--card:#1b222c;--edge:#3a4552;--link:#8ab4f8}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{box-sizing:border-box;max-width:34rem;width:calc(100% - 2rem);padding:2rem;background:var(--card);border:1px solid var(--edge);border-radius:10px}
h1{margin:0 0 .75rem;font-size:1.35rem;line-height:1.3}
p{margin:.5rem 0;color:var(--soft)}
a{display:inline-block;margin-top:1rem;color:var(--link);font-weight:600}
a:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
`;

/** What a page says: a heading, sentences, and where to go from there. */
export interface Page {
  status: 200 | 400 | 401 | 403 | 503;
  title: string;
  sentences: readonly string[];
  link: { to: string; text: string };
  /** Goes there by itself: a page of ours that leads on is how the cookie, which no other site's link carries, comes along. */
  onward?: boolean;
}

/** The style as a file. */
export function styleAnswer(): Response {
  return new Response(style, { headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}

export function pageAnswer({ status, title, sentences, link, onward = false }: Page, headers = new Headers()): Response {
  const to = escaped(link.to);
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${onward ? `<meta http-equiv="refresh" content="0; url=${to}">\n` : ""}<title>${escaped(title)} · beholden</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${sentences.map((one) => `<p>${escaped(one).replace(/`([^`]+)`/g, "<code>$1</code>")}</p>`).join("\n")}
<a href="${to}">${escaped(link.text)}</a>
</main>
</body>
</html>
`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(html, { status, headers });
}

const again = { to: "/sign-in", text: "Sign in again" };

/** Not let in. It says the same to all who are not in the list, and names nobody who is. */
export const notListed: Page = {
  status: 403,
  title: "You are not let in here",
  sentences: [
    "Your sign-in was good, but this docket has no place for you, or not with what your sign-in says of you.",
    "Ask whoever invited you, or the administrator of this docket in your office, to put your user name, your verified e-mail address and your roles into its list of people.",
  ],
  link: { to: "/sign-in", text: "Sign in as somebody else" },
};

export const flowOver: Page = {
  status: 400,
  title: "This sign-in is over",
  sentences: ["It took too long, was finished before, or was begun in another browser. Nothing was lost."],
  link: again,
};

export const answerNotValid: Page = {
  status: 400,
  title: "The sign-in did not succeed",
  sentences: ["What came back from the sign-in service does not hold, or it said no. You are not signed in."],
  link: again,
};

export const issuerAway: Page = {
  status: 503,
  title: "The sign-in service does not answer",
  sentences: ["Who is signed in goes on working. Try again in a minute; if it lasts, tell whoever runs this server."],
  link: again,
};

/** Of a link of `beholden serve` that opens no session. */
export const wrongLink: Page = {
  status: 401,
  title: "This link opens nothing any more",
  sentences: [
    "Each link opens one session: it was used already, is void, or is of a server that has ended since.",
    "Press Enter where `beholden serve` runs, and open the link that it prints. What you typed before is kept in this browser.",
  ],
  link: { to: "/", text: "Go to the workbench, if this browser is signed in" },
};

export const signedOut: Page = {
  status: 200,
  title: "You are signed out",
  sentences: ["Your session here is worthless now, whoever has its cookie."],
  link: again,
};

export function signedIn(back: string): Page {
  return { status: 200, title: "Signed in", sentences: ["One moment."], link: { to: back, text: "Go on" }, onward: true };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
