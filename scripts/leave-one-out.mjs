// Errors on what a fit has not seen: configurations by cross-validation, then devices, models and engines left out in turn, and from
// them the widths of the 90 % intervals of whole models. Part of scripts/calibrate-steps.mjs.

/** Deterministic fold of an observation: by its place among those of its slice, so that every slice is in every fold. */
function foldsOf(observations, folds) {
  const places = new Map();
  return observations.map(({ slice }) => {
    const at = places.get(slice) ?? 0;
    places.set(slice, at + 1);
    return at % folds;
  });
}

/** Values with fewer runs than this are left out a third of them at a time, which is harder than one by one. */
const ownFold = 60;

function together(values) {
  const sizes = new Map();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const few = [...sizes].filter(([, size]) => size < ownFold).map(([value]) => value).sort();
  return values.map((value) => (sizes.get(value) < ownFold ? `a third of those with few runs, ${few.indexOf(value) % 3}` : value));
}

/**
 * Residuals log(predicted/measured) of every observation by what was held back: `configurations`, `device`, `model`, `engine`.
 * Each fold starts from the fit to all. An attribute's value that is all of the data cannot be left out.
 */
export function heldOut(lib, observations, train, full, progress) {
  const folds = foldsOf(observations, 4);
  const attributes = {
    configurations: observations.map((_, i) => folds[i]),
    device: together(observations.map((o) => o.base.device.id)),
    model: together(observations.map((o) => o.base.architecture.id)),
    engine: observations.map((o) => o.base.engine),
  };
  const inTrain = new Set(lib.thinned(train, 3));
  const residuals = {};
  for (const [scheme, values] of Object.entries(attributes)) {
    const logs = new Float64Array(observations.length);
    for (const value of new Set(values)) {
      const rest = observations.filter((o, i) => inTrain.has(o) && values[i] !== value);
      const held = observations.filter((_, i) => values[i] === value);
      const { constants } = lib.fitWhole(rest, lib.kernelConstants, 1, 6, full);
      const found = lib.residualsOf(held, constants);
      let at = 0;
      for (let i = 0; i < observations.length; i++) if (values[i] === value) logs[i] = found[at++];
      progress(`${scheme} ${value}: ${held.length} held back`);
    }
    residuals[scheme] = logs;
  }
  return residuals;
}

/** Quantile of values that each have a weight. */
function weightedQuantile(pairs, q) {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  for (const [value, weight] of sorted) {
    sum += weight;
    if (sum >= q * total) return value;
  }
  return sorted.at(-1)[0];
}

/** Fewest runs from which a width is taken, over at least as many slices. */
const fewestRuns = 20;
const fewestSlices = 3;

/**
 * [low, high] of the 90 % interval of log(measured/predicted), by level, form and engine (`*`: any), of first tokens also by how many run at once, for each scheme. A slice counts
 * like another up to a factor: by the root of its size, or a large one would speak for all.
 */
export function intervalTable(observations, residuals, lib) {
  const table = {};
  for (const [scheme, logs] of Object.entries(residuals)) {
    const groups = new Map();
    observations.forEach((o, i) => {
      const [{ level, inverse }] = lib.errorTerms(o.figure, o.scenario.load.mode === "static");
      const form = lib.hasExperts(o.engine.pass) ? "moe" : "dense";
      // What an unseen engine does wrong cannot be known by its name.
      const keys = [`${level}|${form}|*`, `${level}|*|*`, ...(scheme === "engine" ? [] : [`${level}|${form}|${o.base.engine}`])];
      const { load } = o.scenario;
      if (level === "ttft" && load.mode === "closed") {
        const crowd = load.concurrency > lib.crowdedFrom * o.engine.plan.dp ? "many" : "few";
        keys.push(`${level}|${form}|*|${crowd}`, ...(scheme === "engine" ? [] : [`${level}|${form}|${o.base.engine}|${crowd}`]));
      }
      for (const key of keys) {
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push([inverse ? logs[i] : -logs[i], o.slice]);
      }
    });
    for (const [key, rows] of groups) {
      const sizes = new Map();
      for (const [, slice] of rows) sizes.set(slice, (sizes.get(slice) ?? 0) + 1);
      if (rows.length < fewestRuns || sizes.size < fewestSlices) continue;
      const weighted = rows.map(([log, slice]) => [log, 1 / Math.sqrt(sizes.get(slice))]);
      const [level, form, ...engine] = key.split("|");
      (((table[level] ??= {})[form] ??= {})[engine.join("|")] ??= {})[scheme] = [weightedQuantile(weighted, 0.05), weightedQuantile(weighted, 0.95)].map((x) => Number(x.toFixed(2)));
    }
  }
  return table;
}
