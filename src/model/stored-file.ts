import { z } from "zod";
import { Sha256 } from "./journal.js";

/**
 * A file that a docket keeps by its digest. The state of an object names the files that belong to it in `files`, so that a bundle, a backup
 * and a check find them without knowing what the object is.
 */
export const StoredFile = z.strictObject({
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  mediaType: z.string().max(200).describe("what the content was found to be"),
  name: z.string().min(1).max(255).describe("a file name, without folders"),
  role: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe("what it is to its object, such as original, text, docx"),
});
export type StoredFile = z.infer<typeof StoredFile>;
