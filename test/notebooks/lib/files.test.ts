import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify, textOf } from "../../../notebooks/lib/planner/dropped.ts";
import { classesOf, summariseTrace } from "../../../notebooks/lib/planner/trace.ts";
import { deviceFileOf } from "../../../src/index.ts";
import { lengthMoments } from "../../../src/workloads/lengths.ts";

describe("classify", () => {
  it("tells a model, a device and a trace apart by what they hold", () => {
    expect(classify(JSON.stringify({ model_type: "llama", hidden_size: 2 }), "x")).toMatchObject({ kind: "model" });
    expect(classify(JSON.stringify(deviceFileOf("l4")), "x")).toMatchObject({ kind: "device", spec: { id: "l4" } });
    expect(classify("arrival_s,input_tokens,output_tokens\n0,1,1\n", "x").kind).toBe("trace");
    expect(classify('{"arrival_s":0,"input_tokens":1,"output_tokens":1}\n{"arrival_s":1,"input_tokens":1,"output_tokens":1}\n', "x").kind).toBe("trace");
    expect(classify('{"timestamp":0,"input_length":1,"output_length":1}', "x").kind).toBe("trace");
    expect(classify('[{"arrival_s":0,"input_tokens":1,"output_tokens":1}]', "x.json").kind).toBe("trace");
  });

  it("says what is wrong with a broken file", () => {
    expect(() => classify('{\n "model_type": "llama",\n', "config.json")).toThrow("is not JSON");
    expect(() => classify("\x89PNG\r\n\x1a\n\0\0\0", "picture.png")).toThrow("is no text");
    expect(() => classify("[1, 2]", "list.json")).toThrow("is a list");
  });

  it("unpacks what gzip packed, whatever its name", async () => {
    expect(await textOf(new Blob([gzipSync("a,b\n1,2\n")]))).toBe("a,b\n1,2\n");
    expect(await textOf(new Blob(["a,b\n1,2\n"]))).toBe("a,b\n1,2\n");
  });
});

describe("traces", () => {
  it("keep their rate, their busiest twentieth and the mean of their lengths", () => {
    // 100 requests in the first second, 100 over the next 99: the busiest 5 s hold all of the first and five of the others.
    const rows = [...Array.from({ length: 100 }, (_, i) => `${i / 100},${i + 1},10`), ...Array.from({ length: 100 }, (_, i) => `${1 + i},${i + 1},10`)];
    const trace = summariseTrace(["arrival_s,input_tokens,output_tokens", ...rows].join("\n"), "t");
    expect(trace.requests).toBe(200);
    expect(trace.ratePerSecond).toBeCloseTo(199 / 100, 12);
    expect(trace.busiestRatePerSecond).toBeCloseTo(104 / 5, 12);
    expect(trace.outputTokens).toEqual({ dist: "tokens-pmf", values: [10], probabilities: [1] });
  });

  it("refuse what has no rate", () => {
    expect(() => summariseTrace("arrival_s,input_tokens,output_tokens\n0,1,1\n0,1,1\n", "t")).toThrow("all at one time");
    expect(() => summariseTrace("a,b\n1,2\n", "t")).toThrow("no column");
  });
});

describe("classesOf", () => {
  const counts = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 400 });

  it("keeps few lengths as they are", () => {
    expect(classesOf([5, 1, 5, 5])).toEqual({ dist: "tokens-pmf", values: [1, 5], probabilities: [0.25, 0.75] });
  });

  it("keeps mean and range of many, in at most 48 classes", () => {
    fc.assert(fc.property(counts, (list) => {
      const law = classesOf(list);
      if (law.dist !== "tokens-pmf") throw new Error("not a list of classes");
      const mean = list.reduce((sum, count) => sum + count, 0) / list.length;
      expect(law.values.length).toBeLessThanOrEqual(48);
      expect(law.probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      // Classes are rounded to whole tokens, each by half a token at most.
      expect(Math.abs(lengthMoments(law, "tokens").mean - mean)).toBeLessThanOrEqual(0.5 + 1e-9);
      expect(Math.min(...law.values)).toBeGreaterThanOrEqual(Math.min(...list));
      expect(Math.max(...law.values)).toBeLessThanOrEqual(Math.max(...list));
      expect([...law.values].sort((a, b) => a - b)).toEqual(law.values);
    }), { seed: 1, numRuns: 100 });
  });
});
