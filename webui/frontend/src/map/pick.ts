// What is at a spot of the canvas: a node, a hub, or a group that is shown as one.
import { inside, within } from "./areas";
import { HUB } from "./paint-groups";
import { radiusOf } from "./paint";
import type { Scene } from "./scene";
import { seen, toMap, type MapWindow, type Size } from "./view";

export interface Picked {
  kind: "node" | "hub" | "group";
  index: number;
}

/** A pointer need not hit exactly: pixels around a mark, more for a finger. */
export const NEAR = { mouse: 4, touch: 14 };

export function pick(scene: Scene, window: MapWindow, size: Size, left: number, top: number, near: number): Picked | null {
  const [x, y] = toMap(window, size, left, top);
  const afar = scene.afar(seen(window, size));
  const node = pickNode(scene, window, x, y, near, afar);
  if (node >= 0) return { kind: "node", index: node };
  const hub = afar ? -1 : pickTogether(scene, window, x, y, near);
  if (hub >= 0) return { kind: "hub", index: hub };
  const group = afar ? pickGroup(scene, x, y) : -1;
  return group >= 0 ? { kind: "group", index: group } : null;
}

function pickNode(scene: Scene, { scale }: MapWindow, x: number, y: number, near: number, afar: boolean): number {
  const { data } = scene;
  const largest = data.radius[scene.ranked[0] ?? 0] ?? 0;
  const reach = largest + (near + 2) / scale;
  let best = -1;
  let least = Infinity;
  scene.grid.within({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }, (index) => {
    if (!scene.seen[index] || (afar && scene.folded(index))) return;
    const far = Math.hypot(data.x[index]! - x, data.y[index]! - y) * scale - radiusOf(data.radius[index]!, scale);
    if (far <= near && far < least) [best, least] = [index, far];
  });
  return best;
}

function pickTogether(scene: Scene, window: MapWindow, x: number, y: number, near: number): number {
  const { together } = scene.data;
  if (together === "hubs") return pickHub(scene, window, x, y, near);
  return together === "hulls" ? pickHull(scene, x, y) : -1;
}

/** The hull of fewest members around a point, for it lies on larger ones. */
function pickHull(scene: Scene, x: number, y: number): number {
  let best = -1;
  let least = Infinity;
  scene.hulls.forEach((hull, k) => {
    if (hull && hull.members < least && within(hull.corners, x, y)) [best, least] = [k, hull.members];
  });
  return best;
}

function pickHub(scene: Scene, { scale }: MapWindow, x: number, y: number, near: number): number {
  return scene.data.hubs.findIndex((_, k) => {
    const middle = scene.middle(k);
    return Math.hypot(middle.x - x, middle.y - y) * scale <= HUB.radius * scale + near && scene.members(k).length > 1;
  });
}

/** The smallest group around a point, for it lies on larger ones. */
function pickGroup(scene: Scene, x: number, y: number): number {
  for (const area of [...scene.areas].reverse()) {
    if (!scene.opened.has(area.group) && inside(area, x, y)) return area.group;
  }
  return -1;
}
