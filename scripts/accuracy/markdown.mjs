// docs/accuracy.md from docs/accuracy.json. The text is written here once; the figures are all computed.
const percent = (x) => (x === undefined || x === null ? "–" : (100 * x).toFixed(x >= 10 ? 0 : 1));
const plain = (x, digits = 2) => (x === undefined || x === null ? "–" : x >= 1000 ? x.toExponential(1) : x.toFixed(digits));
const share = (x) => (x === undefined || x === null ? "–" : `${Math.round(100 * x)} %`);
const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

function table(headers, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(headers), line(headers.map((header, i) => (i === 0 || /^(slice|figure|reason|how|source|tool|claim|by|label)$/.test(header) ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const errorHeaders = ["n", "median %", "mean %", "bias", "rank", "in 90 %", "hi/lo", "ideal median %", "ideal mean %"];
const errorCells = (row) => [
  row.answered === row.n ? count(row.n) : `${count(row.answered)} of ${count(row.n)}`, percent(row.medianError), percent(row.meanError), plain(row.bias), plain(row.rankCorrelation, 3),
  share(row.coverage), plain(row.intervalRatio), percent(row.ideal.medianError), percent(row.ideal.meanError),
];

const dimensionWords = { hardware: "device", engine: "engine", model: "model", precision: "precision", form: "form", region: "region", engine_version: "release" };
/** Labels with fewer figures say little and stay in the JSON file. */
const smallest = 5;

/** TTFT is two different things where requests wait for admission and where they do not: its rows are split by region. */
function figureRows(file) {
  return file.figures.flatMap((row) => {
    const regions = row.value === "ttft_s" ? (file.by.region ?? []).filter((part) => part.value === "ttft_s") : [];
    return regions.length > 1 ? regions.map((part) => ({ ...part, value: `ttft_s, ${part.label}` })) : [row];
  });
}

function summary({ files }) {
  const rows = files.flatMap((file) => figureRows(file).map((row) => [file.file, row.value, ...errorCells(row)]));
  return `## By file and figure

\`npm run accuracy -- CASES\`; one file alone: \`ridgepoint validate CASES/serving-inferencex.jsonl.gz\`, TTFT by region with \`--by region --value ttft_s\`.

${table(["slice", "figure", ...errorHeaders], rows)}`;
}

function noise({ files }) {
  const rows = files.filter((file) => file.noise !== undefined).map(({ file, noise: { cases, median, p90 } }) => [file, count(cases), percent(median), percent(p90)]);
  return `### The noise underneath

How much repeated measurements of one and the same case differ (largest over smallest, less 1). No prediction can be asked for less.

${table(["slice", "cases", "median %", "90th percentile %"], rows)}`;
}

function perFile(file) {
  const rows = Object.entries(file.by).flatMap(([name, labels]) => {
    const shown = labels.filter(({ answered }) => answered >= smallest);
    return new Set(shown.map(({ label }) => label)).size < 2 ? [] : shown.map((row) => [dimensionWords[name], row.label, row.value, ...errorCells(row)]);
  });
  if (rows.length === 0) return null;
  return `### ${file.file}

\`ridgepoint validate CASES/${file.file}.jsonl.gz --by ${Object.entries(file.by).filter(([, labels]) => new Set(labels.map(({ label }) => label)).size > 1).map(([name]) => name).join(" --by ")}\`

${table(["by", "label", "figure", ...errorHeaders], rows)}`;
}

const bindingWords = { hbm: "memory", compute: "compute", link: "links", launch: "launches and host work", queue: "the queue", capacity: "capacity", "host-link": "the host link" };

function worst({ worst: rows }) {
  const words = (row) => row.reason ?? `no reason known; predictions rest on ${bindingWords[row.bound] ?? row.bound} here and are ${row.bias < 1 ? "too low" : "too high"}`;
  return `## Where it is worst

The slices (one file, device, engine, model, precision) of at least five figures with the largest median error, each with the reason as far as it is known.

${table(["slice", "figure", "n", "median %", "bias", "in 90 %", "reason"], rows.map((row) => [[row.file, ...Object.values(row.slice)].join(", "), row.value, count(row.answered), percent(row.medianError), plain(row.bias), share(row.coverage), words(row)]))}`;
}

const schemeWords = { configurations: "seen: configurations held back by folds", device: "device left out", family: "device family left out", engine: "engine left out", model: "model left out" };
/** How a part leaves out, where it is more than a value at a time with all the other data. */
const partNotes = {
  steps: "Fits start from that to all cases and see at most three of each slice. Devices and models with fewer than 60 figures are left out a third of them at a time. Runs made for their energy were never fitted to. TTFT and TPOT are those of the closed form.",
};
const partWords = { attention: "Attention, collectives and row kernels", gemm: "Matrix products and routed experts", steps: "Whole models: serving, static batches, offline" };

function leftOut({ leaveOneOut }) {
  const parts = Object.entries(partWords).map(([part, words]) => {
    const rows = leaveOneOut?.[part];
    if (rows === undefined) return `### ${words}\n\nNot computed: \`scripts/calibrate-${part}.mjs\` writes no such table in this version.`;
    return `### ${words}\n\n\`node scripts/calibrate-${part}.mjs CASES --dry --leave-one-out --report FILE\`${partNotes[part] === undefined ? "" : `. ${partNotes[part]}`}\n\n${table(["slice", "by", "n", "median %", "mean %", "bias", "rank"], rows.map((row) =>
      [row.slice, schemeWords[row.scheme] ?? row.scheme, count(row.n), percent(row.medianError), percent(row.meanError), plain(row.bias), plain(row.rankCorrelation, 3)]))}`;
  });
  return `## What was never seen

The tables above are of the shipped constants, which were fitted on many of these cases. Here the constants are fitted again without the cases that are
then predicted: without some configurations, without a device, a device family, an engine or a model at all.

${parts.join("\n\n")}`;
}

function ownRuns({ ownRuns: rows }) {
  if (!rows) return "## What three runs of your own are worth\n\nNot computed in this run.";
  return `## What three runs of your own are worth

Runs are grouped by device, engine, release, model and precision (groups of at least eight; the first twelve of each file). Three of a group, by the hash of
their ids, are given to [\`ridgepoint calibrate\`](calibrating.md); the others are predicted with the shipped constants and with the profile.

${table(["slice", "figure", "groups", "n", "median % before", "after", "mean % before", "after", "in 90 % before", "after"], rows.map((row) =>
    [row.file, row.value, row.groups, count(row.n), percent(row.medianBefore), percent(row.medianAfter), percent(row.meanBefore), percent(row.meanAfter), share(row.coverageBefore), share(row.coverageAfter)]))}`;
}

function peers({ peers: rows }) {
  return `## Beside others

What other tools publish about themselves, on their own data and in their own way: context, not a comparison. None of them gives an interval. A bare
datasheet roofline on the cases of this page is the column \`ideal\` above.

${table(["tool", "claim", "how", "source"], rows.map(({ tool, claim, how, source }) => [tool, claim, how, source]))}`;
}

function sources({ files, sources: known }) {
  return `## Sources

Every measured figure is somebody's publication. The rows themselves are not part of this package.

${table(["slice", "cases", "source"], files.map((file) => [file.file, count(file.cases), file.sources.map((name) => known[name] ?? name).join("; ")]))}`;
}

export function markdownOf(accuracy) {
  const { files, version } = accuracy;
  const total = files.reduce((sum, { cases }) => sum + cases, 0);
  const answered = files.reduce((sum, file) => sum + file.answered, 0);
  return `${[
    `# Accuracy

<!-- Written by scripts/accuracy.mjs: npm run accuracy -- CASES. Do not edit. -->

Version ${version}, ${count(total)} published measurements of kernels, serving, static batches, offline throughput, power and training, of which ${count(answered)} are answered
through the public interface that [\`ridgepoint evaluate\`](evaluate.md) speaks. All figures with more digits, and the small slices, are in
[accuracy.json](accuracy.json). CASES is a folder of measured cases in the form of [validating.md](validating.md), where the columns are explained;
\`ideal\` is the same cases on the bare datasheet (engine \`ideal\`), without any fitted term.

Errors are |predicted/measured − 1|. The shipped constants were fitted on part of these cases: "what was never seen" below is the honest table for a new
device, engine or model. A case that is not answered counts in "of", never in an error.`,
    summary(accuracy), noise(accuracy), leftOut(accuracy), ownRuns(accuracy), worst(accuracy), peers(accuracy),
    `## By device, engine, model and precision\n\nLabels with fewer than ${smallest} answered figures are in the JSON file.`, ...files.map(perFile).filter((text) => text !== null), sources(accuracy),
  ].join("\n\n")}\n`;
}
