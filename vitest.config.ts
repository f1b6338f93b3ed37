import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Rooms of pure functions: their tests leave nothing behind, and share the modules that one of them has loaded. A browser ends with its process. */
const pure = ["model", "collect", "attribute", "trace", "judge", "decide", "report"].map((room) => `src/${room}/**/!(chromium).test.ts`);

/** Tests of the workbench share a browser, the server's modules and what a run makes once: each has a server on folders of its own. */
const browser = ["web/browser/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    globalSetup: "scripts/temporary-folder.ts",
    // No test reads what the developer imported: a folder that is not there.
    env: { BEHOLDEN_DATA: "node_modules/.no-imported-data" },
    // Left alone it keeps a core free, which of two is half of the machine.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: "browser", include: browser, isolate: false } },
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: { name: "others", include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "web/**/*.test.ts"], exclude: [...pure, ...browser] },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.test.ts", "src/model/catalogue.ts"],
      reporter: ["text-summary"],
    },
  },
});
