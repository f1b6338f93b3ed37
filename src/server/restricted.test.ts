import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Argument, Command } from "commander";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commandLine } from "../cli/program.js";
import type { JournalEntry } from "../model/index.js";
import { roles } from "../model/index.js";
import type { Route } from "./route.js";
import { routes } from "./routes/registry.js";
import { fillRestrictedCase, planted, restrictedCase } from "./sample-restricted.js";
import { type SampleServer, sampleServer } from "./sample-server.js";

/** Who asks in these tests; nobody else writes meanwhile. */
const reader = "Rita Long";
let server: SampleServer;
let files = "";

async function begin(): Promise<void> {
  const rate = { burst: 1e9, perSecond: 1e9 };
  server = await sampleServer({ limits: { session: rate, stranger: rate } });
  await fillRestrictedCase(server.docket);
  files = join(server.folder, "given");
  mkdirSync(files);
  const issued = await server.ask("GET", `/api/cases/${restrictedCase}/letters/l1/files/html`, { as: roles });
  writeFileSync(join(files, "letter.html"), await issued.text());
  const bundle = await server.ask("POST", `/api/cases/${restrictedCase}/bundle`, { as: roles });
  writeFileSync(join(files, "case.zip"), new Uint8Array(await bundle.arrayBuffer()));
}

async function entriesSince(number: number): Promise<JournalEntry[]> {
  return (await server.docket.read((view) => view.entries({ after: number }))).filter(({ body }) => body.by === reader);
}
/** Outputs that are no telling of the record, or are the very bytes of something: each with its ground. */
const withoutHead: Readonly<Record<string, string>> = {
  "docket evidence grades": "is made from no docket",
  "docket template show": "as text: the template, to be edited and set again",
  "docket run result": "is the result byte for byte",
  "docket letter get": "is the letter byte for byte, with the head that it was issued on",
  "docket refused": "no part of the journal: a stranger must not be able to fill it",
  "docket session list": "no part of the journal",
  "docket session end": "no part of the journal",
};

/** Whether an output names a head of the journal: of a letter or a bundle it is the one that it was made on. */
async function namesHead(shown: string): Promise<boolean> {
  const heads = await server.docket.read((view) => view.entries({}));
  const told = shown.replace(/\s+/g, "");
  return heads.some(({ digest }) => told.includes(digest));
}

const headNow = async () => (await server.docket.read((view) => view.head())).number;

/** Whether entries tell that something restricted was read, taken out, or changed by whoever is answered with it. */
function tellsOfIt(entries: JournalEntry[]): boolean {
  return entries.some(({ body: { act, before, after } }) => {
    const isRestricted = [before, after].some((state) => (state as { handling?: string } | null)?.handling === "restricted");
    return act === "exported" || isRestricted;
  });
}

/** What may be in the place of an argument or a parameter, so that everything of the case is asked for. */
const inPlace: Readonly<Record<string, readonly string[]>> = {
  case: [restrictedCase],
  evidence: ["e1", "e2"],
  quote: ["q1", "q2"],
  quotes: ["q1", "q2"],
  fact: ["f1", "f2", "f3"],
  id: ["e1", "e2", "q1", "q2", "f1", "f2", "f3"],
  run: ["r1"],
  decision: ["d1", "d2"],
  letter: ["l1", "l2", "l3"],
  deadline: ["response"],
  event: ["agencies-notified", "1"],
  number: ["1"],
  template: ["own-notice", "notice"],
  name: ["own-notice", "notice"],
  user: ["nobody"],
  person: ["nobody"],
  text: ["A remark."],
  words: ["Quillwort keeps", "Quillwort"],
  what: ["1", "deadline/response"],
  form: ["html", "json", "md"],
  procedure: ["us-icts"],
};

