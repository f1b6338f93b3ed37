import { Command } from "commander";
import { vi } from "vitest";

/** Runs one command within the test's own process; gives what it wrote and the exit status that it left. */
export async function runCommand(
  add: (program: Command) => void,
  ...args: string[]
): Promise<{ stdout: string; stderr: string; status: number }> {
  const written = { stdout: "", stderr: "" };
  const keep = (stream: "stdout" | "stderr") => (text: unknown) => {
    written[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep("stdout")),
    vi.spyOn(process.stderr, "write").mockImplementation(keep("stderr")),
  ];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const program = new Command("beholden").exitOverride();
    add(program);
    await program.parseAsync(args, { from: "user" });
    return { ...written, status: Number(process.exitCode ?? 0) };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}
