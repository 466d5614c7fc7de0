// The marks of nodes and the soft ground of groups, over and under what vis-network draws.
import { closed, wideHull, type Point } from "../shared/hull";
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

/** An empty sheet of paper in the middle of a tie: no agreement is written. */
export function drawSheet(context: CanvasRenderingContext2D, from: MapNode, to: MapNode, scale: number): void {
  const [wide, high] = [7 / scale, 10 / scale];
  context.beginPath();
  context.rect((from.x + to.x - wide) / 2, (from.y + to.y - high) / 2, wide, high);
  context.fillStyle = "#ffffff";
  context.fill();
  context.lineWidth = 1.5 / scale;
  context.strokeStyle = "#1a1a1a";
  context.stroke();
}

/** The ground under a group, made once and filled often. */
export function ground(members: MapNode[], margin: number): Path2D {
  return closed(wideHull(members.map(({ x, y }): Point => [x, y]), margin));
}
