import { Redirect } from "wouter";
import type { Permission, ReviewShelf, ShelvedReview } from "../../src/model/index.js";
import { useShelf } from "../api/reviews.js";
import { useSession } from "../api/session.js";
import { globalScreens, reviewAddress } from "../frame/screens.js";
import { Failure, Waiting } from "../parts/state.js";
import { Start } from "./start.js";

/** The last review of the folder where there is one, else the three doors; for whom no review is, the first screen that is. */
export function First() {
  const { value, failure, again } = useShelf();
  const session = useSession();
  if (value) {
    const last = lastOfFolder(value);
    return last ? <Redirect to={reviewAddress(last.id)} replace /> : <Start />;
  }
  if (failure?.kind === "forbidden" && session) return <Redirect to={firstFor(session.permissions)} replace />;
  return failure ? <Failure failure={failure} what="the reviews" again={again} /> : <Waiting what="the reviews" />;
}

/** The newest review that was made of the served folder or of one below it, or lies in it; where none is served, as for a team, the newest of all. */
export function lastOfFolder({ folder, reviews }: ReviewShelf): ShelvedReview | undefined {
  return reviews.find(({ origin }) => folder === "" || (origin.kind !== "files" && liesIn(folder, origin.path)));
}

function liesIn(folder: string, path: string): boolean {
  const below = /[\\/]$/.test(folder) ? folder : `${folder}${folder.includes("\\") ? "\\" : "/"}`;
  return path === folder || path.startsWith(below);
}

/** Where somebody begins who sees no review. */
export function firstFor(permissions: readonly Permission[]): string {
  return globalScreens.find(({ needs }) => needs !== null && permissions.includes(needs))?.path ?? "/settings";
}
