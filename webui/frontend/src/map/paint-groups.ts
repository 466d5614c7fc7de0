// The soft ground of groups, and groups as one from afar; hubs and hulls of collaborations.
import type { Area } from "./areas";
import { outline } from "./marks";
import type { Scene } from "./scene";
import type { Theme } from "./theme";
import type { Frame } from "./view";

/** So many soft areas to a slice. */
const TO_A_SLICE = 30;

function visible({ left, top, right, bottom }: Frame, { x, y, reach }: Area): boolean {
  return x + reach > left && x - reach < right && y + reach > top && y - reach < bottom;
}

/** Where groups lie, beneath everything. */
export function* paintGrounds(frame: Frame, scene: Scene, theme: Theme): Generator<void> {
  const { context } = frame;
  let drawn = 0;
  for (const area of scene.areas) {
    if (!visible(frame, area)) continue;
    context.fillStyle = theme.ground;
    context.fill(area.path);
    drawn += 1;
    if (drawn % TO_A_SLICE === 0) yield;
  }
}

/** Groups as areas, and their ties bundled beneath them. */
export function* paintAreas(frame: Frame, scene: Scene, theme: Theme): Generator<void> {
  const { context, scale } = frame;
  yield* paintBundles(frame, scene, theme);
  let drawn = 0;
  for (const area of scene.areas) {
    if (!visible(frame, area)) continue;
    context.globalAlpha = 0.85;
    context.fillStyle = theme.ground;
    context.fill(area.path);
    context.globalAlpha = 1;
    context.lineWidth = 1 / scale;
    context.strokeStyle = theme.groundEdge;
    context.stroke(area.path);
    drawn += 1;
    if (drawn % TO_A_SLICE === 0) yield;
  }
}

function* paintBundles({ context, scale }: Frame, scene: Scene, theme: Theme): Generator<void> {
  context.strokeStyle = theme.bundle;
  context.lineCap = "round";
  let drawn = 0;
  for (const { from, to, ties } of scene.bundles) {
    if (scene.opened.has(from.group) && scene.opened.has(to.group)) continue;
    const [wide, high] = [to.x - from.x, to.y - from.y];
    context.globalAlpha = Math.min(0.1 + ties / 80, 0.45);
    context.lineWidth = Math.min(0.5 + Math.sqrt(ties) * 0.5, 5) / scale;
    context.beginPath();
    context.moveTo(from.x, from.y);
    // A slight bend keeps lines apart that would lie on each other.
    context.quadraticCurveTo(from.x + wide / 2 - high * 0.12, from.y + high / 2 + wide * 0.12, to.x, to.y);
    context.stroke();
    drawn += 1;
    if (drawn % TO_A_SLICE === 0) yield;
  }
  context.globalAlpha = 1;
}

export const HUB = { radius: 7, past: 0.55, hull: 0.06 };

/** Collaborations as diamonds with spokes to their members. */
export function paintHubs({ context, scale }: Frame, scene: Scene, theme: Theme): void {
  const { data } = scene;
  context.save();
  context.strokeStyle = theme.strong;
  context.fillStyle = theme.paper;
  data.hubs.forEach((hub, k) => {
    const members = scene.members(k);
    if (members.length < 2) return;
    const { x, y } = scene.middle(k);
    context.lineWidth = 1.2 / Math.max(scale, 0.4);
    context.globalAlpha = hub.current ? HUB.past : HUB.past / 2;
    context.setLineDash(hub.current ? [] : [5, 5]);
    context.beginPath();
    for (const member of members) {
      context.moveTo(x, y);
      context.lineTo(data.x[member]!, data.y[member]!);
    }
    context.stroke();
    context.globalAlpha = 1;
    context.setLineDash([]);
    context.beginPath();
    outline(context, "diamond", x, y, HUB.radius);
    context.fill();
    context.lineWidth = 2;
    context.stroke();
  });
  context.restore();
}

/** Collaborations as soft hulls around their members. */
export function paintHulls({ context }: Frame, scene: Scene, theme: Theme): void {
  context.save();
  context.fillStyle = theme.strong;
  context.strokeStyle = theme.strong;
  context.lineWidth = 1.2;
  scene.hulls.forEach((hull, k) => {
    if (!hull) return;
    context.globalAlpha = HUB.hull;
    context.fill(hull.path);
    context.globalAlpha = HUB.past;
    context.setLineDash(scene.data.hubs[k]!.current ? [] : [5, 5]);
    context.stroke(hull.path);
  });
  context.restore();
}
