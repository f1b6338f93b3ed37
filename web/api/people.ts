import type { BundleVerification, PeopleList, Role, SessionList, TokenList } from "../../src/model/index.js";
import { send } from "./client.js";
import { type Answered, refreshAnswers, useAnswer } from "./use-answer.js";

/** Everybody who is let in; null asks for nothing. */
export function usePeople(wanted: boolean): Answered<PeopleList> {
  return useAnswer<PeopleList>(wanted ? "/api/people" : null);
}

export function useOwnSessions(): Answered<SessionList> {
  return useAnswer<SessionList>("/api/sessions");
}

export function useOwnTokens(): Answered<TokenList> {
  return useAnswer<TokenList>("/api/tokens");
}

/** Puts somebody into the list. */
export async function addPerson(asked: { id: string; name: string; email: string | null; roles: Role[] }, key: string): Promise<void> {
  await send("/api/people", asked, { key });
  refreshAnswers("/api/people");
}

/** Gives somebody other roles, on the version that was seen. */
export async function changeRoles(id: string, roles: readonly Role[], sent: { key: string; seen: number }): Promise<void> {
  await send(`/api/people/${encodeURIComponent(id)}`, { roles }, { ...sent, method: "PATCH" });
  refreshAnswers("/api/people");
}

export interface BackupList {
  backups: { name: string; bytes: number }[];
}

export function useBackups(wanted: boolean): Answered<BackupList> {
  return useAnswer<BackupList>(wanted ? "/api/backups" : null);
}

/** Makes a backup of the whole docket, in the folder of data of the server. */
export async function makeBackup(key: string): Promise<void> {
  await send("/api/backups", {}, { key });
  refreshAnswers("/api/backups");
}

/** Verifies a backup as a restore would, and does nothing. */
export function tryRestore(file: File, key: string): Promise<BundleVerification> {
  const form = new FormData();
  form.append("bundle", file, file.name);
  return send<BundleVerification>("/api/restore?dryRun=true", form, { key });
}
