// `npm run calibrate -- CASES`: fits every constant that measurements tell, kernels before the steps that are made of them, into
// src/constants/fitted/. CASES is a folder of gzipped JSON Lines, a contract case and its measured figures a line. The same cases give
// the same files; run `npm run renew` afterwards, for numbers are behaviour.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("calibrate: give the folder of measured cases, for example npm run calibrate -- ../cases");
  process.exit(2);
}
for (const part of ["attention", "gemm", "steps"]) {
  console.log(`== ${part}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `calibrate-${part}.mjs`), folder], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
