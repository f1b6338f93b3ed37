import type { HandlingMark, Permission, Role } from "../../src/model/index.js";
import { permissionWords, rolesWith } from "../parts/permission-words.js";
import { useAnswer } from "./use-answer.js";

/** Who is signed in, and what they may do. */
export interface SignedIn {
  name: string;
  roles: Role[];
  permissions: Permission[];
  seesUpTo: HandlingMark | null;
  access: "local" | "team";
  by: "link" | "session" | "token";
  until: string | null;
  /** Where things are kept, for the person at the machine. */
  machine: { data: string; docket: string; served: string } | null;
}

/** Whoever is signed in; undefined while that is not known. */
export function useSession(): SignedIn | undefined {
  return useAnswer<SignedIn>("/api/session").value;
}

/**
 * Whether whoever is signed in may do something. Until that is known it is taken to be allowed: the server decides anyway.
 *
 * @example const may = useMay(); may("case:write")
 */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) => session?.permissions.includes(permission) ?? true;
}

/** Why a control is not for whoever is signed in, in words that name who it is for. */
export function notAllowed(permission: Permission): string {
  const [first = "", ...others] = rolesWith(permission);
  const who = `${/^[aeiou]/.test(first) ? "an" : "a"} ${[first, ...others].join(" or ")}`;
  return `Your roles do not let you ${permissionWords[permission]}. Those of ${who} do (${permission}).`;
}
