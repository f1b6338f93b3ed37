import type { Format } from "./format.js";
import { terraformShow } from "./terraform-show.js";
import { terraformState } from "./terraform-state.js";

/** Every format that can be read, one line each. The first that recognises a file reads it, so the narrower stand first. */
export const formats: readonly Format[] = [
  terraformState, //
  terraformShow,
];
