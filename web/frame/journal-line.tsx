import { useEffect } from "react";
import { Link, useLocation } from "wouter";
import type { JournalHead } from "../../src/model/index.js";
import { useHead } from "../api/record.js";
import { useSession } from "../api/session.js";
import { momentWords } from "../parts/days.js";
import { checkedName, checkedOf } from "../record/checked.js";
import { useKept } from "../state/kept.js";
import { usePaperHead } from "./paper.js";

/** The head of the journal, and when this browser verified it last. */
export function JournalLine() {
  const session = useSession();
  const mayRead = session?.permissions.includes("record:read") ?? false;
  const { value, again } = useHead(mayRead);
  const [kept] = useKept(checkedName);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes on may have changed something
  useEffect(() => again(), [location]);
  usePaperHead(mayRead && value && value.head.number > 0 ? paperHead(value.head) : undefined);
  if (!mayRead || !value) return null;
  const { number, digest } = value.head;
  if (number === 0) return <p>The journal has no entry yet.</p>;
  const checked = checkedOf(kept);
  return (
    <p>
      <Link href="/record">
        Journal head: entry {number.toLocaleString("en")}, <code>…{digest.slice(-8)}</code>
      </Link>{" "}
      (
      {checked
        ? `checked here up to entry ${checked.number.toLocaleString("en")}, ${momentWords(checked.at)}${checked.unbroken ? "" : ": BROKEN"}`
        : "not checked in this browser yet"}
      )
    </p>
  );
}

/** As much of the digest as finds it, and as `docket verify --head` takes. */
function paperHead({ number, digest }: JournalHead): string {
  return `beholden; journal entry ${number.toLocaleString("en")}, head ${digest.slice(0, 16)}`;
}
