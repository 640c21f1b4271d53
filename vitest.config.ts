import { defineConfig } from "vitest/config";

/** Tests that read dist/ rather than src/: a build comes before them. */
const ofTheBuild = ["test/package/**/*.test.ts", "test/house/**/*.test.ts", "test/cli/**/*.test.ts"];
/** Tests that look at the built notebooks in a browser, where there is one. */
const inBrowser = ["test/notebooks/browser/**/*.test.ts"];
const report = process.env["RIDGEPOINT_TEST_REPORT"];

export default defineConfig({
  test: {
    environment: "node",
    maxWorkers: 2,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: { name: "library", include: ["test/**/*.test.ts"], exclude: [...ofTheBuild, ...inBrowser], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ofTheBuild,
          globalSetup: ["test/package/build.setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "notebooks",
          include: inBrowser,
          globalSetup: ["test/notebooks/browser/site.setup.ts"],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
