import { describe, expect, test } from "vitest";
import { RidgepointError } from "../../src/quantities/errors.ts";
import { createStream } from "../../src/numerics/random.ts";
import { dispersionOf } from "../../src/workloads/trace/rate.ts";
import { readTrace } from "../../src/workloads/trace/read.ts";

describe("reading a trace", () => {
  test("Azure 2023: dates with seven digits become seconds since the first", () => {
    const trace = readTrace("TIMESTAMP,ContextTokens,GeneratedTokens\r\n2023-11-16 18:15:46.6805900,374,44\r\n2023-11-16 18:15:50.9951690,396,109\r\n");
    expect(trace.map(({ inputTokens, outputTokens }) => [inputTokens, outputTokens])).toEqual([[374, 44], [396, 109]]);
    expect(trace[0]?.arrivalSeconds).toBe(0);
    expect(trace[1]?.arrivalSeconds).toBeCloseTo(4.314579, 5);
  });

  test("Mooncake: milliseconds, and the prefix that an unlimited cache would hit", () => {
    const lines = [
      { timestamp: 0, input_length: 1200, output_length: 5, hash_ids: [1, 2, 3] },
      { timestamp: 3000, input_length: 1100, output_length: 6, hash_ids: [1, 2, 4] },
      { timestamp: 3000, input_length: 600, output_length: 7, hash_ids: [1, 2] },
    ];
    const trace = readTrace(lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(trace.map(({ arrivalSeconds, prefixHitTokens }) => [arrivalSeconds, prefixHitTokens])).toEqual([[0, 0], [3, 1024], [3, 600]]);
  });

  test("other names, quotes, sessions, any order of lines", () => {
    const trace = readTrace('session_id,"arrived_at",num_prefill_tokens,num_decode_tokens\n"a, b",2.5,10,1\nc,1,20,2\n"a, b",3,30,3\n');
    expect(trace).toEqual([
      { arrivalSeconds: 1, inputTokens: 20, outputTokens: 2, session: 1 },
      { arrivalSeconds: 2.5, inputTokens: 10, outputTokens: 1, session: 0 },
      { arrivalSeconds: 3, inputTokens: 30, outputTokens: 3, session: 0 },
    ]);
  });

  test("logs of an API: dates of creation, counts in an object of their own, one list of all", () => {
    const log = [0, 2].map((second) => ({ id: "x", created_at: `2026-01-01T00:00:0${second}Z`, usage: { prompt_tokens: 10 + second, completion_tokens: 3 } }));
    const expected = [{ arrivalSeconds: 0, inputTokens: 10, outputTokens: 3 }, { arrivalSeconds: 2, inputTokens: 12, outputTokens: 3 }];
    expect(readTrace(JSON.stringify(log, null, 1))).toEqual(expected);
    expect(readTrace(log.map((line) => JSON.stringify(line)).join("\n"))).toEqual(expected);
  });

  test.each(["\t", ";"])("fields parted by %j", (separator) => {
    const lines = [["user_id", "arrival_s", "input_tokens", "output_tokens"], ["b,c", "0", "10", "1"], ["d", "1", "20", "2"], ["b,c", "2", "30", "3"]];
    expect(readTrace(lines.map((fields) => fields.join(separator)).join("\n"))).toEqual([
      { arrivalSeconds: 0, inputTokens: 10, outputTokens: 1, session: 0 }, { arrivalSeconds: 1, inputTokens: 20, outputTokens: 2, session: 1 },
      { arrivalSeconds: 2, inputTokens: 30, outputTokens: 3, session: 0 },
    ]);
  });

  test.each([
    ["", "invalid-value", "line 1"],
    ["a,b\n1,2", "missing-field", "line 1"],
    ["[{]", "invalid-json", "line 1"],
    ["arrival_s,input_tokens,output_tokens\n0,1,1\n1,x,3", "invalid-value", "line 3.input_tokens"],
    ["arrival_s,input_tokens,output_tokens\n0,1,1\n\n1,2", "invalid-value", "line 4"],
    ["arrival_s,input_tokens,output_tokens\nsoon,1,1", "invalid-value", "line 2.arrival_s"],
    ["arrival_s,input_tokens,output_tokens,prefix_hit_tokens\n1,5,1,6", "invalid-value", "line 2.prefix_hit_tokens"],
    ['{"arrival_s":1,"input_tokens":2,"output_tokens":3}\n{oops', "invalid-json", "line 2"],
    ['{"arrival_s":1,"input_tokens":2,"output_tokens":3}\n{"arrival_s":1,"output_tokens":3}', "invalid-value", "line 2.input_tokens"],
    ['arrival_s,input_tokens,output_tokens\n"1,2,3', "invalid-value", "line 2"],
  ])("%j names the line", (text, code, path) => {
    try {
      readTrace(text);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof RidgepointError)) throw error;
      expect({ code: error.code, path: error.path }).toEqual({ code, path });
    }
  });
});

describe("the dispersion of arrivals", () => {
  const at = (times: readonly number[]): Parameters<typeof dispersionOf>[0] => times.map((arrivalSeconds) => ({ arrivalSeconds, inputTokens: 1, outputTokens: 1 }));
  const random = createStream(3);
  let now = 0;
  const poisson = Array.from({ length: 20_000 }, () => (now += random.exponential()));

  test("is 1 of Poisson arrivals in any window, the size of the group of groups, 0 of a clock, and 1 where too few windows fit", () => {
    for (const seconds of [1, 10, 100]) expect(Math.abs(dispersionOf(at(poisson), seconds) - 1)).toBeLessThan(seconds === 100 ? 0.25 : 0.06);
    expect(dispersionOf(at(poisson.flatMap((time) => [time, time, time, time])), 10) / 4).toBeCloseTo(1, 1);
    expect(dispersionOf(at(Array.from({ length: 1000 }, (_, i) => i)), 10)).toBe(0);
    expect(dispersionOf(at([0, 1, 2]), 1)).toBe(1);
  });
});
