// From node to node with the arrow keys.
import type { Scene } from "./scene";

export type Way = "left" | "right" | "up" | "down";

const TO: Record<Way, [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
/** The widest angle off the way, as its cosine: a little more than 45 degrees, so that all are reached. */
const WIDEST = 0.64;

/** The nearest tied node that way, else the nearest of all; -1 where there is none. */
export function next(scene: Scene, from: number, way: Way): number {
  const partners = nearest(scene, from, way, scene.adjacency.partners(from));
  return partners >= 0 ? partners : nearest(scene, from, way, scene.data.x.keys());
}

/** The node nearest to a point; -1 where there is none. */
export function closest({ data, seen }: Scene, x: number, y: number): number {
  let best = -1;
  let least = Infinity;
  for (let k = 0; k < data.count; k += 1) {
    const far = Math.hypot(data.x[k]! - x, data.y[k]! - y);
    if (seen[k] && far < least) [best, least] = [k, far];
  }
  return best;
}

function nearest({ data, seen }: Scene, from: number, way: Way, among: Iterable<number>): number {
  const [toX, toY] = TO[way];
  let best = -1;
  let least = Infinity;
  for (const k of among) {
    if (k === from || !seen[k]) continue;
    const [x, y] = [data.x[k]! - data.x[from]!, data.y[k]! - data.y[from]!];
    const far = Math.hypot(x, y);
    const ahead = x * toX + y * toY;
    if (far === 0 || ahead < far * WIDEST) continue;
    // Who stands straight ahead is nearer than who stands aside.
    const cost = (far * far) / ahead;
    if (cost < least) [best, least] = [k, cost];
  }
  return best;
}
