import { describe, expect, it } from "vitest";
import { deviceFileOf, deviceIds, devices, toDevice } from "../../src/hardware/index.ts";
import { parseDeviceFile } from "../../src/hardware/parse-device.ts";

describe("deviceFileOf", () => {
  it.each(deviceIds().map((id) => [id]))("%s reads back with the same figures, prices apart", (id) => {
    const { prices: _, ...expected } = devices().find((device) => device.id === id) ?? { prices: [] };
    const { prices, ...own } = toDevice(parseDeviceFile(deviceFileOf(id), "spec"));
    expect(own).toEqual(expected);
    expect(prices).toEqual([]);
  });

  it("is short enough to edit: texts with units, nothing unknown, no sources", () => {
    const text = JSON.stringify(deviceFileOf("H100"), null, 2);
    expect(text).toContain('"bandwidth": "3350 GB/s"');
    expect(text).not.toMatch(/null|sources|note/);
    expect(text.split("\n").length).toBeLessThan(70);
  });
});
