import type { BundleVerification, PeopleList, Role, SessionList, TokenChange, TokenList } from "../../src/model/index.js";
import { send } from "./client.js";
import { type Answered, refreshAnswers, useAnswer } from "./use-answer.js";

/** Everybody who is let in; null asks for nothing. */
export function usePeople(wanted: boolean): Answered<PeopleList> {
  return useAnswer<PeopleList>(wanted ? "/api/people?retired=true" : null);
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

/** Lets nobody in as somebody any more, from the next request on. */
export async function retirePerson(id: string, why: string, key: string): Promise<void> {
  await send(`/api/people/${encodeURIComponent(id)}/retirement`, why ? { why } : {}, { key });
  refreshAnswers("/api/people");
}

/** Lets somebody in again who retired, on the version that was seen. */
export async function restorePerson(id: string, why: string, sent: { key: string; seen: number }): Promise<void> {
  await send(`/api/people/${encodeURIComponent(id)}`, { reinstate: true, ...(why ? { why } : {}) }, { ...sent, method: "PATCH" });
  refreshAnswers("/api/people");
}

/** Makes a token of one's own. Its secret is told this once. */
export async function makeToken(asked: { name: string; roles: Role[]; until: string }, key: string): Promise<TokenChange> {
  const made = await send<TokenChange>("/api/tokens", asked, { key });
  refreshAnswers("/api/tokens");
  return made;
}

export async function withdrawToken(id: string, key: string): Promise<void> {
  await send(`/api/tokens/${id}`, {}, { key, method: "DELETE" });
  refreshAnswers("/api/tokens");
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
