import { useMemo } from "react";
import { groupWords } from "../../src/report/scene/ownership/boxes.js";
import { type OutlinedParty, outlineOf } from "../../src/report/scene/ownership/outline.js";
import { changeSigns } from "../../src/report/scene/ownership/scene.js";
import { moreSaid, stakeVerb } from "../../src/report/scene/ownership/words.js";
import { placeWords, rangeWords } from "../../src/report/trace/words.js";
import { OpenButton } from "../parts/open-button.js";
import type { Family } from "./families.js";
import style from "./ownership.module.css";

interface OutlineProps {
  family: Family;
  selected: string;
  onSelect(id: string): void;
}

/** The family as a nested list, from the party: its owners with theirs, and what it holds. */
export function OwnershipOutline({ family, selected, onSelect }: OutlineProps) {
  const { traced, view } = family;
  const top = useMemo(() => outlineOf(view, traced.party), [view, traced]);
  return (
    <ul className={style.outline} aria-label="The family">
      <Entry one={top} family={family} selected={selected} onSelect={onSelect} />
    </ul>
  );
}

function Entry({ one, ...shared }: OutlineProps & { one: OutlinedParty }) {
  const { family, selected, onSelect } = shared;
  const { traced, options } = family;
  const node = traced.parties.find(({ id }) => id === one.id);
  const nameOf = (id: string) => traced.parties.find((other) => other.id === id)?.name ?? id;
  const change = one.through ? options.compared?.changes[one.through.number] : undefined;
  const list = (title: string, all: readonly OutlinedParty[]) =>
    all.length > 0 ? (
      <li>
        {title} ({all.length})
        <ul>
          {all.map((other) => (
            <Entry key={other.through?.number} one={other} {...shared} />
          ))}
        </ul>
      </li>
    ) : null;
  const hasMore = one.owners.length + one.holdings.length + one.groups.length > 0 || one.gap || one.unsought || one.more > 0;
  return (
    <li>
      <OpenButton pressed={selected === one.id} onPress={() => onSelect(one.id)}>
        {node?.name ?? one.id}
      </OpenButton>{" "}
      <span className={style.quiet}>
        {node ? placeWords(node) : ""}
        {one.through
          ? `; ${change ? `${changeSigns[change]} ${change}: ` : ""}interest ${one.through.number}: ${one.through.owner === one.id ? stakeVerb(one.through) : `held: ${nameOf(one.through.owner)} ${stakeVerb(one.through)}`}`
          : ""}
        {one.told ? "; told elsewhere in this list" : ""}
      </span>
      {hasMore ? (
        <ul>
          {one.unsought ? <li>No owner on file: not looked for, or not found.</li> : null}
          {one.more > 0 ? <li>{moreSaid(one.more)}</li> : null}
          {one.gap ? <li>{rangeWords(one.gap.share, one.gap.share)} on no record: who holds it is unknown.</li> : null}
          {list("Owned or controlled by", one.owners)}
          {list("Owns or controls", one.holdings)}
          {one.groups.map((group) => (
            <li key={group.id}>
              Drawn as one, {groupWords(group)}: {group.members.map(nameOf).join(", ")}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
