import { Action } from "../parts/action.js";
import { Empty } from "../parts/state.js";

interface NothingMatchesProps {
  /** What was looked for: "No case". */
  title: string;
  filter: string;
  onClear(): void;
}

/** That something is there, and the filter leaves none of it: with the filter, and the way out. */
export function NothingMatches({ title, filter, onClear }: NothingMatchesProps) {
  return (
    <Empty title={`${title} matches the filter.`}>
      <p>
        <code>{filter}</code>
      </p>
      <Action onPress={onClear}>Clear the filter</Action>
    </Empty>
  );
}
