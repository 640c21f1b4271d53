import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDevice, resolveHardware } from "../../src/hardware/index.ts";

const guide = readFileSync(new URL("../../docs/adding-a-device.md", import.meta.url), "utf8");
const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";

describe("docs/adding-a-device.md", () => {
  it("has an example that is read as it says", () => {
    const lab = parseDevice(example);
    expect(lab).toMatchObject({
      id: "lab-accelerator", computeUnits: 96, clockHertz: 1.7e9, hostLinkBytesPerSecond: 63e9, tdpWatts: 600, idleWatts: 80,
      matrixFlopsPerSecond: { bf16: 400e12, fp8: 800e12 },
      scaleUp: { topology: "mesh", domainDevices: 8, bytesPerSecond: 300e9 },
      scaleOut: { bytesPerSecond: 50e9, fabric: "fabric-ib-ndr" },
    });
    expect(lab.tiers.map(({ name, capacityBytes }) => [name, capacityBytes])).toEqual([["hbm", 94 * 2 ** 30], ["ddr", 512 * 2 ** 30]]);
    expect(lab.prices).toEqual([{ usdPerDeviceHour: 1.9, provider: "Lab", kind: "other", date: "2026-11", source: "Our own accounting, November 2026" }]);
    expect(resolveHardware({ spec: JSON.parse(example) as unknown }).device).toEqual(lab);
  });

  it("quotes an error that the library gives", () => {
    const quoted = /`(spec\.memory\[0\]\.usable = [^`]*)`/.exec(guide)?.[1] ?? "nothing";
    expect(() => parseDevice(example.replace("94 GiB", "94 GiB/s"), "spec")).toThrow(quoted);
  });

  it("names every tier and topology that the schema knows", () => {
    const schema = readFileSync(new URL("../../hardware/schema.json", import.meta.url), "utf8");
    const enumOf = (word: string): readonly string[] => (JSON.parse(`[${new RegExp(`"enum": \\[([^\\]]*"${word}"[^\\]]*)\\]`).exec(schema)?.[1] ?? ""}]`) as readonly string[]);
    for (const word of [...enumOf("lpddr"), ...enumOf("torus-2d")]) expect(guide, word).toMatch(new RegExp(`[\`\\s]${word}[\`\\s]`));
    expect(enumOf("torus-2d")).toHaveLength(6);
  });
});
