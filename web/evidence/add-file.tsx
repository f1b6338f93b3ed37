import { type DragEvent, useId, useState } from "react";
import { handlingMarks } from "../../src/model/order.js";
import { useGrades } from "../api/evidence.js";
import { notAllowed, useMay } from "../api/session.js";
import { handlingWords } from "../case/words.js";
import { Action } from "../parts/action.js";
import { Field, TypedElsewhere } from "../parts/form.js";
import { mostBytes } from "../parts/upload-bound.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import style from "./evidence.module.css";
import { pickable, uploadEvidence } from "./upload.js";
import { sizeWords } from "./words.js";

const empty = {
  title: "",
  source: "",
  publisher: "",
  published: "",
  retrieved: "",
  language: "",
  obtained: "",
  reliability: "",
  credibility: "",
  handling: "internal",
  replaces: "",
};

interface AddFileProps {
  of: string;
  /** Earlier captures that a file can take the place of. */
  earlier: readonly { id: string; title: string }[];
  onAdded(id: string, remarks: readonly string[]): void;
}

/** A file is dropped or picked, and something is said of it. What it claims to be is held against its content; nothing in it is run or fetched. */
export function AddFile({ of, earlier, onAdded }: AddFileProps) {
  const may = useMay()("evidence:write");
  const draft = useDraft(`evidence ${of}`, empty);
  const doing = useDoing();
  const { value: grades } = useGrades();
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const id = useId();
  const take = (files: FileList | null) => {
    const [first, ...others] = files ?? [];
    if (!first) return;
    const problem =
      others.length > 0
        ? "One file at a time: each has its own title, source and grades."
        : first.size > mostBytes
          ? `${first.name} has ${sizeWords(first.size)}. Expected at most ${sizeWords(mostBytes)}; take the part that matters.`
          : null;
    setRefusal(problem);
    if (problem === null) setFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (may) take(event.dataTransfer.files);
  };
  const add = () => {
    if (!file) return;
    const { title, ...rest } = draft.fields;
    const about = { title: title || file.name, ...rest };
    setSent(0);
    doing.run(
      async (key) => {
        const done = await uploadEvidence(of, file, about, key, setSent);
        draft.clear();
        setFile(null);
        onAdded(done.id, done.remarks);
      },
      [about, file.name, file.size, file.lastModified],
    );
  };
  const meanings = (all: Readonly<Record<string, { title: string }>> | undefined) => [
    { value: "", title: "not graded" },
    ...Object.entries(all ?? {}).map(([value, { title }]) => ({ value, title: `${value}: ${title}` })),
  ];
  const field = (name: keyof typeof empty) => ({ value: draft.fields[name], onChange: (value: string) => draft.change({ [name]: value }) });
  return (
    <section
      className={over ? `${style.drop} ${style.over}` : style.drop}
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(may);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={`${id}-title`}>Add a file</h2>
      <p className={style.quiet} id={`${id}-about`}>
        Drop one here, or pick it: PDF, web page, text, e-mail, picture or office document, up to {sizeWords(mostBytes)}. What it claims to
        be is held against what it is. Nothing in it is run, opened or fetched.
      </p>
      {may ? (
        <label>
          <span className="unseen">The file</span>
          <input
            id="evidence-file"
            type="file"
            accept={pickable}
            aria-describedby={`${id}-about`}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
          />
        </label>
      ) : (
        <p>{notAllowed("evidence:write")}</p>
      )}
      {refusal ? <p role="alert">{refusal}</p> : null}
      {!file && JSON.stringify(draft.fields) !== JSON.stringify(empty) ? (
        <p role="status">What was typed about a file is kept, and the file is not: pick it again to go on.</p>
      ) : null}
      {file ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TypedElsewhere draft={draft} />
          <p>
            <strong>{file.name}</strong>, {sizeWords(file.size)}
          </p>
          <Field label="Title" about="What it is called in lists and letters; its name where nothing is said." {...field("title")} />
          <Field label="Source" about="An address, or words. It is never fetched." {...field("source")} />
          <Field label="Publisher" {...field("publisher")} />
          <Field label="Captured on" about="The day on which it was taken from its source." kind="date" {...field("retrieved")} />
          <Field label="Published on" kind="date" {...field("published")} />
          <Field label="Language" about="Such as en or zh-Hans." {...field("language")} />
          <Field label="How it was obtained" {...field("obtained")} />
          <Field label="How far its source can be relied on" options={meanings(grades?.reliability)} {...field("reliability")} />
          <Field label="How far what it says can be believed" options={meanings(grades?.credibility)} {...field("credibility")} />
          <Field label="Handling" options={handlingMarks.map((value) => ({ value, title: handlingWords[value] }))} {...field("handling")} />
          {earlier.length > 0 ? (
            <Field
              label="Takes the place of"
              about="The earlier capture of the same source: its quotes are looked for in this one."
              options={[{ value: "", title: "none" }, ...earlier.map((one) => ({ value: one.id, title: `${one.id} ${one.title}` }))]}
              {...field("replaces")}
            />
          ) : null}
          <p>
            <Action submit main disabled={doing.doing}>
              Add it
            </Action>{" "}
            <Action onPress={() => setFile(null)}>Not this file</Action>
          </p>
          {doing.doing ? (
            <p>
              <progress value={sent} max={1} aria-label="Sent" />{" "}
              {sent < 1 ? `${Math.round(sent * 100)} % sent` : "Sent. It is being read and checked."}
            </p>
          ) : null}
        </form>
      ) : null}
      <Told doing={false} failure={doing.failure} what="" />
    </section>
  );
}
