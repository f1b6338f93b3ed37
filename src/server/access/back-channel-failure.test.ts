import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Docket, DocketError, openDocket } from "../../docket/index.js";
import { backChannel } from "./back-channel.js";
import type { Issuer } from "./issuer.js";

it("takes a sign-out again that the docket could not record the first time", async () => {
  const docket = await openDocket(join(mkdtempSync(join(tmpdir(), "back-channel-")), "docket.db"), { create: true });
  let fails = true;
  const database: typeof docket.database = {
    ...docket.database,
    write: (work) => (fails ? Promise.reject(new DocketError("unavailable", "the database does not answer")) : docket.database.write(work)),
  };
  const at = new Date("2026-11-27T12:00:00Z");
  const loggedOut: Issuer["loggedOut"] = async () => ({ session: "s1", subject: null, token: "t1", at });
  const answer = backChannel({
    docket: Object.assign(Object.create(docket) as Docket, { database }),
    issuer: { loggedOut } as Issuer,
    issuerName: "https://issuer.example",
    clock: () => at,
    tell: () => {},
  });
  const asked = () =>
    new Request("https://beholden.example/sign-out/back-channel", { method: "POST", body: new URLSearchParams({ logout_token: "x" }) });
  await expect(answer(asked())).rejects.toThrow("does not answer");
  fails = false;
  expect((await answer(asked())).status).toBe(200);
  await expect(answer(asked())).rejects.toThrow("it was used before");
  await docket.close();
});
