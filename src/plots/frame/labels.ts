import { fontSize, textWidth } from "./text-width.ts";

/** A point that wants a label, pixels. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Radius of its mark. */
  readonly r: number;
  readonly text: string;
  /** What to write where the text has no room. */
  readonly shorter?: string;
  /** How far its bar reaches to the left and to the right; a label may stand at its ends. */
  readonly reach?: readonly [left: number, right: number];
}

/** Where a label stands from its point. */
export interface Placement {
  readonly dx: number;
  readonly dy: number;
  readonly textAnchor: "start" | "middle" | "end";
}

/** A label with its place. */
export interface PlacedLabel extends Placement {
  readonly text: string;
}

/** Something that no label may hide, pixels. */
export interface Disc { readonly x: number; readonly y: number; readonly r: number }

/** Discs along straight lines from point to point, for labels to keep off a line. */
export function alongLine(points: readonly { readonly x: number; readonly y: number }[], spacing = 8): Disc[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] as { x: number; y: number };
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / spacing));
    return Array.from({ length: count }, (_, k) => ({ x: from.x + ((to.x - from.x) * k) / count, y: from.y + ((to.y - from.y) * k) / count, r: 1 }));
  });
}

/** A rectangle, pixels. */
export interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/**
 * A place for each label beside its point, first come first served: where it hides no mark, no label before it and stays inside the
 * frame; the shorter text where the whole has none, null where neither has.
 */
export function placeLabels(points: readonly Labelled[], inside: Box, obstacles: readonly Disc[], reserved: readonly Box[] = []): (PlacedLabel | null)[] {
  const taken: Box[] = [...reserved];
  return points.map((point) => {
    for (const text of point.shorter === undefined ? [point.text] : [point.text, point.shorter]) {
      const width = textWidth(text);
      for (const place of places(point)) {
        const box = boxOf(point, place, width);
        const free = box.left >= inside.left && box.right <= inside.right && box.top >= inside.top && box.bottom <= inside.bottom
          && !taken.some((other) => overlaps(box, other)) && !obstacles.some((other) => (other.x !== point.x || other.y !== point.y) && covers(box, other));
        if (!free) continue;
        // A label beside needs a gap to be told from it.
        taken.push({ ...box, left: box.left - gap, right: box.right + gap });
        return { ...place, text };
      }
    }
    return null;
  });
}

/** The room that a label takes. */
export function labelBox(point: Pick<Labelled, "x" | "y">, label: PlacedLabel): Box {
  return boxOf(point, label, textWidth(label.text));
}

const gap = 5;

function places({ r, reach }: Labelled): Placement[] {
  const side = r + 4;
  const lift = r + 7;
  const ends: Placement[] = reach === undefined ? [] : [{ dx: reach[1] + 4, dy: 0, textAnchor: "start" }, { dx: -reach[0] - 4, dy: 0, textAnchor: "end" }];
  return [
    ...ends,
    { dx: side, dy: 0, textAnchor: "start" }, { dx: -side, dy: 0, textAnchor: "end" }, { dx: 0, dy: -lift, textAnchor: "middle" }, { dx: 0, dy: lift, textAnchor: "middle" },
    { dx: side, dy: -lift, textAnchor: "start" }, { dx: -side, dy: -lift, textAnchor: "end" }, { dx: side, dy: lift, textAnchor: "start" }, { dx: -side, dy: lift, textAnchor: "end" },
  ];
}

function boxOf(point: Pick<Labelled, "x" | "y">, { dx, dy, textAnchor }: Placement, width: number): Box {
  const left = point.x + dx - (textAnchor === "start" ? 0 : textAnchor === "end" ? width : width / 2);
  const middle = point.y + dy;
  return { left, right: left + width, top: middle - fontSize * 0.6, bottom: middle + fontSize * 0.6 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a label would hide a disc. */
export function covers(box: Box, { x, y, r }: Disc): boolean {
  return x + r > box.left && x - r < box.right && y + r > box.top && y - r < box.bottom;
}
