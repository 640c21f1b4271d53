// API reports of every entry of the exports map, in etc/. `--write` renews them (`npm run api`); without it, says what differs.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const write = process.argv.includes("--write");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

if (!existsSync(join(root, "dist", "index.d.ts"))) {
  process.stderr.write("dist/index.d.ts is missing; run `npm run build` first\n");
  process.exit(1);
}
mkdirSync(join(root, "etc"), { recursive: true });
let different = 0;
for (const [entry, target] of Object.entries(manifest.exports)) {
  if (typeof target === "string") continue;
  const name = entry === "." ? manifest.name : entry.slice("./".length).replaceAll("/", "-");
  const configObject = ExtractorConfig.loadFile(join(root, "api-extractor.json"));
  configObject.mainEntryPointFilePath = join(root, target.types);
  configObject.apiReport.reportFileName = name;
  const extractorConfig = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: join(root, "api-extractor.json"),
    packageJsonFullPath: join(root, "package.json"),
  });
  const { apiReportChanged, errorCount } = Extractor.invoke(extractorConfig, {
    localBuild: write,
    messageCallback: (message) => {
      message.handled = message.logLevel === "none" || message.logLevel === "verbose" || message.logLevel === "info" || message.messageId.startsWith("console-");
    },
  });
  if (errorCount > 0 || apiReportChanged) {
    process.stdout.write(`etc/${name}.api.md ${apiReportChanged ? (write ? "written" : "differs; run `npm run api` and read the diff") : "has errors"}\n`);
    different++;
  }
}
process.exit(different > 0 && !write ? 1 : 0);
