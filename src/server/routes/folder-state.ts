import { z } from "zod";
import { FolderState, ShelvedReview } from "../../model/index.js";
import { folderState } from "../../reviews/folder-state.js";
import { keptReview } from "../kept-review.js";
import { type Route, route } from "../route.js";

/** Whether a kept review is of the present state of its folder. */
export const folderStateRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/reviews/{review}/folder-state",
    id: "showFolderState",
    tag: "reviews",
    summary: "Which files that a review read are otherwise or gone in its folder since; what came into the folder is not looked for",
    permission: "review:read",
    commands: [],
    params: z.strictObject({ review: ShelvedReview.shape.id }),
    answer: { description: "The files", schema: FolderState },
    refusals: ["not-found"],
    handle: async (context) => ({ json: await folderState(await keptReview(context, context.params.review)) }),
  }),
];