describe("every command on a docket names the head, and shows nothing restricted without an entry", () => {
  beforeAll(begin, 60_000);
  afterAll(() => server.stop());

  /** Arguments that name a file of this machine, by command. */
  const given = (name: string): string => {
    if (name === "docket verify" || name === "docket import" || name === "docket restore") return join(files, "case.zip");
    return join(files, "letter.html");
  };
  /** What a command has to be told besides, so that it does its work. */
  const told: Readonly<Record<string, readonly string[]>> = {
    "docket attach": ["--dossier", "selectel", "--handling", "restricted"],
    "docket decide": ["--run", "r1", "--outcome", "prohibited"],
    "docket edit": ["--caption", "Acme"],
    "docket evidence grade": ["--reliability", "B"],
    "docket evidence recheck": ["--dry-run"],
    "docket fact edit": ["--note", "as told"],
    "docket letter edit": ["--field", "to=Acme Ltd", "--seen", "1"],
    "docket move": ["--on", "2025-03-20"],
    "docket correct": ["--on", "2025-02-12", "--why", "a slip"],
  };
  const required: Readonly<Record<string, string>> = {
    "--caption": "Acme",
    "--why": "as told",
    "--handling": "restricted",
    "--verdict": "fit",
    "--on": "2025-03-20",
    "--service": "by-hand",
    "--name": "a script",
    "--as": "same",
    "--citation": "15 CFR 791.103(a)",
    "--to": "",
  };

  const below = (command: Command, before: string[] = []): [string, Command][] =>
    command.commands.flatMap((one) => {
      const words = [...before, one.name()];
      return one.commands.length > 0 ? below(one, words) : [[words.join(" "), one] as [string, Command]];
    });
  const all = below(commandLine("0")).filter(([name]) => name.startsWith("docket "));
  const isRecording = (command: Command) => command.options.some(({ long }) => long === "--key");
  // What reads is asked before anything is changed.
  const inOrder = [...all.filter(([, one]) => !isRecording(one)), ...all.filter(([, one]) => isRecording(one))];

  function valuesOf(argument: Argument, command: string): (string | null)[] {
    const name = argument.name();
    const values = /^(file|bundle|path|paths)$/.test(name) ? [given(command)] : inPlace[name];
    if (!values) throw new Error(`${command} has an argument ${name}: say in this test what stands in its place`);
    return argument.required ? [...values] : [null, ...values];
  }
  let made = 0;
  function optionsOf(name: string, command: Command): string[] {
    const needed = command.options
      .filter(({ mandatory, defaultValue }) => mandatory && defaultValue === undefined)
      .flatMap(({ long }) => {
        const value = required[long ?? ""];
        if (value === undefined) throw new Error(`${name} needs ${long}: say in this test what it is given`);
        return [`${long}=${long === "--to" ? join(files, `out-${made++}`) : value}`];
      });
    return [...(told[name] ?? []), ...needed, ...(command.options.some(({ long }) => long === "--by") ? ["--by", reader] : [])];
  }
  async function run(words: string[]): Promise<string> {
    const written: string[] = [];
    const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const warn = vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    try {
      await commandLine("0")
        .configureOutput({ writeErr: () => {} })
        .parseAsync(words, { from: "user" });
    } catch (error) {
      written.push(String(error));
    } finally {
      write.mockRestore();
      warn.mockRestore();
      process.exitCode = undefined;
    }
    return written.join("");
  }
  const combined = (lists: (string | null)[][]): (string | null)[][] =>
    lists.reduce<(string | null)[][]>((before, list) => before.flatMap((one) => list.map((value) => [...one, value])), [[]]);

  let worked = 0;
  it.each(inOrder)(
    "%s",
    async (name, command) => {
      const format = command.options.find(({ long }) => long === "--format");
      for (const values of combined(command.registeredArguments.map((one) => valuesOf(one, name)))) {
        for (const form of format?.argChoices?.filter((one) => one !== "docx") ?? [null]) {
          const before = await headNow();
          const words = [...name.split(" "), ...values.filter((one) => one !== null), ...optionsOf(name, command)];
          const shown = await run([...words, ...(form === null ? [] : ["--format", form]), "--database", join(server.folder, "docket.db")]);
          const isDone = !/^\w*Error/.test(shown);
          if (isDone) worked += 1;
          if (isDone && withoutHead[name] === undefined)
            expect(await namesHead(shown), `the head: ${words.join(" ")} as ${form}\n${shown}`).toBe(true);
          const echoed = values.filter((one) => one !== null).reduce((text, value) => text.replaceAll(value, ""), shown);
          if (planted.test(echoed))
            expect(tellsOfIt(await entriesSince(before)), `${words.join(" ")}\n${shown.slice(0, 2_000)}`).toBe(true);
        }
      }
    },
    60_000,
  );

  it("went through commands that did something", () => expect(worked).toBeGreaterThan(60));
});

