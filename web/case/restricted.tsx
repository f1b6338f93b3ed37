import { Link } from "wouter";
import { caseAddress } from "../frame/screens.js";
import { Note } from "../parts/state.js";
import { addressOf } from "../state/address.js";

interface RestrictedItemsProps {
  id: string;
  /** Restricted things by kind and name, such as `fact f1`. */
  names: readonly string[];
  /** The kinds that the list would show; left out: all. */
  kinds?: readonly string[];
}

/** Names the restricted things that a list does not show. Each leads to where it is opened; that is an entry of the record. */
export function RestrictedItems({ id, names, kinds }: RestrictedItemsProps) {
  const named = names.filter((one) => !kinds || kinds.includes(kindOf(one)));
  if (named.length === 0) return null;
  return (
    <Note kind="plain">
      Restricted, and not shown in a list:{" "}
      {named.map((one, place) => (
        <span key={one}>
          {place > 0 ? ", " : ""}
          <Opened id={id} name={one} />
        </span>
      ))}
      . Opening one is an entry of the record.
    </Note>
  );
}

function Opened({ id, name }: { id: string; name: string }) {
  const address = addressOfItem(id, kindOf(name), name.slice(kindOf(name).length + 1));
  return address ? <Link href={address}>{name}</Link> : name;
}

/** Where a thing of a case is opened; a quote is opened with the evidence that it is from. */
function addressOfItem(id: string, kind: string, item: string): string | null {
  switch (kind) {
    case "evidence":
      return caseAddress(id, `/evidence/${item}`);
    case "letter":
      return caseAddress(id, `/letters/${item}`);
    case "fact":
      return addressOf(caseAddress(id, "/evidence"), { opened: item });
    case "run":
      return addressOf(caseAddress(id, "/runs"), { run: item });
    case "decision":
      return addressOf(caseAddress(id, "/decisions"), { decision: item });
    default:
      return null;
  }
}

function kindOf(name: string): string {
  return name.slice(0, name.indexOf(" "));
}
