import { type ReactNode, useMemo } from "react";
import type { TracedLink } from "../../src/model/index.js";
import { apart, citations } from "../../src/report/scene/block/cited.js";
import { groupWords } from "../../src/report/scene/ownership/boxes.js";
import { indirectShares } from "../../src/report/scene/ownership/indirect.js";
import { majorityArithmetic } from "../../src/report/scene/ownership/majority.js";
import { moreSaid, shareArithmetic, stakeVerb, tooBroad, tooMany, totalWords } from "../../src/report/scene/ownership/words.js";
import { newSourceRegister } from "../../src/report/sources.js";
import { coveredShareWords, linkRemarks, placeWords, proofTitle, standingWords, verdictWords } from "../../src/report/trace/words.js";
import { counted } from "../../src/report/words.js";
import { Action } from "../parts/action.js";
import { Choice } from "../parts/choice.js";
import { OpenButton } from "../parts/open-button.js";
import { Block, SourceList } from "../scene/block.js";
import { useAddressPart } from "../state/address.js";
import type { Family } from "./families.js";
import style from "./ownership.module.css";
import { listed, type ViewState } from "./view-state.js";

interface DetailsProps {
  family: Family;
  selected: string;
  state: ViewState;
  onSelect(id: string): void;
  onExpand(id: string): void;
  onCollapse(id: string): void;
}

/** What is selected: a party with its share in all and the sum behind it, an interest with its sources, a group with whom it holds. */
export function Details(props: DetailsProps) {
  const { family, selected } = props;
  const group = family.view.folded.find(({ id }) => id === selected);
  if (group) return <GroupDetails {...props} group={group} />;
  const party = family.traced.parties.find(({ id }) => id === selected);
  if (party) return <PartyDetails {...props} />;
  const { owners, holdings, ended = [] } = family.traced;
  const link = [...owners, ...holdings, ...ended].find(({ number }) => String(number) === selected);
  if (link) return <LinkDetails {...props} links={[link]} title={`Interest ${link.number}`} Heading="h2" />;
  const gap = family.view.gaps.find(({ party: of }) => selected.endsWith(of));
  return (
    <article className={style.details}>
      <h2>A share on no record</h2>
      <p>
        {gap
          ? `${gap.share} % of ${nameIn(family, gap.party)} is held by nobody on file: who holds it is unknown. That is not the same as an owner who is on file and not named.`
          : "It is not in what is shown now."}
      </p>
    </article>
  );
}

function PartyDetails(props: DetailsProps) {
  const { family, selected, state, onExpand, onCollapse } = props;
  const { traced, view } = family;
  const party = traced.parties.find(({ id }) => id === selected);
  if (!party) return null;
  const folded = listed(state.folded).includes(selected);
  const opened = listed(state.open).includes(selected);
  const more = view.more.get(selected) ?? 0;
  return (
    <article className={style.details}>
      <h2>{party.name}</h2>
      <p>
        {party.nativeName ? `${party.nativeName}. ` : ""}
        {placeWords(party)}.{party.note ? ` ${party.note}.` : ""}
        {more > 0 ? ` ${moreSaid(more)}` : ""}
        {view.unsought.has(party.id) ? " No owner of it is on file: not looked for, or not found." : ""}
      </p>
      <p className={style.controls}>
        {opened || (selected === traced.party && more === 0) ? null : (
          <Action onPress={() => onExpand(selected)}>{folded ? "Draw its neighbours" : more > 0 ? `Expand (+${more})` : "Expand"}</Action>
        )}
        {folded ? null : (
          <Action onPress={() => onCollapse(selected)}>{opened ? "Undo the expansion" : "Collapse what hangs on it"}</Action>
        )}
      </p>
      <section aria-label="Why">
        <h3>Why</h3>
        <Arithmetic {...props} />
      </section>
      <ul className={style.list}>
        {standingWords(party).map(({ verdict, regimes }) => (
          <li key={verdict}>
            <strong>{verdictWords[verdict]}</strong> under {regimes.join(", ")}
          </li>
        ))}
        {party.lists.length > 0 ? <li>Listed: {party.lists.join(", ")}</li> : null}
      </ul>
      <LinkDetails
        {...props}
        links={view.links.filter(({ owner, owned }) => owner === selected || owned === selected)}
        title="Its interests"
      />
    </article>
  );
}

