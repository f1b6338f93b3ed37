import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A command as a document shows it, without `beholden` itself, and what the document says it prints. */
export interface ShownCommand {
  command: string;
  printed: string;
}

/** The commands of a Markdown text that are shown with what they print: in fenced blocks, each after `$`. */
export function commandsIn(page: string): ShownCommand[] {
  const blocks = [...page.matchAll(/^```(?:console)?\n(\$ [\s\S]*?)^```/gm)].map(([, text = ""]) => text);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ (?:npx )?beholden /m)
      .slice(1)
      .map((one) => ({ command: one.slice(0, one.indexOf("\n")), printed: one.slice(one.indexOf("\n") + 1) })),
  );
}

/** Runs the built command line in a folder, with what it prints on both outputs. */
export function runBeholden(command: string, folder: string): { text: string; status: number | null } {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "dist/beholden.js"), ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { text: stderr + stdout, status };
}

/** Whether a text is as shown, where each … or line of […] stands for anything. */
export function fits(text: string, printed: string): boolean {
  const parts = printed
    .replace(/^\[…\]\n+/gm, "…")
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`).test(text);
}
