import type { Letter } from "../../model/index.js";

/** What the place that a letter is shown in allows. */
export interface LetterOptions {
  /** Columns of the terminal, for text. */
  width: number;
}

/** One form of a letter: a function of it and of nothing else. */
export interface LetterForm {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  render(letter: Letter, options: LetterOptions): Promise<string | Uint8Array>;
}

/** Every form of a letter. Each is loaded when it is asked for. A new one is one file and one line. */
export const letterForms = {
  text: () => import("./text.js").then((room) => room.text),
  md: () => import("./markdown.js").then((room) => room.markdown),
  html: () => import("./html.js").then((room) => room.html),
  docx: () => import("./docx.js").then((room) => room.docx),
} satisfies Record<string, () => Promise<LetterForm>>;
