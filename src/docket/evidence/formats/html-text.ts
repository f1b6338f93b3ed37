import { Parser } from "htmlparser2";

/** What holds no text for a reader. */
const dropped = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg", "math"]);
const blocks = new Set(
  "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select summary table tbody tfoot thead title tr ul".split(
    " ",
  ),
);

/** The text of a page as a reader sees it with scripts and styles off, and what was left out. Nothing of it is run or fetched. */
export function htmlText(html: string): { text: string; scripts: number } {
  const pieces: string[] = [];
  let scripts = 0;
  let inside: string | null = null;
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (inside !== null) {
          if (name === inside) depth += 1;
          return;
        }
        if (name === "script") scripts += 1;
        if (dropped.has(name)) {
          inside = name;
          depth = 1;
        } else if (blocks.has(name)) pieces.push("\n");
        else if (name === "td" || name === "th") pieces.push("\t");
      },
      ontext(text) {
        if (inside === null) pieces.push(text);
      },
      onclosetag(name) {
        if (inside === name) {
          depth -= 1;
          if (depth === 0) inside = null;
        } else if (inside === null && blocks.has(name)) pieces.push("\n");
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  const text = pieces
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
  return { text, scripts };
}
