import { Review } from "../../model/index.js";
import type { Report } from "../report.js";
import { inSchemaOrder } from "./schema-order.js";

/** The whole review, as `schemas/review.schema.json` describes it: keys in its order, two spaces, a line end at the end. */
export const json: Report = {
  id: "json",
  title: "JSON: the whole review",
  mediaType: "application/json",
  render: (review) => `${JSON.stringify(inSchemaOrder(Review, review), null, 2)}\n`,
};
