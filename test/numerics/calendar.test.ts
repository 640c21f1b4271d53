import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Calendar } from "../../src/numerics/calendar.ts";
import { createStream } from "../../src/numerics/random.ts";

/** A calendar as plainly as possible. */
class PlainCalendar {
  readonly ends = new Map<number, number>();

  get top(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.ends.values());
  }
}

describe("the calendar", () => {
  it("finds what a plain list finds, whatever is added, taken and removed in between", () => {
    const action = fc.record({
      kind: fc.constantFrom("push", "push", "push", "pop", "pop", "remove"),
      item: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 700 })),
      // Few and many iterations away, and far beyond a lap of the buckets.
      ahead: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2 ** 40 })),
    });
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 1500, size: "max" }), (actions) => {
        const calendar = new Calendar();
        const plain = new PlainCalendar();
        let now = 0;
        for (const { kind, item, ahead } of actions) {
          if (kind === "push" && !plain.ends.has(item)) {
            calendar.push(now + ahead, item);
            plain.ends.set(item, now + ahead);
          } else if (kind === "remove" && plain.ends.has(item)) {
            calendar.remove(item);
            plain.ends.delete(item);
          } else if (kind === "pop" && plain.ends.size > 0) {
            now = plain.top;
            // All that end together are taken before anything else happens.
            while (calendar.top === now) {
              const taken = calendar.pop();
              expect(plain.ends.get(taken)).toBe(now);
              plain.ends.delete(taken);
            }
          }
          expect(calendar.size).toBe(plain.ends.size);
          expect(calendar.top).toBe(plain.top);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("follows a change of scale by a million, with thousands of items", () => {
    const stream = createStream(3);
    const calendar = new Calendar();
    let now = 0;
    let items = 0;
    for (const [scale, count] of [[3, 2000], [1e7, 5000], [40, 5000], [1e4, 20_000]] as const) {
      for (let i = 0; i < count; i++) {
        while (items < 3000) calendar.push(now + stream.geometricWithScale(scale), items++);
        const end = calendar.top;
        expect(end).toBeGreaterThanOrEqual(now);
        now = end;
        calendar.push(now + stream.geometricWithScale(scale), calendar.pop());
      }
    }
    expect(calendar.size).toBe(3000);
  });
});
