import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findToken, noteRefusals, openDocket, signIn } from "../docket/index.js";
import {
  PeopleList,
  PersonChange,
  SessionLimits,
  SessionList,
  SessionsEnded,
  ShownPerson,
  SignInRefusals,
  TokenChange,
  TokenList,
} from "../model/index.js";
import { addDocketCommand } from "./docket.js";
import { runCommand } from "./sample-run.js";

let folder = "";
const by = ["--by", "root"];
const at = () => new Date().toISOString();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "docket-access-"));
  await run("person", "add", "boss", "--role", "administrator", ...by);
  await run(
    "person",
    "add",
    "ana",
    "--name",
    "Ana Ruiz",
    "--subject",
    "s-ana",
    "--role",
    "analyst",
    "--role",
    "clerk",
    "--why",
    "order 7",
    ...by,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function run(...words: string[]): Promise<string> {
  const { stdout } = await runCommand((program: Command) => addDocketCommand(program), "docket", ...words, "--data", folder, "--quiet");
  return stdout;
}
const json = async (...words: string[]): Promise<unknown> => JSON.parse(await run(...words, "--format", "json"));
async function onDocket<Result>(work: (docket: Awaited<ReturnType<typeof openDocket>>) => Promise<Result>): Promise<Result> {
  const docket = await openDocket(join(folder, "docket.db"), { create: false });
  try {
    return await work(docket);
  } finally {
    await docket.close();
  }
}
const begin = () =>
  onDocket((docket) => {
    const vouched = { subject: "s-ana", email: null, emailVerified: false, issuerSession: null, groupRoles: [] };
    return signIn(docket, vouched, { at: at(), limits: SessionLimits.parse({}), emailDomains: [], browser: "Firefox of a test" });
  });

describe("beholden docket person", () => {
  it("lists, shows, changes, retires and takes back, each grant with who gave it and why", async () => {
    expect(PeopleList.parse(await json("person", "list")).people.map(({ id, roles }) => [id, roles])).toEqual([
      ["ana", ["analyst", "clerk"]],
      ["boss", ["administrator"]],
    ]);
    expect(PersonChange.parse(await json("person", "edit", "ana", "--role", "reader", ...by)).person.roles).toEqual(["reader"]);
    const shown = ShownPerson.parse(await json("person", "show", "ana"));
    expect(shown.entries.map(({ by: who, roles, reason }) => [who, roles, reason])).toEqual([
      ["root", ["analyst", "clerk"], "order 7"],
      ["root", ["reader"], null],
    ]);
    await run("person", "retire", "ana", "--why", "left", ...by);
    expect(PeopleList.parse(await json("person", "list")).people.map(({ id }) => id)).toEqual(["boss"]);
    expect(PeopleList.parse(await json("person", "list", "--retired")).people).toHaveLength(2);
    expect(PersonChange.parse(await json("person", "edit", "ana", "--reinstate", ...by)).person.retired).toBe(false);
    const text = await run("person", "show", "ana");
    expect(text).toContain("Ana Ruiz");
    expect(text).toContain("order 7");
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(120);
  });

  it.each<[string[], RegExp]>([
    [["add", "Ana"], /is no user name/],
    [["add", "eve", "--role", "king"], /--role king is none. Expected one of reader/],
    [["add", "eve", "--subject", "s-ana"], /that subject is ana's already/],
    [["edit", "ana"], /it is not said what of ana changes/],
    [["edit", "nobody", "--name", "X"], /there is no person nobody/],
    [["edit", "ana", "--seen", "x", "--name", "X"], /--seen x is no number/],
    [["retire", "boss"], /boss is the last administrator/],
  ])("refuses %j", async (words, expected) => {
    await expect(run("person", ...words, ...by)).rejects.toThrow(expected);
  });
});

describe("beholden docket token", () => {
  it("shows a token once, in a line of its own, lists it without its secret, and revokes it", async () => {
    const made = await run("token", "add", "ana", "--name", "nightly import", "--role", "clerk", "--days", "30", ...by);
    const [secret = ""] = /^beholden_[0-9a-f]{16}_[\w-]{43}$/m.exec(made) ?? [];
    expect((await onDocket((docket) => findToken(docket, secret, at())))?.roles).toEqual(["clerk"]);
    const list = await run("token", "list", "ana", "--format", "json");
    expect(list).not.toContain(secret.slice(-43));
    const [token] = TokenList.parse(JSON.parse(list)).tokens;
    expect(token).toMatchObject({ person: "ana", name: "nightly import", roles: ["clerk"], state: "good" });
    expect(await run("token", "list")).toMatch(/nightly import\s+clerk\s+until/);
    expect(TokenChange.parse(await json("token", "revoke", token?.id ?? "", ...by)).token.state).toBe("revoked");
    expect(await onDocket((docket) => findToken(docket, secret, at()))).toBeNull();
  });

  it.each<[string[], RegExp]>([
    [["add", "ana", "--name", "x", "--role", "approver"], /ana is no approver/],
    [["add", "ana", "--name", "x", "--role", "clerk", "--days", "many"], /--days many is none/],
    [["add", "ana", "--name", "x", "--role", "clerk", "--days", "400"], /lasts more than a year/],
    [["revoke", "0123456789abcdef"], /there is no token 0123456789abcdef/],
  ])("refuses %j", async (words, expected) => {
    await expect(run("token", ...words, ...by)).rejects.toThrow(expected);
  });
});

describe("beholden docket session and refused", () => {
  it("lists who is signed in, and ends all that a person has, as an entry", async () => {
    expect(SessionList.parse(await json("session", "list")).sessions).toEqual([]);
    await begin();
    await begin();
    expect(SessionList.parse(await json("session", "list", "ana")).sessions).toMatchObject([
      { person: "ana", own: false },
      { person: "ana" },
    ]);
    expect(await run("session", "list")).toContain("Firefox of a test");
    expect(SessionsEnded.parse(await json("session", "end", "ana", ...by)).ended).toBe(2);
    expect(await run("log", "--act", "signed-out")).toContain("root");
    expect(SessionsEnded.parse(await json("session", "end", "ana", ...by)).ended).toBe(0);
    await expect(run("session", "end", "nobody", ...by)).rejects.toThrow(/there is no person nobody/);
  });

  it("lists sign-ins that were refused, the newest first", async () => {
    expect(SignInRefusals.parse(await json("refused")).refusals).toEqual([]);
    await onDocket((docket) =>
      noteRefusals(docket, { reason: "not-listed", who: "eve@example.com", at: "2026-11-27T09:00:00.000Z", times: 3 }),
    );
    expect(SignInRefusals.parse(await json("refused")).refusals).toMatchObject([{ who: "eve@example.com", times: 3 }]);
    expect(await run("refused")).toMatch(/eve@example\.com/);
  });
});
