import type { Format } from "./format.js";

/** Every format that can be read, one line each. The first that recognises a file reads it, so the narrower stand first. */
export const formats: readonly Format[] = [];
