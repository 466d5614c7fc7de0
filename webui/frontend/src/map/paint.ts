// The picture of a frame, drawn a slice at a time so that nobody waits for it.
import { Stamps } from "./marks";
import { paintAreas, paintGrounds, paintHubs, paintHulls } from "./paint-groups";
import { paintSheets } from "./paint-sheets";
import { paintJoins, paintTies } from "./paint-ties";
import type { Scene } from "./scene";
import type { Theme } from "./theme";
import type { Frame } from "./view";

const TO_A_SLICE = 600;
/** Smaller than this many device pixels a mark is a point. */
const POINT = 1.5;
/** Of what is shown as one, the dots shine through. */
const FAINT = { alpha: 0.35, side: 1.5 };
const LEAST_RADIUS = 1.1;

/** Pixels of the page for a node of a radius. */
export function radiusOf(radius: number, scale: number): number {
  return Math.max(radius * scale, LEAST_RADIUS);
}

/** Set the canvas to the units of the map. */
export function toMapUnits({ context, scale, ratio, left, top }: Frame): void {
  const unit = scale * ratio;
  context.setTransform(unit, 0, 0, unit, -left * unit, -top * unit);
}

/** Draw everything that stays where it is on the map, names excepted. */
export function* paint(frame: Frame, scene: Scene, stamps: Stamps, theme: Theme): Generator<void> {
  const { context } = frame;
  const afar = scene.afar(frame);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  toMapUnits(frame);
  yield* afar ? paintAreas(frame, scene, theme) : paintGrounds(frame, scene, theme);
  yield;
  if (scene.data.together === "hulls") paintHulls(frame, scene, theme);
  for (const layer of scene.layers.below) layer(frame);
  yield;
  yield* paintTies(frame, scene, (tie) => scene.tieSeen(tie) && !(afar && foldedTie(scene, tie)));
  if (!afar) yield* paintSheets(frame, scene, theme);
  if (scene.data.together === "hubs" && !afar) paintHubs(frame, scene, theme);
  yield;
  yield* paintNodes(frame, scene, stamps, theme, afar);
  toMapUnits(frame);
  paintJoins(frame, scene, theme.proposal);
  paintMarked(frame, scene, theme);
}

function foldedTie({ data, folded }: Scene, tie: number): boolean {
  return folded(data.a[tie]!) || folded(data.b[tie]!);
}

function* paintNodes(frame: Frame, scene: Scene, stamps: Stamps, theme: Theme, afar: boolean): Generator<void> {
  const { context, left, top, right, bottom, scale, ratio } = frame;
  const { data, seen } = scene;
  const unit = scale * ratio;
  const points = data.fills.map((): number[] => []);
  context.setTransform(1, 0, 0, 1, 0, 0);
  let drawn = 0;
  for (const k of scene.ranked) {
    const [x, y, room] = [data.x[k]!, data.y[k]!, data.radius[k]! * 1.2];
    if (!seen[k] || x < left - room || x > right + room || y < top - room || y > bottom + room) continue;
    const radius = radiusOf(data.radius[k]!, scale) * ratio;
    if (radius < POINT * ratio || (afar && scene.folded(k))) {
      points[data.fill[k]!]!.push(k);
      continue;
    }
    stamps.stamp(context, data.fills[data.fill[k]!]!, data.shapes[data.shape[k]!]!, (x - left) * unit, (y - top) * unit, radius, theme);
    drawn += 1;
    if (drawn % TO_A_SLICE === 0) yield;
  }
  context.globalAlpha = afar ? FAINT.alpha : 1;
  for (const [fill, indexes] of points.entries()) {
    context.fillStyle = data.fills[fill]!;
    for (const k of indexes) {
      const side = (afar ? Math.max(1.7 * data.radius[k]! * scale, FAINT.side) : 1.7 * radiusOf(data.radius[k]!, scale)) * ratio;
      context.fillRect((data.x[k]! - left) * unit - side / 2, (data.y[k]! - top) * unit - side / 2, side, side);
      drawn += 1;
      if (drawn % (2 * TO_A_SLICE) === 0) yield;
    }
  }
  context.globalAlpha = 1;
}

function paintMarked({ context, scale }: Frame, { data, seen }: Scene, theme: Theme): void {
  const unit = 1 / Math.min(scale, 1);
  context.lineWidth = 3 * unit;
  context.strokeStyle = theme.proposal;
  for (const k of data.marked) {
    if (!seen[k]) continue;
    context.beginPath();
    context.arc(data.x[k]!, data.y[k]!, radiusOf(data.radius[k]!, scale) / scale + 5 * unit, 0, 2 * Math.PI);
    context.stroke();
  }
}
