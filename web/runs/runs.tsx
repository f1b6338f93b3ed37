import { Link } from "wouter";
import type { RunFinding, RunInput, RunLine, ShownRun } from "../../src/model/index.js";
import { foundNames, foundWords, runFacts, runStanding } from "../../src/report/docket/runs.js";
import { casePath, type SeenCase, useCase, useRun } from "../api/cases.js";
import { download } from "../api/client.js";
import { notAllowed, useMay } from "../api/session.js";
import itemStyle from "../case/item.module.css";
import { RestrictedItems } from "../case/restricted.js";
import { CaseStages } from "../case/stages.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { daysInWords, dayWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { addressOf, useAddressParts } from "../state/address.js";
import { Told, useDoing } from "../state/doing.js";
import { tellDone } from "../state/toast.js";
import { AttachForm } from "./attach-form.js";
import { WithdrawRunForm } from "./withdraw-run.js";

/** Results of reviews and dossiers that belong to a case: what each read and found, by digest. */
export function Runs({ id }: { id: string }) {
  return (
    <AnswerOf of={useCase(id)} what="the runs">
      {(shown) => <Listed shown={shown} />}
    </AnswerOf>
  );
}

function Listed({ shown }: { shown: SeenCase }) {
  const may = useMay();
  const [asked, ask] = useAddressParts(["run", "do"]);
  const { id, runs } = shown;
  return (
    <>
      <CaseStages id={id} />
      <PageHead
        title="Runs"
        about="Results of reviews and dossiers that belong to the case. Each stands by digest on what it read and by which rules."
      >
        {may("run:attach") ? (
          <Action main onPress={() => ask({ do: asked.do === "attach" ? "" : "attach", run: "" })} expanded={asked.do === "attach"}>
            Attach a result
          </Action>
        ) : (
          <p className={itemStyle.quiet}>{notAllowed("run:attach")}</p>
        )}
      </PageHead>
      {asked.do === "attach" && may("run:attach") ? (
        <AttachForm id={id} onDone={(run) => ask({ do: "", run })} onCancel={() => ask({ do: "" })} />
      ) : null}
      <RestrictedItems id={id} names={shown.restricted} kinds={["run"]} />
      {runs.length === 0 ? (
        <Empty title={shown.withheld > 0 ? "No run that you may see belongs to this case." : "No run belongs to this case yet."}>
          <p>
            Attach a review that is kept here, or the JSON of <code>beholden review</code> or <code>beholden dossier</code>.
          </p>
        </Empty>
      ) : (
        <Table
          caption="Runs of the case"
          captionUnseen
          headings={["Run", "Found", "As of", "Standing"]}
          rows={runs.map((run) => ({ key: run.id, cells: cellsOf(id, run) }))}
        />
      )}
      {asked.run ? <OneRun id={id} run={asked.run} asked={asked.do} onAsk={(what) => ask({ do: what })} /> : null}
    </>
  );
}

function cellsOf(id: string, run: RunLine) {
  return [
    <Link key="title" href={addressOf(caseAddress(id, "/runs"), { run: run.id })}>
      {run.id}: {daysInWords(run.title)}
    </Link>,
    foundWords(run),
    dayWords(run.asOf),
    runStanding(run),
  ];
}

interface OneRunProps {
  id: string;
  run: string;
  asked: string;
  onAsk(what: string): void;
}

function OneRun({ id, run, asked, onAsk }: OneRunProps) {
  return (
    <AnswerOf of={useRun(id, run)} what="the run">
      {(value) => <Details value={value} asked={asked} onAsk={onAsk} />}
    </AnswerOf>
  );
}

function Details({ value, asked, onAsk }: { value: ShownRun; asked: string; onAsk(what: string): void }) {
  const { run, inputs, findings } = value;
  const may = useMay();
  const { doing, failure, run: work } = useDoing();
  return (
    <section className={itemStyle.item} aria-label={`Run ${run.id}`}>
      <h2>
        {run.id}: {daysInWords(run.title)}
      </h2>
      <p className={itemStyle.buttons}>
        <Action
          disabled={doing}
          onPress={() =>
            work(async () => tellDone({ text: `${await download(casePath(value.case, `/runs/${run.id}/result`))} is saved.` }))
          }
        >
          Save the result (JSON)
        </Action>
        {may("run:attach") && run.withdrawn === null ? (
          <Action onPress={() => onAsk(asked === "withdraw" ? "" : "withdraw")} expanded={asked === "withdraw"}>
            Withdraw it
          </Action>
        ) : null}
      </p>
      <Told doing={doing} failure={failure} what="Saving the result" />
      {asked === "withdraw" ? <WithdrawRunForm id={value.case} run={run.id} onDone={() => onAsk("")} /> : null}
      {run.newer ? (
        <Note kind="plain">The same subject was reviewed again: {run.newer} is newer. Decisions on this run are held against it.</Note>
      ) : null}
      <dl className={itemStyle.facts}>
        {runFacts(run).map(([name, what]) => (
          <div key={`${name} ${what}`}>
            <dt>{name}</dt>
            <dd>{daysInWords(what)}</dd>
          </div>
        ))}
        {run.rulePacks.map(({ id, sha256 }) => (
          <div key={id}>
            <dt>Rules</dt>
            <dd>
              {id}, {sha256 ?? "digest not recorded in the result"}
            </dd>
          </div>
        ))}
      </dl>
      <Section title={`${foundNames[run.kind]} (${findings.length.toLocaleString("en")})`} id="run-findings">
        <VirtualRows
          caption={`Findings of run ${run.id}`}
          columns={findingColumns}
          shown={findings.map((row) => ({ row, key: row.id }))}
          current={null}
          onCurrent={() => {}}
          sort={null}
          onSort={() => {}}
        />
      </Section>
      {inputs.length > 0 ? (
        <Section title={`Files that it read (${inputs.length.toLocaleString("en")})`} id="run-inputs">
          <VirtualRows
            caption={`Files that run ${run.id} read`}
            columns={inputColumns}
            shown={inputs.map((row) => ({ row, key: row.path }))}
            current={null}
            onCurrent={() => {}}
            sort={null}
            onSort={() => {}}
          />
        </Section>
      ) : null}
    </section>
  );
}

const findingColumns: Column<RunFinding>[] = [
  { id: "title", heading: "Finding", header: true, cell: ({ title }) => title },
  { id: "outcome", heading: "Says", width: "9rem", cell: ({ outcome }) => outcome },
  { id: "certainty", heading: "How sure", width: "11rem", cell: ({ certainty }) => (certainty ?? "not said").replaceAll("-", " ") },
  { id: "id", heading: "Id", width: "11rem", cell: ({ id }) => <code>{id}</code> },
];

const inputColumns: Column<RunInput>[] = [
  { id: "path", heading: "File", header: true, cell: ({ path }) => <code>{path}</code> },
  { id: "format", heading: "Read as", width: "10rem", cell: ({ format }) => format },
  { id: "sha256", heading: "SHA-256", width: "24rem", cell: ({ sha256 }) => <code>{sha256}</code> },
];