describe("every route to a case names the head, and shows nothing restricted without an entry", () => {
  beforeAll(begin, 60_000);
  afterAll(() => server.stop());

  const queries: Readonly<Record<string, readonly string[]>> = {
    record: ["", "?restricted=true"],
    recordOfCase: ["", "?restricted=true"],
    countDeadline: ["?deadline=response"],
    showEvidence: ["", "?page=1"],
    getEvidenceFile: ["", "?part=text"],
  };
  const bodies: Readonly<Record<string, unknown>> = {
    takeQuote: { exact: "Quillwort keeps" },
    markEvidence: { handling: "restricted" },
    recheckQuotes: { quotes: [], record: false },
    editLetter: { fields: { to: "Acme Ltd" }, seen: 1 },
    proposeDecision: { title: "Determination", run: "r1", outcome: "prohibited" },
  };
  const ofCase = routes.filter(
    ({ path, tag }) => path.includes("{case}") || ["cases", "record", "clocks", "letters", "templates"].includes(tag),
  );
  const inOrder = [...ofCase.filter(({ method }) => method === "GET"), ...ofCase.filter(({ method }) => method !== "GET")];

  function addressesOf({ path, id, query }: Route): string[] {
    const filled = (path.match(/\{\w+\}/g) ?? []).reduce<string[]>(
      (before, part) => {
        const values = inPlace[part.slice(1, -1)];
        if (!values) throw new Error(`${path} has a parameter ${part}: say in this test what stands in its place`);
        return before.flatMap((one) => values.map((value) => one.replace(part, value)));
      },
      [path],
    );
    const forms = (query?.shape.format as { unwrap?: () => { options?: string[] } } | undefined)?.unwrap?.().options ?? [];
    const asked = queries[id] ?? (forms.length > 0 ? forms.filter((form) => form !== "docx").map((form) => `?format=${form}`) : [""]);
    return filled.flatMap((one) => asked.map((text) => `${one}${text}`));
  }
  const bodyOf = (route: Route): unknown => {
    if (!route.upload) return bodies[route.id] ?? route.example;
    const form = new FormData();
    for (const [field, { needed }] of Object.entries(route.upload)) if (needed) form.append(field, new File(["name\n"], "given.txt"));
    return form;
  };

  it("names in lists what is restricted, so that it can be opened", async () => {
    const list = async (path: string) =>
      ((await (await server.ask("GET", `/api/cases/${restrictedCase}${path}`, { as: ["analyst"] })).json()) as { restricted: string[] })
        .restricted;
    expect(await list("/facts")).toEqual(expect.arrayContaining(["fact f1", "fact f3", "quote q1", "quote q2"]));
    expect(await list("/evidence")).toEqual(expect.arrayContaining(["evidence e1", "fact f3"]));
    expect(await list("")).toEqual(expect.arrayContaining(["run r1", "decision d1", "fact f3"]));
    expect(await list("/letters")).toEqual(expect.arrayContaining(["letter l1", "letter l3"]));
  });

  /** The very bytes of something, and what is made from no docket. */
  const isBytes = new Set(["getRunResult", "getLetterFile", "getEvidenceFile", "exportCase", "listProcedures", "showProcedure"]);
  const read = new Set<string>();
  it.each(inOrder.map((route) => [route.method, route.path, route] as const))(
    "%s %s",
    async (method, _path, route) => {
      for (const address of addressesOf(route)) {
        const before = await headNow();
        const answer = await server.ask(method, address, { by: reader, as: roles, body: bodyOf(route) });
        // What a refusal repeats of the request is no reading.
        const text = (await answer.text()).replaceAll("Quillwort keeps", "");
        expect(answer.status, `${address} ${text}`).toBeLessThan(500);
        const isTold = answer.ok && !isBytes.has(route.id) && /json|text/.test(answer.headers.get("Content-Type") ?? "");
        if (isTold) expect(await namesHead(text), `the head: ${method} ${address}\n${text.slice(0, 2_000)}`).toBe(true);
        if (planted.test(text)) {
          read.add(route.id);
          expect(tellsOfIt(await entriesSince(before)), `${method} ${address}\n${text.slice(0, 2_000)}`).toBe(true);
        }
        if (method === "GET") {
          const less = await (await server.ask(method, address, { by: "Len Short", as: ["reader"] })).text();
          expect(less, `a reader, ${address}`).not.toMatch(planted);
          for (const role of ["auditor", "administrator"] as const)
            expect(await (await server.ask(method, address, { by: "Al Mund", as: [role] })).text(), `${role}, ${address}`).not.toMatch(
              planted,
            );
        }
      }
    },
    60_000,
  );

  it("went through what shows restricted things", () => {
    expect([...read].sort()).toEqual(
      expect.arrayContaining(["showEvidence", "showFact", "showDecision", "showRun", "showLetter", "reportCase", "record", "showTemplate"]),
    );
  });
});
