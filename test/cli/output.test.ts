import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { digits, dollars, milliseconds, percent, range, significant, withUnit } from "../../src/cli/output/figures.ts";
import { progress } from "../../src/cli/output/progress.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

describe("figures", () => {
  it.each([
    [digits(1167.4), "1,167"], [digits(0.04213), "0.0421"], [digits(26.5), "26.5"], [digits(16), "16"], [digits(0), "0"], [digits(undefined), "–"],
    [digits(NaN), "–"], [digits(Infinity), "∞"], [digits(70_553_706_496, 15), "70,553,706,496"], [digits(1234.5678, 9), "1,234.5678"],
    [significant(20), "20.0"], [significant(9.996), "10.0"], [significant(1234.5), "1,235"], [significant(0.00123456), "0.00123"],
    [milliseconds(0.0306), "30.6"], [milliseconds(1.0194), "1,019"], [dollars(1234.5), "1,234.50"], [dollars(0.1234), "0.123"],
    [percent(0.4567), "46 %"], [percent(0.0123), "1 %"], [percent(undefined), "–"],
    [withUnit(0.0421, "s"), "42.1 ms"], [withUnit(0, "s"), "0"], [withUnit(Infinity, "tokens"), "no limit"], [withUnit(491_200, "tokens"), "491 k"],
    [range([0.012, 0.018], (value) => withUnit(value, "s")), "12–18 ms"], [range([0.9, 84], (value) => withUnit(value, "s")), "900 ms–84 s"], [range(undefined), "–"],
  ])("%s", (printed, expected) => {
    expect(printed).toBe(expected);
  });
});

describe("progress", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const notes = (watched: boolean): { readonly terminal: Terminal; readonly written: string[] } => {
    const written: string[] = [];
    const plain = (text: string): string => text;
    return {
      written,
      terminal: {
        input: new PassThrough(), output: new PassThrough(), inputFault: () => null, print: () => {}, note: (text) => void written.push(text),
        bold: plain, dim: plain, width: 100, watched,
      },
    };
  };

  it("says nothing in the first second, then how far it is, and clears its line", () => {
    vi.useFakeTimers();
    const { terminal, written } = notes(true);
    const bar = progress(terminal, "searching");
    vi.advanceTimersByTime(900);
    bar.update(1, 57);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(200);
    bar.update(2, 57);
    bar.update(3, 57);
    expect(written).toEqual(["\rsearching: 2 of 57\u001b[K"]);
    bar.end();
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  it("says nothing where nobody watches, and leaves no mark when it was quick", () => {
    vi.useFakeTimers();
    const silent = notes(false);
    const bar = progress(silent.terminal, "searching");
    vi.advanceTimersByTime(5000);
    bar.update(1, 2);
    bar.end();
    const quick = notes(true);
    progress(quick.terminal, "searching").end();
    expect([...silent.written, ...quick.written]).toEqual([]);
  });
});
