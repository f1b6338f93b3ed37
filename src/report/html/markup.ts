import { visible } from "../visible.js";

/** Markup that is safe to put into a page; only `html` makes it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | undefined | readonly (Markup | string)[];

/** Builds markup from a template: every value that is no markup already is escaped, so text from artefacts stays text. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, piece, at) => text + render(parts[at - 1]) + piece));
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return part.map((one) => render(one)).join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A link to a source on the web; undefined for an address that is not one of the web over TLS. */
export function sourceLink(address: string, label: string): Markup | undefined {
  return /^https:\/\/[^\s"'<>]+$/.test(address) ? html`<a href="${address}" rel="noreferrer noopener">${label}</a>` : undefined;
}

/** Markup only where the condition holds. */
export function when(condition: unknown, markup: () => Markup): Markup {
  return condition ? markup() : new Markup("");
}
