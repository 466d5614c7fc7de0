// The outline around points.

export type Point = [number, number];

/** The convex hull of points (Andrew's monotone chain). */
export function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o: Point, a: Point, b: Point): number =>
    (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (way: Point[]): Point[] => {
    const kept: Point[] = [];
    for (const point of way) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half([...sorted].reverse())];
}

const CORNERS = 12;

/** The hull of circles of a radius around points: their soft ground. */
export function wideHull(points: Point[], margin: number): Point[] {
  // Circles inside the hull of the points do not change it: twelve corners each only for the rim.
  const rim = points.length > 8 ? hull(points) : points;
  return hull(
    rim.flatMap(([x, y]) =>
      Array.from({ length: CORNERS }, (_, k): Point => {
        const angle = (2 * Math.PI * k) / CORNERS;
        return [x + margin * Math.cos(angle), y + margin * Math.sin(angle)];
      }),
    ),
  );
}

/** A closed path through points. */
export function closed(points: Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], k) => (k ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
  return path;
}
