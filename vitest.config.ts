import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "web/**/*.test.ts"],
    testTimeout: 30_000,
    globalSetup: "scripts/temporary-folder.ts",
    // No test reads what the developer imported: a folder that is not there.
    env: { BEHOLDEN_DATA: "node_modules/.no-imported-data" },
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.test.ts", "src/model/catalogue.ts"],
      reporter: ["text-summary"],
    },
  },
});
