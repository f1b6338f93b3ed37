// Runs the `run:` steps of a GitHub workflow file on this machine, as a runner would, so that the file can be tried before it is used.
//
//   node scripts/run-workflow-steps.mjs docs/beholden-code-scanning.yml --workspace DIR [--job JOB] [--skip "STEP NAME"]… [--env NAME=VALUE]…
//
// Steps that use an action (checkout, upload) are passed over and named; conditions (if:) are not asked. Exit status: that of the first
// step that failed, else 0.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    job: { type: "string" },
    workspace: { type: "string", default: "." },
    skip: { type: "string", multiple: true, default: [] },
    env: { type: "string", multiple: true, default: [] },
  },
});
const [file] = positionals;
if (!file) {
  process.stderr.write("Name a workflow file, such as docs/beholden-code-scanning.yml.\n");
  process.exit(2);
}

const workflow = parse(readFileSync(file, "utf8"));
const given = Object.fromEntries(values.env.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));

for (const [name, job] of Object.entries(workflow.jobs)) {
  if (values.job !== undefined && values.job !== name) continue;
  process.stdout.write(`job ${name}\n`);
  for (const step of job.steps) process.exitCode ||= runStep(step, { ...process.env, ...workflow.env, ...job.env, ...step.env, ...given });
}

/** Runs one step, or says why not. A runner stops at the first step that fails, and so do we. */
function runStep(step, env) {
  const title = step.name ?? step.uses ?? step.run;
  if (step.uses) return report(title, `passed over: it uses ${step.uses}`, 0);
  if (values.skip.includes(title)) return report(title, "passed over, as asked", 0);
  if (process.exitCode) return report(title, "not run: a step before it failed", 0);
  process.stdout.write(`  ${title}\n`);
  // The shell that a runner takes on Linux when the step names none.
  const { status } = spawnSync("bash", ["-e", "-c", step.run], { cwd: values.workspace, env, stdio: "inherit" });
  return report(title, `ended with ${status}`, status ?? 1);
}

function report(title, what, status) {
  process.stdout.write(`  ${title}: ${what}\n`);
  return status;
}
