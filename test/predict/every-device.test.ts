import { describe, expect, it } from "vitest";
import { device, deviceIds } from "../../src/hardware/lookup.ts";
import { predict } from "../../src/predict/serving.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";
import type { Prediction } from "../../src/predict/types.ts";

const on = (hardware: string, outputTokens = 16): Prediction =>
  predict({ model: "gpt2", hardware, precision: { weights: "fp16" }, load: { mode: "static", batch: 1 }, inputTokens: 64, outputTokens });

describe("every device of the catalogue", () => {
  it.each(deviceIds())("%s is answered with finite figures, or refused for what it lacks", (id) => {
    try {
      const { values, intervals90 } = on(id);
      for (const [name, value] of Object.entries(values)) expect(value, name).toSatisfy((figure: number) => Number.isFinite(figure) && figure >= 0);
      for (const [low, high] of Object.values(intervals90)) expect(low).toBeLessThanOrEqual(high);
    } catch (error) {
      expect(error).toBeInstanceOf(RidgepointError);
      // Memory on the chip alone: 230 MB hold no GPT-2 with an engine's reserve.
      expect((error as RidgepointError).code).toBe("infeasible");
    }
  });

  it("a phone whose bandwidth nobody publishes takes that of its kind of memory, says so, and has a wide interval", () => {
    const phone = on("snapdragon-8gen2");
    const known = on("h100-sxm5-80");
    expect(device("snapdragon-8gen2").tiers[0].bandwidthBytesPerSecond).toBeNull();
    expect(phone.warnings.join()).toContain("publishes no memory bandwidth");
    const width = ({ intervals90: { tpotSeconds } }: Prediction): number => (tpotSeconds === undefined ? 0 : tpotSeconds[1] / tpotSeconds[0]);
    expect(width(phone)).toBeGreaterThan(2 * width(known));
    // Between a tenth and ten times what LPDDR5X of four 16-bit channels at 8.4 Gb/s a pin gives for the weights alone.
    const ideal = (0.124e9 * 2) / 67.2e9;
    expect(phone.values.tpotSeconds).toBeGreaterThan(ideal / 10);
    expect(phone.values.powerWatts).toBeLessThan(100);
  });
});
