import { useLocation } from "wouter";
import { releaseLetter, useRemovals } from "../api/letters.js";
import { notAllowed, useMay } from "../api/session.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./letters.module.css";

/** Drafts the public version of a letter that was issued. */
export function Release({ of, letter }: { of: string; letter: string }) {
  const doing = useDoing();
  const [, navigate] = useLocation();
  if (!useMay()("release:make")) return <p className={style.quiet}>A public version: {notAllowed("release:make")}</p>;
  const make = () =>
    doing.run(async (key) => {
      const made = await releaseLetter(of, letter, key);
      navigate(caseAddress(of, `/letters/${made.letter}`));
    }, letter);
  return (
    <div className={style.buttons}>
      <Action disabled={doing.doing} onPress={make}>
        Draft its public version
      </Action>
      <span className={style.quiet}>What is not public is taken out, each with its ground; this letter stays as it is.</span>
      <Told doing={doing.doing} failure={doing.failure} what="Drafting it" />
    </div>
  );
}

/** What a public version leaves out, each passage with its ground, for those who may see the original. */
export function Removals({ of, letter }: { of: string; letter: string }) {
  return (
    <Section title="What it leaves out" id="removals" about="For those who may see the original. None of this is in the public version.">
      <AnswerOf of={useRemovals(of, letter)} what="what it leaves out">
        {({ removals }) =>
          removals.length === 0 ? (
            <Empty title="It was looked for, and nothing had to be left out." />
          ) : (
            <Table
              caption="Removals with their grounds"
              captionUnseen
              headings={["Where", "Left out", "Ground", "Provision"]}
              rows={removals.map((one, index) => ({
                key: `${index} ${one.section}`,
                cells: [one.section, one.text, one.ground, one.citation ? `${one.citation} (mark ${one.mark})` : "none named"],
              }))}
            />
          )
        }
      </AnswerOf>
    </Section>
  );
}
