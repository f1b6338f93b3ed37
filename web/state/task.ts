/** Something that waits and was opened to be done, with its place among what waits, and the case that it is in. */
export interface OpenTask {
  key: string;
  place: number;
  of: string;
}

let open: OpenTask | null = null;

/** That something that waits was opened: once it is done, one comes back to its row. */
export function takeTask(task: OpenTask | null): void {
  open = task;
}

/** What was opened, as long as nobody went elsewhere since. */
export function openTask(): OpenTask | null {
  return open;
}
