import { useRef, useState } from "react";
import type { BundleVerification } from "../../src/model/index.js";
import { download } from "../api/client.js";
import { makeBackup, tryRestore, useBackups } from "../api/people.js";
import { notAllowed, useMay, useSession } from "../api/session.js";
import { Action } from "../parts/action.js";
import { Section } from "../parts/page.js";
import { AnswerOf } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { boundWords, tooLargeWords } from "../parts/upload-bound.js";
import { megabytes } from "../reviews/picked-files.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./settings.module.css";

/** Backups of the whole docket: made, listed, taken out, and tried. */
export function Backups() {
  const session = useSession();
  const may = useMay();
  const maintains = session?.permissions.includes("store:maintain") ?? false;
  const backups = useBackups(maintains);
  const making = useDoing();
  const taking = useDoing();
  if (!session) return null;
  return (
    <Section
      title="Backups"
      id="backups"
      about="A backup holds the whole docket with its files, and verifies by itself. Others go on writing while it is made."
    >
      {maintains ? (
        <>
          <div className={style.line}>
            <Action main disabled={making.doing} onPress={() => making.run(makeBackup)}>
              Make a backup
            </Action>
            <TryRestore />
          </div>
          <Told {...making} what="Making a backup" />
          <AnswerOf of={backups} what="the backups">
            {({ backups: all }) =>
              all.length === 0 ? (
                <p className={style.quiet}>The server made no backup yet. They lie in the folder of data, below backups.</p>
              ) : (
                <Table
                  caption="Backups in the folder of data of the server"
                  headings={["Backup", "MB", "Take out"]}
                  numbers={[1]}
                  rows={all.map(({ name, bytes }) => ({
                    key: name,
                    cells: [
                      <code key="name">{name}</code>,
                      megabytes(bytes),
                      may("bundle:export") ? (
                        <Action
                          key="take"
                          label={`Take out ${name}`}
                          disabled={taking.doing}
                          onPress={() => taking.run(async () => void (await download(`/api/backups/${name}`)), name)}
                        >
                          Take out
                        </Action>
                      ) : (
                        notAllowed("bundle:export")
                      ),
                    ],
                  }))}
                />
              )
            }
          </AnswerOf>
          <Told {...taking} what="Taking it out" />
        </>
      ) : (
        <p className={style.quiet}>{notAllowed("store:maintain")}</p>
      )}
    </Section>
  );
}

/** Verifies a backup as a restore would; nothing is restored from here, for that needs an empty docket. */
function TryRestore() {
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<BundleVerification | null>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const { doing, failure, run } = useDoing();
  return (
    <div className={style.stack}>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        className={style.input}
        aria-label="Backup to try"
        tabIndex={-1}
        onChange={(event) => {
          const [one] = event.target.files ?? [];
          setFound(null);
          setTooLarge(one ? tooLargeWords(one) : null);
          if (one && tooLargeWords(one) === null)
            run(async (key) => setFound(await tryRestore(one, key)), [one.name, one.size, one.lastModified]);
          event.target.value = "";
        }}
      />
      <Action disabled={doing} onPress={() => input.current?.click()}>
        Try a restore…
      </Action>
      <p className={style.quiet}>{boundWords} Larger ones are tried on the command line.</p>
      {tooLarge ? <p role="alert">{tooLarge}</p> : null}
      <Told doing={doing} failure={failure} what="Verifying the backup" />
      {found ? (
        <p role="status">
          <strong>{found.intact ? "It would restore whole." : "It would not restore."}</strong> {found.entries.toLocaleString("en")} entries
          and {found.files.toLocaleString("en")} files of docket {found.manifest.docket}; head{" "}
          {found.manifest.head.number.toLocaleString("en")}, <code>{found.manifest.head.digest.slice(0, 16)}</code>.{" "}
          {found.faults.join(" ")} Nothing was done: <code>beholden docket restore</code> puts it into an empty docket.
        </p>
      ) : null}
    </div>
  );
}
