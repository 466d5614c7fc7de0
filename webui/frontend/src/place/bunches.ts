// Marks that would cover each other, drawn as one with their number.

/** A mark on the screen: those it stands for, and where. */
export interface Bunch {
  members: number[];
  x: number;
  y: number;
}

/** The width of a cell: those in one cell of the screen become one mark, unless chosen. */
export const CELL = 44;

/** Bunches of the points by cells; the `apart` always stand for themselves, last. */
export function bunches(
  points: ({ x: number; y: number } | null)[], apart: ReadonlySet<number>,
): Bunch[] {
  const cells = new Map<string, number[]>();
  const alone: Bunch[] = [];
  points.forEach((point, index) => {
    if (!point) return;
    if (apart.has(index)) {
      alone.push({ members: [index], x: point.x, y: point.y });
      return;
    }
    const cell = `${Math.floor(point.x / CELL)}:${Math.floor(point.y / CELL)}`;
    const there = cells.get(cell);
    if (there) there.push(index);
    else cells.set(cell, [index]);
  });
  const together = [...cells.values()].map((members) => {
    const sum = (axis: "x" | "y"): number => members.reduce((all, at) => all + points[at]![axis], 0);
    return { members, x: sum("x") / members.length, y: sum("y") / members.length };
  });
  return [...together, ...alone];
}

/** How large the mark of so many is. */
export function bunchRadius(count: number): number {
  return Math.min(9 + 1.6 * Math.log2(count), 19);
}
