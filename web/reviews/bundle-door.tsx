import { useRef, useState } from "react";
import { Link } from "wouter";
import type { BundleVerification } from "../../src/model/index.js";
import { send } from "../api/client.js";
import { notAllowed, useMay } from "../api/session.js";
import { forgetAnswers } from "../api/use-answer.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords, momentWords } from "../parts/days.js";
import { boundWords, tooLargeWords } from "../parts/upload-bound.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./bundle-door.module.css";

interface Taken {
  case: string;
  from: string;
  entries: number;
  repeated: boolean;
}

/** A bundle of a case: what verifies in it is told before anything of it is taken in. */
export function BundleDoor() {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<BundleVerification | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const verifying = useDoing();
  const taking = useDoing();
  const may = useMay();
  const formOf = (one: File) => {
    const form = new FormData();
    form.append("bundle", one, one.name);
    return form;
  };
  const verify = (one: File) => {
    setFile(one);
    setFound(null);
    setTaken(null);
    verifying.run(
      async (key) => setFound(await send<BundleVerification>("/api/bundles/verification", formOf(one), { key })),
      [one.name, one.size, one.lastModified],
    );
  };
  const take = (one: File) =>
    taking.run(
      async (key) => {
        setTaken(await send<Taken>("/api/bundles", formOf(one), { key }));
        forgetAnswers("/api/cases");
        forgetAnswers("/api/record");
      },
      [one.name, one.size, found?.sha256],
    );
  const isCase = found?.manifest.kind === "case";
  return (
    <div className={style.door}>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        className={style.input}
        aria-label="Bundle of a case"
        tabIndex={-1}
        onChange={(event) => {
          const [one] = event.target.files ?? [];
          setTooLarge(one ? tooLargeWords(one) : null);
          if (one && tooLargeWords(one) === null) verify(one);
          event.target.value = "";
        }}
      />
      <Action disabled={verifying.doing || taking.doing || !may("record:verify")} onPress={() => input.current?.click()}>
        Pick a bundle…
      </Action>
      <p className={style.quiet}>{boundWords}</p>
      {tooLarge ? <p role="alert">{tooLarge}</p> : null}
      {may("record:verify") ? null : <p className={style.quiet}>{notAllowed("record:verify")}</p>}
      <Told {...verifying} what="Verifying the bundle" />
      {found && file ? (
        <div className={style.found} role="status">
          <p>
            <strong>{found.intact ? "It verifies." : "It does not verify."}</strong>{" "}
            {isCase ? `Case ${found.manifest.case}` : "A backup of a whole docket"} of docket {found.manifest.docket}, made by{" "}
            {found.manifest.made.by} on {momentWords(found.manifest.made.at)}: {found.entries.toLocaleString("en")} entries,{" "}
            {found.files.toLocaleString("en")} files.
          </p>
          <p className={style.quiet}>
            Head of its journal: entry {found.manifest.head.number.toLocaleString("en")}, <code>{found.manifest.head.digest}</code>. Compare
            it with one that was printed on {dayWords(found.manifest.made.at)} or later.
          </p>
          {found.faults.length > 0 ? (
            <ul>
              {found.faults.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          ) : null}
          <details>
            <summary>What this proves, and what not</summary>
            <ul>
              {found.proves.map((one) => (
                <li key={one}>Proves: {one}</li>
              ))}
              {found.provesNot.map((one) => (
                <li key={one}>Does not prove: {one}</li>
              ))}
            </ul>
          </details>
          {!found.intact ? (
            <p>It is not taken in. Ask whoever made it for another.</p>
          ) : !isCase ? (
            <p>
              A backup is put into an empty docket, in the settings or by <code>beholden docket restore</code>.
            </p>
          ) : may("bundle:import") ? (
            <Action main disabled={taking.doing || taken !== null} onPress={() => take(file)}>
              Take case {found.manifest.case} in
            </Action>
          ) : (
            <p className={style.quiet}>{notAllowed("bundle:import")}</p>
          )}
        </div>
      ) : null}
      <Told {...taking} what="Taking the case in" />
      {taken ? (
        <p role="status">
          {taken.repeated
            ? "It was in this docket already."
            : `${taken.entries.toLocaleString("en")} entries were taken in from ${taken.from}.`}{" "}
          <Link href={caseAddress(taken.case)}>Open case {taken.case}</Link>
        </p>
      ) : null}
    </div>
  );
}
