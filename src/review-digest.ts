import { createHash } from "node:crypto";
import type { Review } from "./model/index.js";
import { json } from "./report/json/report.js";

/** SHA-256 of the bytes that `review --format json` prints: who has that file can tell that it is the state that was decided on. */
export function reviewDigest(review: Review): string {
  return createHash("sha256")
    .update(json.render(review, { width: 80, color: false }))
    .digest("hex");
}
