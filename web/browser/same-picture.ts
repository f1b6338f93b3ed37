import type { Page } from "playwright-core";

/**
 * What a drawing or block on a page consists of, to be compared: elements with their classes, places and texts, in order. Numbers of sources stand for
 * the source that they lead to; what only a screen has, such as the stop of the keyboard, is left out.
 *
 * @param selector of what is compared; the first on the page
 */
export async function consistsOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    `(${function listed(of: string) {
      type Drawn = {
        nodeType: number;
        textContent: string;
        childNodes: Iterable<Drawn>;
        localName: string;
        className: string;
        getAttribute(name: string): string | null;
        querySelector(one: string): Drawn | null;
        cloneNode(deep: boolean): Drawn;
        normalize(): void;
      };
      const { document } = globalThis as unknown as { document: Drawn };
      const places = ["class", "d", "x", "y", "width", "height", "transform", "viewBox", "rx", "data-kind", "data-id"];
      const words = (text: string) => text.replace(/\s+/g, " ").trim();
      const lines: string[] = [];
      const visit = (node: Drawn, depth: number) => {
        if (node.nodeType === 3) {
          if (words(node.textContent)) lines.push(`${depth} ${words(node.textContent)}`);
          return;
        }
        if (node.nodeType !== 1) return;
        const told = places.flatMap((name) => (node.getAttribute(name) ? [`${name}=${node.getAttribute(name)}`] : []));
        lines.push(`${depth} <${node.localName} ${told.join(" ")}>`);
        const source = node.getAttribute("class") === "cite" ? document.querySelector(node.getAttribute("href") ?? "") : null;
        if (source) lines.push(`${depth} source: ${words(source.textContent)}`);
        else for (const child of node.childNodes) visit(child, depth + 1);
      };
      const found = document.querySelector(of)?.cloneNode(true);
      found?.normalize();
      for (const child of found?.childNodes ?? []) visit(child, 0);
      return lines;
    }.toString()})(${JSON.stringify(selector)})`,
  );
}
