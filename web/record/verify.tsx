import { useEffect, useRef, useState } from "react";
import type { ChainBreak, JournalHead } from "../../src/model/index.js";
import { Action } from "../parts/action.js";
import { momentWords } from "../parts/days.js";
import { Table } from "../parts/table.js";
import { useKept } from "../state/kept.js";
import { type Checked, checkedName, checkedOf } from "./checked.js";
import style from "./record.module.css";
import { type ChainVerdict, pastedHead } from "./verify-chain.js";
import type { VerifyAnswer } from "./verify-worker.js";

type Standing =
  | { kind: "idle" }
  | { kind: "working"; progress: number; of: number }
  | { kind: "done"; verdict: ChainVerdict }
  | { kind: "failed"; what: string };

/** Verifies the journal in this browser: every digest is computed anew here, off the main thread. */
export function VerifyChain({ head, whole }: { head: JournalHead | null; whole: boolean }) {
  const [standing, setStanding] = useState<Standing>({ kind: "idle" });
  const [typed, setTyped] = useKept("draft printed head");
  const [kept, keep] = useKept(checkedName);
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  const given = typed
    .split(/[\n,;]+/)
    .map((one) => one.trim())
    .filter(Boolean);
  const wrong = given.find((one) => pastedHead(one) === null);
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  const verify = () => {
    stop();
    const address = document.querySelector<HTMLMetaElement>('meta[name="verify-worker"]')?.content;
    if (!address) return setStanding({ kind: "failed", what: "This page was built without its verifier. Run `beholden docket verify`." });
    const started = new Worker(address);
    worker.current = started;
    setStanding({ kind: "working", progress: 0, of: head?.number ?? 0 });
    started.onerror = () => setStanding({ kind: "failed", what: "The verifier could not be started. Run `beholden docket verify`." });
    started.onmessage = ({ data }: MessageEvent<VerifyAnswer>) => {
      if ("progress" in data) return setStanding({ kind: "working", ...data });
      stop();
      if ("failed" in data) return setStanding({ kind: "failed", what: data.failed });
      const { verdict } = data;
      const checked: Checked = {
        at: new Date().toISOString(),
        number: verdict.head.number,
        digest: verdict.head.digest,
        unbroken: verdict.unbroken,
      };
      keep(JSON.stringify(checked));
      setStanding({ kind: "done", verdict });
    };
    started.postMessage({ heads: given.flatMap((one) => pastedHead(one) ?? []) });
  };
  const working = standing.kind === "working";
  const last = checkedOf(kept);
  const broken = standing.kind === "done" && !standing.verdict.unbroken;
  return (
    <section className={broken ? `${style.verify} ${style.broken}` : style.verify} aria-label="Is the record unbroken?">
      <p>
        {head ? (
          <>
            {whole ? "" : "The whole journal, of which this case is a part: "}
            {head.number.toLocaleString("en")} entries. Head <code>{head.digest}</code>.
          </>
        ) : (
          "Reading the head of the journal…"
        )}{" "}
        {last && standing.kind === "idle"
          ? `Last checked in this browser ${momentWords(last.at)}, up to entry ${last.number.toLocaleString("en")}: ${last.unbroken ? "unbroken" : "BROKEN"}.`
          : null}
      </p>
      <form
        className={style.line}
        onSubmit={(event) => {
          event.preventDefault();
          if (!working && wrong === undefined) verify();
        }}
      >
        <label>
          A head that a letter, report or export printed (16 digits or more; several with a comma)
          <input
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={wrong !== undefined}
          />
        </label>
        <Action main submit disabled={working || wrong !== undefined}>
          Verify here
        </Action>
        {working ? (
          <Action
            onPress={() => {
              stop();
              setStanding({ kind: "idle" });
            }}
          >
            Stop
          </Action>
        ) : null}
      </form>
      {wrong === undefined ? null : (
        <p role="alert">{wrong} is no digest. Expected 16 to 64 hexadecimal digits, as a letter or report prints them.</p>
      )}
      <div aria-live="polite">
        {working ? (
          <p>
            Computing digests: {standing.progress.toLocaleString("en")} of {standing.of.toLocaleString("en")} entries.
          </p>
        ) : null}
        {standing.kind === "failed" ? <p>Not verified. {standing.what}</p> : null}
        {standing.kind === "done" ? <Verdict verdict={standing.verdict} /> : null}
      </div>
      {working ? <progress value={standing.progress} max={Math.max(1, standing.of)} aria-label="Entries verified" /> : null}
    </section>
  );
}

function Verdict({ verdict }: { verdict: ChainVerdict }) {
  const { entries, withheld, from, until, head, unbroken, heads } = verdict;
  return (
    <>
      <p>
        <strong>{unbroken ? "The journal is unbroken." : "The journal is broken."}</strong> {entries.toLocaleString("en")} entries verified
        {from && until ? `, from ${momentWords(from)} until ${momentWords(until)}` : ""}. Head: entry {head.number.toLocaleString("en")},{" "}
        <code>{head.digest}</code>.
        {withheld > 0
          ? ` The texts of ${withheld.toLocaleString("en")} are not yours to see: their places were verified by digest alone.`
          : ""}
      </p>
      {heads.map(({ given, number }) => (
        <p key={given}>
          <code>{given}</code>{" "}
          {number === null
            ? "is not there: newest entries were taken away, or it is another docket's."
            : `is entry ${number.toLocaleString("en")}: everything up to it is as it was when that was printed.`}
        </p>
      ))}
      {verdict.break ? <Break broken={verdict.break} /> : null}
      <h3>What this proves</h3>
      <ul>
        {verdict.proves.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h3>What it does not prove</h3>
      <ul>
        {verdict.provesNot.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

function Break({ broken }: { broken: ChainBreak }) {
  const rows = (["before", "entry", "after"] as const).flatMap((place) => {
    const one = broken[place];
    const at = one?.at ? momentWords(one.at) : "";
    return one
      ? [
          {
            key: place,
            cells: [
              place === "entry" ? "break" : place,
              String(one.number),
              at,
              one.by ?? "",
              one.act ?? "",
              one.object ?? "",
              <code key="d">{one.digest.slice(0, 16)}</code>,
            ],
          },
        ]
      : [];
  });
  return (
    <>
      <p>
        The first break is at entry {broken.number.toLocaleString("en")}: {broken.what}.
      </p>
      <Table caption="The break with its neighbours" headings={["Place", "Entry", "When", "Who", "Act", "Object", "Digest"]} rows={rows} />
    </>
  );
}
