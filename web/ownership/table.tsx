import { gapId, groupWords } from "../../src/report/scene/ownership/boxes.js";
import { changeSigns } from "../../src/report/scene/ownership/scene.js";
import { moreSaid } from "../../src/report/scene/ownership/words.js";
import { linkRemarks, rangeWords, stakeWords } from "../../src/report/trace/words.js";
import { counted } from "../../src/report/words.js";
import { OpenButton } from "../parts/open-button.js";
import { Table } from "../parts/table.js";
import type { Family } from "./families.js";
import style from "./ownership.module.css";

interface TableProps {
  family: Family;
  selected: string;
  onSelect(id: string): void;
}

/** Every interest, gap and group that the chart draws, a row each. */
export function OwnershipTable({ family: { traced, view, options }, selected, onSelect }: TableProps) {
  const nameOf = (id: string) => traced.parties.find((one) => one.id === id)?.name ?? id;
  const party = (id: string) => (
    <OpenButton pressed={selected === id} onPress={() => onSelect(id)}>
      {nameOf(id)}
    </OpenButton>
  );
  const endedNumbers = new Set(traced.ended?.map(({ number }) => number));
  const rows = [
    ...view.links.map((link) => {
      const change = options.compared?.changes[link.number];
      return {
        key: `interest ${link.number}`,
        cells: [
          `${change ? `${changeSigns[change]} ` : ""}${link.number}`,
          party(link.owner),
          stakeWords(link),
          party(link.owned),
          [change ? `${change} since ${options.compared?.since}` : "", endedNumbers.has(link.number) ? "ended" : "", linkRemarks(link)]
            .filter(Boolean)
            .join("; "),
        ],
      };
    }),
    ...view.gaps.map((gap) => ({
      key: gapId(gap.party),
      cells: ["unknown", "On no record: who holds it is unknown", rangeWords(gap.share, gap.share), party(gap.party), ""],
    })),
    ...[...view.unsought].map((id) => ({
      key: `unsought ${id}`,
      cells: ["none", "No owner on file: not looked for, or not found", "", party(id), ""],
    })),
    ...view.folded.map((group) => ({
      key: group.id,
      cells: ["group", groupWords(group), counted(group.links, "interest"), party(group.hub), group.members.map(nameOf).join(", ")],
    })),
    ...view.nodes.flatMap(({ id }) => {
      const more = view.more.get(id);
      return more ? [{ key: `more ${id}`, cells: [`+${more}`, moreSaid(more), "", party(id), ""] }] : [];
    }),
  ];
  return (
    <>
      <p className={style.quiet}>
        {counted(view.nodes.length, "party", "parties")}, {counted(view.links.length, "interest")}, {view.gaps.length} shares on no record,{" "}
        {counted(view.folded.length, "group")}.
      </p>
      <Table caption="Interests" captionUnseen headings={["No.", "Owner", "Holds", "Of", "Remarks"]} rows={rows} />
    </>
  );
}
