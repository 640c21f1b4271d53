// Prints `N passed, N failed` from vitest's JSON report; used by .ci/run as its last line.
import { existsSync, readFileSync } from "node:fs";

const path = process.argv[2];
if (path === undefined || !existsSync(path)) {
  process.stderr.write("no test report was written: the run ended before the tests did\n");
  process.stdout.write("0 passed, 1 failed\n");
  process.exit(1);
}
const report = JSON.parse(readFileSync(path, "utf8"));
// A file that cannot be loaded counts as a suite, not as a test.
const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
const noneRan = report.numPassedTests + report.numFailedTests + brokenFiles === 0;
const failed = noneRan ? 1 : report.numFailedTests + brokenFiles;
const skipped = report.numPendingTests + report.numTodoTests;
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exit(failed > 0 ? 1 : 0);
