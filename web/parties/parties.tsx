import { useMemo } from "react";
import { Link } from "wouter";
import type { NamedParties, NamedParty } from "../../src/model/index.js";
import { type FilterField, meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import { StillOpened, useNamedParties } from "./named-parties.js";

const fields: readonly FilterField[] = [
  { id: "name", about: "of the party" },
  { id: "id", about: "its id" },
  { id: "kind", about: "government, entity, individual" },
  { id: "country", about: "under whose law it is organised, such as CN" },
  { id: "review", about: "that names it" },
];

const saved = {
  screen: "parties",
  usual: [
    { name: "All", filter: "" },
    { name: "Governments", filter: "kind:government" },
    { name: "Individuals", filter: "kind:individual" },
  ],
};

/** Every party that the kept reviews name, once. */
export function Parties() {
  return (
    <>
      <PageHead title="Parties" about="Every party that the kept reviews name, once, with who owns it and what it owns." />
      <AnswerOf of={useNamedParties()} what="the parties">
        {(named) => <Listed named={named} />}
      </AnswerOf>
    </>
  );
}

function Listed({ named: { parties, read, left } }: { named: NamedParties }) {
  const [text, setText] = useAddressPart("filter");
  const [row, setRow] = useAddressPart("row");
  const filter = useMemo(() => parseFilter(text, fields), [text]);
  const found = useMemo(
    () =>
      parties.filter(({ id, name, kind, jurisdiction, reviews }) =>
        meets(filter, {
          text: `${name} ${id}`,
          values: {
            name: [name],
            id: [id],
            kind: [kind],
            country: jurisdiction ? [jurisdiction] : [],
            review: reviews.map(({ subject }) => subject),
          },
        }),
      ),
    [parties, filter],
  );
  if (parties.length === 0 && left === 0) return <Empty title="No kept review names a party yet." />;
  return (
    <>
      <StillOpened read={read} left={left} />
      <FilterBox
        text={text}
        filter={filter}
        fields={fields}
        found={found.length}
        all={parties.length}
        what="parties"
        saved={saved}
        onChange={setText}
      />
      {found.length === 0 ? (
        <NothingMatches title="No party" filter={text} onClear={() => setText("")} />
      ) : (
        <VirtualRows
          caption="Parties"
          columns={columns}
          shown={found.map((one) => ({ row: one, key: one.id }))}
          current={row || null}
          onCurrent={setRow}
          sort={null}
          onSort={() => {}}
        />
      )}
    </>
  );
}

const columns: readonly Column<NamedParty>[] = [
  { id: "name", heading: "Party", header: true, cell: ({ id, name }) => <Link href={`/parties/${encodeURIComponent(id)}`}>{name}</Link> },
  { id: "kind", heading: "Kind", width: "9rem", cell: ({ kind }) => kind },
  { id: "country", heading: "Law of", width: "6rem", cell: ({ jurisdiction }) => jurisdiction ?? "not known" },
  { id: "reviews", heading: "Reviews", width: "6rem", number: true, cell: ({ reviews }) => reviews.length },
];
