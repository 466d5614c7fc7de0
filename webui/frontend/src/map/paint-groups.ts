// The soft ground of groups, and groups as one from afar; hubs and hulls of collaborations.
import { closed, wideHull, type Point } from "../shared/hull";
import { outline } from "./marks";
import type { Scene } from "./scene";
import type { Theme } from "./theme";
import type { Frame } from "./view";

/** Where groups lie, beneath everything. */
export function paintGrounds({ context }: Frame, scene: Scene, theme: Theme): void {
  context.fillStyle = theme.ground;
  for (const { path } of scene.areas) context.fill(path);
}

/** Groups as areas, and their ties bundled. */
export function paintAreas({ context, scale }: Frame, scene: Scene, theme: Theme): void {
  context.save();
  context.lineWidth = 1 / scale;
  for (const area of scene.areas) {
    context.fillStyle = theme.ground;
    context.fill(area.path);
    context.strokeStyle = theme.groundEdge;
    context.stroke(area.path);
  }
  context.strokeStyle = theme.bundle;
  context.lineCap = "round";
  for (const { from, to, ties } of scene.bundles) {
    if (scene.opened.has(from.group) && scene.opened.has(to.group)) continue;
    const [wide, high] = [to.x - from.x, to.y - from.y];
    context.globalAlpha = Math.min(0.12 + ties / 60, 0.5);
    context.lineWidth = Math.min(0.6 + Math.sqrt(ties) * 0.7, 8) / scale;
    context.beginPath();
    context.moveTo(from.x, from.y);
    // A slight bend keeps lines apart that would lie on each other.
    context.quadraticCurveTo(from.x + wide / 2 - high * 0.12, from.y + high / 2 + wide * 0.12, to.x, to.y);
    context.stroke();
  }
  context.restore();
}

export const HUB = { radius: 7, past: 0.55, hull: 0.1 };

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
  const { data } = scene;
  context.save();
  data.hubs.forEach((hub, k) => {
    const members = scene.members(k);
    if (members.length < 2) return;
    const corners = wideHull(members.map((index): Point => [data.x[index]!, data.y[index]!]), 26);
    const path = closed(corners);
    context.globalAlpha = HUB.hull;
    context.fillStyle = theme.strong;
    context.fill(path);
    context.globalAlpha = HUB.past;
    context.strokeStyle = theme.strong;
    context.setLineDash(hub.current ? [] : [5, 5]);
    context.lineWidth = 1;
    context.stroke(path);
  });
  context.restore();
}
