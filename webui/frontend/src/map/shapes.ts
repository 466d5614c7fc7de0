// The marks of nodes and the soft ground of groups, as the canvas draws them.
import type { MapEdge, MapNode } from "./types";

/** The outline of a node; the proportions are those of vis-network's own shapes. */
export function outline(context: CanvasRenderingContext2D, node: MapNode, size: number): void {
  const { x, y } = node;
  context.beginPath();
  if (node.shape === "dot") {
    context.arc(x, y, size, 0, 2 * Math.PI);
  } else if (node.shape === "square") {
    context.rect(x - size, y - size, 2 * size, 2 * size);
  } else if (node.shape === "triangle") {
    const side = 1.15 * size * 2;
    const middle = y + 0.275 * 1.15 * size;
    const height = Math.sqrt(side * side - (side / 2) * (side / 2));
    const down = (Math.tan(Math.PI / 6) * side) / 2;
    context.moveTo(x, middle - (height - down));
    context.lineTo(x + side / 2, middle + down);
    context.lineTo(x - side / 2, middle + down);
  } else {
    context.moveTo(x, y + size);
    context.lineTo(x + size, y);
    context.lineTo(x, y - size);
    context.lineTo(x - size, y);
  }
  context.closePath();
}

export function drawNode(context: CanvasRenderingContext2D, node: MapNode, ring: number): void {
  outline(context, node, node.size);
  context.fillStyle = node.color;
  context.fill();
  if (!ring) return;
  outline(context, node, node.size + ring);
  context.lineWidth = ring / 2;
  context.strokeStyle = "#1a1a1a";
  context.stroke();
}

export function drawEdge(
  context: CanvasRenderingContext2D, edge: MapEdge, from: MapNode, to: MapNode, color: string,
): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.setLineDash(edge.dashes || []);
  context.lineWidth = edge.width + 0.6;
  context.strokeStyle = color;
  context.stroke();
  context.setLineDash([]);
}

type Point = [number, number];

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

/** The ground under a group: the hull of circles around its nodes, made once and filled often. */
export function ground(members: MapNode[], margin: number): Path2D {
  const points = members.flatMap(({ x, y }) =>
    Array.from({ length: CORNERS }, (_, k): Point => {
      const angle = (2 * Math.PI * k) / CORNERS;
      return [x + margin * Math.cos(angle), y + margin * Math.sin(angle)];
    }),
  );
  const path = new Path2D();
  hull(points).forEach(([x, y], k) => (k ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
  return path;
}