/** What an owner holds in all, with the sum, and what the rule that is chosen makes of the family: no law of the packs multiplies. */
function Arithmetic({ family: { traced }, selected }: DetailsProps) {
  const [rule, setRule] = useAddressPart("rule", "product");
  const shares = useMemo(() => indirectShares(traced), [traced]);
  const share = shares.get(selected);
  const nameOf = (id: string) => traced.parties.find((one) => one.id === id)?.name ?? id;
  const regime = traced.regimes.find(({ id }) => id === rule);
  const isSubject = selected === traced.party;
  return (
    <>
      <p>
        <Choice
          label="Counted by"
          value={regime || rule === "majority" ? rule : "product"}
          options={[
            { value: "product", title: "product: shares multiplied (no law counts so)" },
            { value: "majority", title: "majority chain: more than half counts whole" },
            ...traced.regimes.map(({ id, title, threshold }) => ({ value: id, title: `${threshold} % in the aggregate, ${id}: ${title}` })),
          ]}
          onChange={setRule}
        />
      </p>
      {regime ? (
        <>
          <p>
            {verdictWords[regime.verdict]}: {regime.because} Covered share {coveredShareWords(regime)}, the line is {regime.threshold} %.
          </p>
          {regime.proof.length > 0 ? (
            <>
              <p>{proofTitle(regime)}:</p>
              <ol className={style.list}>
                {regime.proof.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ol>
            </>
          ) : null}
          {regime.remarks.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </>
      ) : share ? (
        <p>
          {totalWords(share) === "not stated" ? "How much it holds is not stated, so that nothing can be excluded. " : ""}
          Of {nameOf(traced.party)}: {rule === "majority" ? majorityArithmetic(share, nameOf) : shareArithmetic(share, nameOf)}.
        </p>
      ) : (
        <p>
          {isSubject ? "It is the one asked about; choose an owner for its share." : "It holds no stated share of the one asked about."}
        </p>
      )}
    </>
  );
}

interface LinkDetailsProps extends DetailsProps {
  links: readonly TracedLink[];
  title: string;
  Heading?: "h2" | "h3";
}

function LinkDetails({ family, links, title, onSelect, selected, Heading = "h3" }: LinkDetailsProps) {
  const sources = newSourceRegister();
  const context = { sources, sourceAddress: (number: number) => `#source-${number}` };
  const party = (id: string): ReactNode =>
    id === selected ? nameIn(family, id) : <OpenButton onPress={() => onSelect(id)}>{nameIn(family, id)}</OpenButton>;
  return (
    <section aria-label={title}>
      <Heading>{title}</Heading>
      {links.length === 0 ? <p>None is shown.</p> : null}
      <ul className={style.list}>
        {links.map((link) => (
          <li key={link.number}>
            {link.number}: {party(link.owner)} {stakeVerb(link)} of {party(link.owned)}
            {linkRemarks(link) ? `; ${linkRemarks(link)}` : ""}, {link.confidence} confidence.{" "}
            <Block of={apart(citations(link.evidence, context))} />
          </li>
        ))}
      </ul>
      {sources.cited().length > 0 ? <SourceList sources={sources} /> : null}
    </section>
  );
}

/** Who is drawn as one and why; what draws them. */
function GroupDetails({ family, group, onSelect, onExpand }: DetailsProps & { group: Family["view"]["folded"][number] }) {
  const isForRoom = group.why === "room" || group.why === "broad";
  return (
    <article className={style.details}>
      <h2>{groupWords(group)}, drawn as one</h2>
      <p>
        They hang on {nameIn(family, group.hub)}, {group.side} it, by {counted(group.links, "interest")}.{" "}
        {isForRoom
          ? `They are drawn as one ${group.why === "broad" ? tooBroad : tooMany}, the nearest to ${nameIn(family, family.traced.party)} first.`
          : ""}
      </p>
      <Action onPress={() => onExpand(group.id)}>{isForRoom ? "Draw the first of these instead of others" : "Draw them"}</Action>
      <ul className={style.list}>
        {group.members.map((id) => (
          <li key={id}>
            <OpenButton onPress={() => onSelect(id)}>{nameIn(family, id)}</OpenButton>{" "}
            {isForRoom ? <Action onPress={() => onExpand(id)}>Draw</Action> : null}
          </li>
        ))}
      </ul>
    </article>
  );
}

function nameIn({ traced }: Family, id: string): string {
  return traced.parties.find((one) => one.id === id)?.name ?? id;
}
