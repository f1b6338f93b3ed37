import type { ImportFormat } from "./format.js";

/** Every format, the most telling first: a new one is one file and one line. */
export const importFormats: ImportFormat[] = [];
