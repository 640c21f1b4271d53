import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kvElementsPerToken, kvTokensHeld, modelTypes, parametersOf, readConfig, stateElements, sumLayers } from "../../src/models/index.ts";
import { catalogue } from "../../src/models/catalogue/index.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";

/** Reads a config that may be wrong: the answer is exact whole numbers, or an error of ours that names a field. */
function readOrRefuse(config: unknown): "read" | "refused" {
  try {
    const architecture = readConfig(config);
    const { layerKinds, ...counted } = parametersOf(architecture);
    const figures = [
      ...Object.values(counted), ...layerKinds.flatMap((kind) => Object.values(kind)),
      sumLayers(architecture, ({ mixer }) => kvElementsPerToken(mixer) * kvTokensHeld(mixer, 1000) + stateElements(mixer)),
    ];
    expect(figures.filter((figure) => !Number.isSafeInteger(figure) || figure < 0)).toEqual([]);
    expect(counted.active).toBeLessThanOrEqual(counted.total);
    return "read";
  } catch (error) {
    if (!(error instanceof RidgepointError)) throw error;
    expect(error.path?.startsWith("model.config")).toBe(true);
    expect(error.message.startsWith(error.path ?? "")).toBe(true);
    return "refused";
  }
}

const records = catalogue.flatMap((list) => Object.values(list));
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, 0, -1, 1, 0.5, 1e9, 2 ** 53, Number.NaN, Infinity, -Infinity, "", "4096", [], {}, [[]], "llama"),
  fc.integer({ min: 1, max: 300 }), fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }),
);

/** Fields of a record, those of its sections included, each as a path. */
function paths(record: object, above: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]) => {
    const here = [...above, key];
    return typeof value === "object" && value !== null && !Array.isArray(value) ? [here, ...paths(value, here)] : [here];
  });
}

function replaced(record: object, [key, ...rest]: readonly string[], value: unknown): object {
  if (key === undefined) return record;
  const inner = (record as Record<string, unknown>)[key];
  return { ...record, [key]: rest.length === 0 || typeof inner !== "object" || inner === null ? value : replaced(inner, rest, value) };
}

describe("readConfig answers whatever it is given", () => {
  it("a catalogue record with fields replaced", () => {
    const mutated = fc.constantFrom(...records).chain((record) =>
      fc.array(fc.tuple(fc.constantFrom(...paths(record)), strange), { minLength: 1, maxLength: 3 }).map((changes) => changes.reduce<object>((config, [path, value]) => replaced(config, path, value), record)),
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(mutated, (config) => {
        seen.add(readOrRefuse(config));
      }),
      { seed: 1, numRuns: 1200 },
    );
    expect([...seen].sort()).toEqual(["read", "refused"]);
  });

  it("a model type with fields of another one", () => {
    const fields = records.flatMap((record) => Object.entries(record)).filter(([key]) => key !== "model_type");
    fc.assert(
      fc.property(fc.constantFrom(...modelTypes()), fc.array(fc.constantFrom(...fields), { maxLength: 8 }), (model_type, chosen) => {
        readOrRefuse({ ...Object.fromEntries(chosen), model_type });
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("any value at all", () => {
    fc.assert(
      fc.property(fc.anything(), (config) => {
        readOrRefuse(config);
        readOrRefuse({ model_type: "llama", rope_scaling: config, text_config: config, quantization_config: config });
      }),
      { seed: 1, numRuns: 300 },
    );
    readOrRefuse(JSON.parse('{"__proto__": {"model_type": "llama"}}'));
    for (const model_type of ["__proto__", "constructor", "toString", ""]) expect(readOrRefuse({ model_type })).toBe("refused");
  });

  it("configs that refer to themselves or hold what JSON cannot", () => {
    const circle: Record<string, unknown> = { model_type: "llama" };
    circle["text_config"] = circle;
    readOrRefuse(circle);
    readOrRefuse({ model_type: "llama", hidden_size: 4096n, num_attention_heads: Symbol("heads"), vocab_size: () => 1 });
  });

  it("and every known type reads with its defaults, or says which field it needs", () => {
    const needs = modelTypes().filter((model_type) => readOrRefuse({ model_type }) === "refused");
    for (const model_type of needs) expect(() => readConfig({ model_type }), model_type).toThrow(/is missing/);
  });
});
