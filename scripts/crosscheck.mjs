// `npm run crosscheck [cases [first]]`: queueing analysis against the simulator on random cases of every model (default 20 each).
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [cases = 20, first = 0] = process.argv.slice(2).map(Number);
if (!(cases >= 1 && cases <= 1000 && first >= 0)) {
  process.stderr.write("usage: npm run crosscheck [cases of each model, 1 … 1000 [number of the first]]\n");
  process.exit(2);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: [join(root, "test", "queueing", "crosscheck", "table.ts")],
  bundle: true,
  write: false,
  platform: "node",
  format: "esm",
});
const { crosscheck } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
process.exitCode = crosscheck(cases, first, (line) => process.stdout.write(`${line}\n`)) ? 0 : 1;
