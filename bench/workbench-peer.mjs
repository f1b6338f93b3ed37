// What Chromium alone takes: the same page as text that was drawn once, and the same rows in a plain table, without any of our code.
import { createServer } from "node:http";

/**
 * Serves pages on a port of its own.
 *
 * @returns where, and how pages are put there
 */
export async function plainPages() {
  const pages = new Map();
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(pages.get(request.url) ?? "");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    put(path, text) {
      pages.set(path, text);
      return `${origin}${path}`;
    },
    stop: () => server.close(),
  };
}

/** What stands on a page, with the looks that it has, and no script. */
export async function standing(page) {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
    const copy = document.documentElement.cloneNode(true);
    for (const one of copy.querySelectorAll("script, link, meta[http-equiv]")) one.remove();
    return `<!doctype html><html lang="en"><style>${rules.join("\n")}</style>${copy.querySelector("body").outerHTML}</html>`;
  });
}

/** Every row in a plain table, with a filter that hides those that do not hold the words. */
export function plainTable(rows) {
  const text = (value) => String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join("")}</tr>`).join("\n");
  return `<!doctype html><html lang="en"><title>plain</title><main><search><input><p role="status">${rows.length}</p></search>
<table><tbody>${body}</tbody></table></main><script>
const rows = [...document.querySelectorAll("tr")];
document.querySelector("input").addEventListener("input", ({ target }) => {
  const words = target.value.toLowerCase().replace(/[a-z]+:/g, "").split(" ");
  let left = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    if (!row.hidden) left += 1;
  }
  document.querySelector("p").textContent = left + " of " + rows.length;
});
</script></html>`;
}
