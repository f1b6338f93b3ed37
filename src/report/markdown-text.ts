import { visible } from "./visible.js";

/**
 * Text of artefacts as text in Markdown: everything that Markdown or HTML would act on is escaped, and no name after an @ or number
 * after a # becomes a mention or a link on a code host.
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>#|~&]|(?<=\])\(/g, (character) => (/[<>&]/.test(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`))
    .replace(/@|(?<=\\)#/g, (character) => `${character}<!-- -->`);
}

/** Text between backticks; a backtick in it becomes an apostrophe, a bar is escaped for tables. */
export function code(text: string): string {
  return `\`${visible(text).replace(/`/g, "'").replace(/\|/g, "\\|")}\``;
}
