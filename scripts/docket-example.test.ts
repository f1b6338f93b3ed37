import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AskedCommands, askedCommands } from "./asked-commands.js";
import { root } from "./document-commands.js";

const command = join(root, "dist/beholden.js");

describe.skipIf(!existsSync(command))("examples/alibaba-cloud-2022/docket.sh (needs npm run build)", () => {
  let commands: AskedCommands;
  beforeAll(async () => {
    commands = await askedCommands();
  });
  afterAll(() => commands.stop());

  it("runs a review from referral to Final Determination", async () => {
    const folder = mkdtempSync(join(tmpdir(), "docket-example-"));
    const script = spawn("bash", [join(root, "examples/alibaba-cloud-2022/docket.sh"), folder], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...commands.env, BEHOLDEN: commands.command },
    });
    const ended = new Promise<number | null>((done) => script.once("close", done));
    const [stdout, stderr, status] = await Promise.all([text(script.stdout), text(script.stderr), ended]);
    expect(stderr).toContain("is not possible in RESPONSE");
    expect(stderr).toContain("791.107, 791.108");
    expect(status, stderr).toBe(0);
    // 30 days after 1 March 2022 are 31 March; after 3 March, 2 April. 180 days after 15 December 2021 are 13 June 2022.
    expect(stdout).toMatch(/response\) moved from Thu\s+2022-03-31 to Sat 2022-04-02/);
    expect(stdout).toMatch(/final-determination .*Mon 2022-06-13/);
    expect(stderr).toContain("A. Analyst proposed decision d1, and nobody approves what is their own");
    expect(stdout).toContain("MITIGATED since 2022-06-01");
    // Reviewed as of 23 November 2026, the case can no longer be judged: the data security rules want facts that nobody declared.
    expect(stdout).toContain("DECIDED ON AN OLDER STATE");
    expect(stdout).toContain("event 6 (response-received of 2022-03-30) changed: on is 2022-03-31, was 2022-03-30");
    expect(stdout).toMatch(/was attached: as of 2026-11-23 \(was\s+2022-01-18\)/);
    expect(stdout).toContain("The determination changes from permitted with measures to cannot be judged.");
    expect(stdout).toContain("was done by this request before");
    expect(stdout).toContain("The bundle is intact.");
    expect(stdout).toContain("The journal is unbroken.");
    // The letters of the second course. 30 days after 22 May 2025 are 21 June, 180 days 18 November.
    expect(stderr).toMatch(/letter l3 is not complete. Missing:\n(.*\n)*.*source missing/);
    expect(stderr).toContain("A. Analyst wrote on letter l3 (A. Analyst), and nobody approves what is their own.");
    expect(stdout).toMatch(/Starts Response of the parties: \s*last\s+day\s+2025-06-21/);
    expect(stdout).toMatch(/Starts Final Determination: \s*last\s+day\s+2025-11-18/);
    expect(stdout).toMatch(/Starts Answer to a demand for information: \s*last\s+day\s+2025-04-04/);
    expect(stdout).toContain("ALIBABA-SUPPOSED l3: letter issued, was done by this request before");
    for (let number = 1; number <= 7; number += 1) expect(stdout).toContain(`L-2025-000${number}`);
    expect(stdout.replace(/\s+/g, " ")).toContain("is exactly what was issued: letter L-2025-0006");
    expect(stdout).toContain("MITIGATED since 2025-09-01");
    const released = readFileSync(join(folder, "public-version.html"), "utf8");
    expect(released).toContain("[withheld: confidential business information, 15 CFR 791.102, 791.109(c)]");
    expect(released).not.toContain("214");
    expect(readFileSync(join(folder, "deadlines.ics"), "utf8")).toContain("DTSTART;VALUE=DATE:20220402");
  }, 300_000);
});
