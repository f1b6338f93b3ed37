import { ImportError, type ImportFormat, type ImportHead } from "./format.js";

/** The first format, in the order of the registry, that takes a file for its own. */
export function recognise(head: ImportHead, formats: readonly ImportFormat[]): ImportFormat | undefined {
  return formats.find((format) => format.recognises(head));
}

/** Says what a file that no format recognises looks like, and what is known. */
export function unrecognised(head: ImportHead, formats: readonly ImportFormat[]): ImportError {
  const looks = /^\s*<(!doctype html|html)\b/i.test(head.text)
    ? "it is a web page, perhaps an error message instead of the list"
    : "no format recognises it";
  return new ImportError(`${looks}. Known are:\n${formats.map(({ title }) => `  ${title}`).join("\n")}`);
}
