import type { Outcome } from "../../model/index.js";

/** Select Graphic Rendition codes (ECMA-48, section 8.3.117). Colour never says what the words do not. */
const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], cyan: [36, 39] } as const;

/** Ways to set words apart; each gives the text back unchanged where colour is off. */
export interface Style {
  heading(text: string): string;
  quiet(text: string): string;
  outcome(outcome: Outcome, text: string): string;
}

export function styleFor(color: boolean): Style {
  const paint = (text: string, ...names: (keyof typeof codes)[]) =>
    color ? names.reduce((inner, name) => `\u001b[${codes[name][0]}m${inner}\u001b[${codes[name][1]}m`, text) : text;
  return {
    heading: (text) => paint(text, "bold"),
    quiet: (text) => paint(text, "dim"),
    outcome: (outcome, text) =>
      outcome === "prohibited" || outcome === "restricted"
        ? paint(text, "bold", "red")
        : outcome === "review"
          ? paint(text, "yellow")
          : paint(text, "cyan"),
  };
}
