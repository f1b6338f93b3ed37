import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { openDocket } from "../../docket/index.js";
import { packageRoot } from "../../package-root.js";
import { sampleBrowser } from "./sample-browser.js";
import { sampleClient, startIssuer } from "./sample-issuer.js";
import { freeOrigin, listPerson } from "./sample-team.js";

const program = join(packageRoot(), "dist", "beholden.js");

it.skipIf(!existsSync(program))(
  "beholden serve --oidc lets people in by their issuer, and ends by SIGTERM with what it was told",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "serve-team-"));
    const origin = await freeOrigin();
    const issuer = await startIssuer(origin);
    issuer.accounts.set("s-ana", {});
    issuer.next.subject = "s-ana";
    const docket = await openDocket(join(folder, "docket.db"), { create: true });
    await listPerson(docket, "ana", ["administrator"], { subject: "s-ana" });
    await docket.close();
    writeFileSync(join(folder, "oidc.yaml"), `issuer: ${issuer.address}\nclientId: ${sampleClient.clientId}\npublicAddress: ${origin}\n`);
    const words = ["serve", "--oidc", join(folder, "oidc.yaml"), "--port", new URL(origin).port, "--data", folder];
    const server = spawn(process.execPath, [program, ...words], {
      env: { ...process.env, BEHOLDEN_OIDC_SECRET: sampleClient.clientSecret },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let remarks = "";
    server.stderr.on("data", (piece) => {
      remarks += String(piece);
    });
    try {
      expect((await once(createInterface({ input: server.stdout }), "line"))[0]).toBe(origin);
      const browser = sampleBrowser();
      await browser.go(`${origin}/sign-in`);
      expect(await (await browser.ask(`${origin}/api/session`)).json()).toMatchObject({
        name: "ana",
        roles: ["administrator"],
        access: "team",
      });
      server.kill("SIGTERM");
      expect(await once(server, "exit")).toEqual([0, null]);
      expect(remarks).toContain(`to whom ${issuer.address} vouches for`);
      expect(remarks).toContain("stopping; requests under way may end");
      expect(remarks).not.toContain(sampleClient.clientSecret);
    } finally {
      server.kill("SIGKILL");
      await issuer.stop();
    }
  },
  60_000,
);

it.skipIf(!existsSync(program))("beholden serve --oidc takes no name for the address of a proxy", async () => {
  const words = ["serve", "--oidc", "none.yaml", "--trusted-proxy", "proxy.example.gov"];
  const server = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "ignore", "pipe"] });
  let remarks = "";
  server.stderr.on("data", (piece) => {
    remarks += String(piece);
  });
  expect(await once(server, "close")).toEqual([2, null]);
  expect(remarks.replace(/\s+/g, " ")).toContain("--trusted-proxy proxy.example.gov is no address");
});
