import { beforeAll, describe, expect, it } from "vitest";
import type { TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import { gatedFfn } from "../../../src/evidence/kernels/gated-ffn.ts";
import { plainExpertFfn, plainGatedFfn, plainRoute } from "../../../src/evidence/kernels/plain/feed-forward.ts";
import { Meter } from "../../../src/evidence/kernels/plain/meter.ts";
import { expertFfn, routeTopK, routedMoe } from "../../../src/evidence/kernels/routed-moe.ts";
import { backends, expectClose, numbers, tensor, use } from "./support.ts";

const [tokens, hidden, intermediate] = [7, 12, 20];
const ffn = (seed: number) => ({ gate: numbers(hidden * intermediate, seed), up: numbers(hidden * intermediate, seed + 1), down: numbers(intermediate * hidden, seed + 2) });

describe.each(backends)("feed-forward networks on %s", (name) => {
  let tf: TensorBackend;
  beforeAll(async () => {
    tf = await use(name);
  });
  const tensors = ({ gate, up, down }: ReturnType<typeof ffn>) =>
    ({ gate: tensor(tf, gate, [hidden, intermediate]), up: tensor(tf, up, [hidden, intermediate]), down: tensor(tf, down, [intermediate, hidden]) });
  const operands = (meter: Meter, { gate, up, down }: ReturnType<typeof ffn>) =>
    ({ gate: meter.operand(gate), up: meter.operand(up), down: meter.operand(down) });

  it("gated FFN is the loops", () => {
    const x = numbers(tokens * hidden, 31);
    const meter = new Meter();
    const expected = plainGatedFfn(meter, meter.operand(x), operands(meter, ffn(32)), { tokens, hidden, intermediate }).values;
    expectClose(gatedFfn(tf, tensor(tf, x, [tokens, hidden]), tensors(ffn(32))), expected);
  });

  it.each([[4, 1], [4, 2], [8, 3], [5, 5], [1, 1]])("MoE with %i experts, top %i, is the loops", (experts, topK) => {
    const x = numbers(tokens * hidden, 41);
    const router = numbers(hidden * experts, 42);
    const weights = Array.from({ length: experts }, (_, expert) => ffn(100 + 3 * expert));
    const meter = new Meter();
    const shape = { tokens, hidden, intermediate, experts, topK };
    const input = meter.operand(x);
    const routing = plainRoute(meter, input, meter.operand(router), shape);
    const expected = plainExpertFfn(meter, input, weights.map((w) => operands(meter, w)), routing, shape).values;
    const xs = tensor(tf, x, [tokens, hidden]);
    expect(routeTopK(tf, xs, tensor(tf, router, [hidden, experts]), topK).experts).toEqual(routing.experts.flat());
    expectClose(routedMoe(tf, xs, { router: tensor(tf, router, [hidden, experts]), experts: weights.map(tensors) }, topK), expected);
  });

  it("MoE whose experts are all alike is one FFN", () => {
    const x = tensor(tf, numbers(tokens * hidden, 51), [tokens, hidden]);
    const one = tensors(ffn(52));
    const moe = routedMoe(tf, x, { router: tensor(tf, numbers(hidden * 6, 53), [hidden, 6]), experts: Array.from({ length: 6 }, () => one) }, 2);
    expectClose(moe, gatedFfn(tf, x, one).dataSync());
  });

  it("refuses more choices than experts and a routing of other tokens", () => {
    const x = tensor(tf, numbers(tokens * hidden, 51), [tokens, hidden]);
    const router = tensor(tf, numbers(hidden * 2, 53), [hidden, 2]);
    expect(() => routeTopK(tf, x, router, 3)).toThrow("topK = 3 is not in 1 … 2");
    const experts = [tensors(ffn(1)), tensors(ffn(2))];
    const weights = tf.fill([tokens, 1], 1);
    expect(() => expertFfn(tf, x, experts, { experts: [0], weights, topK: 1 })).toThrow("tokens × topK = 7");
    expect(() => expertFfn(tf, x, experts, { experts: [0, 1, 2, 0, 0, 0, 0], weights, topK: 1 })).toThrow("is no index of the 2 experts");
    expect(() => routedMoe(tf, x, { router, experts: experts.slice(1) }, 1)).toThrow("router.shape");
  });
});
