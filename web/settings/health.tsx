import { useState } from "react";
import { Link } from "wouter";
import type { DocketVerification, ReferenceStatus } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { get } from "../api/client.js";
import { notAllowed, useMay } from "../api/session.js";
import { useAnswer } from "../api/use-answer.js";
import { Action } from "../parts/action.js";
import { Section } from "../parts/page.js";
import { Table } from "../parts/table.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./settings.module.css";

/** The checks that the command line has, by the same functions: `docket verify` and `reference status`. */
export function Health() {
  const may = useMay();
  const { value } = useAnswer<ReferenceStatus>(may("tools:use") ? "/api/reference" : null);
  const [found, setFound] = useState<DocketVerification | null>(null);
  const { doing, failure, run } = useDoing();
  return (
    <Section title="Health" id="health" about="Checked by the server, where the store is. The record can also be verified in this browser.">
      <div className={style.line}>
        {may("record:verify") ? (
          <Action disabled={doing} onPress={() => run(async () => setFound(await get<DocketVerification>("/api/record/verification")))}>
            Check the docket
          </Action>
        ) : (
          <p className={style.quiet}>{notAllowed("record:verify")}</p>
        )}
        <Link href="/record">Verify the record here</Link>
      </div>
      <Told doing={doing} failure={failure} what="Recomputing the chain and comparing what is shown" />
      {found || value ? (
        <Table
          caption="Checks"
          captionUnseen
          headings={["Check", "Result", "Details"]}
          rows={[...(found ? docketRows(found) : []), ...(value ? referenceRows(value) : [])]}
        />
      ) : null}
    </Section>
  );
}

function docketRows({ unbroken, entries, head, break: broken, shown, files, remarks, store }: DocketVerification) {
  return [
    row(
      "Journal",
      unbroken,
      `${entries.toLocaleString("en")} entries at ${store}; head ${head.number}, ${head.digest.slice(0, 16)}${broken ? `. First break at ${broken.number}: ${broken.what}` : ""}`,
    ),
    ...(shown
      ? [row("What is shown", shown.agrees, shown.agrees ? "is what the journal says" : `differs: ${shown.differing.join(", ")}`)]
      : []),
    row(
      "Files",
      files.faults.length === 0,
      `${files.named.toLocaleString("en")} named, ${files.bytes.toLocaleString("en")} bytes. ${files.faults.map(({ what }) => what).join("; ")}`,
    ),
    ...remarks.map((remark) => row("Store", true, remark)),
  ];
}

function referenceRows({ intact, edition, sha256, imports, folder }: ReferenceStatus) {
  return [
    row("Built-in reference", intact, `edition ${edition}, ${sha256.slice(0, 16)}${folder === null ? "" : `, ${folder}`}`),
    row(
      "Imports",
      imports.sources.every((one) => one.intact),
      imports.sources.length === 0
        ? "nothing is imported"
        : `${counted(imports.sources.length, "list or register", "lists and registers")}${imports.folder === null ? "" : ` in ${imports.folder}`}. ${imports.sources.map(({ damage }) => damage ?? "").join(" ")}`,
    ),
  ];
}

function row(check: string, good: boolean, details: string) {
  return { key: check + details, cells: [check, good ? "as it should be" : "NOT as it should be", details] };
}
