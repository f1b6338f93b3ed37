import { useState } from "react";
import type { RuleTests } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { get } from "../api/client.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { Table } from "../parts/table.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./library.module.css";

/** Runs the worked examples of a pack, as `beholden rules test` does, and tells those that fail with what was expected. */
export function PackTests({ pack }: { pack: string }) {
  const may = useMay()("tools:use");
  const [found, setFound] = useState<RuleTests | null>(null);
  const { doing, failure, run } = useDoing();
  if (!may) return <p className={style.quiet}>{notAllowed("tools:use")}</p>;
  const test = () => run(async () => setFound(await get<RuleTests>(`/api/rules/${encodeURIComponent(pack)}/tests`)));
  return (
    <>
      <p className={style.line}>
        <Action disabled={doing} onPress={test}>
          Test it by its worked examples
        </Action>{" "}
        <span role="status">{found && !doing ? resultWords(found) : ""}</span>
      </p>
      <Told doing={doing} failure={failure} what="Judging the examples" />
      {found && found.failed > 0 ? (
        <Table
          caption="Examples that fail"
          headings={["Example", "Rule", "Expected", "Came out", "Why", "Citation"]}
          rows={found.packs.flatMap(({ pack: of, failed }) =>
            failed.map((one) => ({
              key: `${of} ${one.rule} ${one.example}`,
              cells: [one.example, `${of}:${one.rule}`, one.expected, one.got, one.why, one.citation],
            })),
          )}
        />
      ) : null}
    </>
  );
}

function resultWords({ passed, failed }: RuleTests): string {
  const all = counted(passed + failed, "example");
  return failed === 0
    ? `Each of ${all} comes out as expected.`
    : `Of ${all}, ${failed} ${failed === 1 ? "does" : "do"} not come out as expected.`;
}
