// What is pointed at or chosen stands out: everything else steps back beneath a veil.
import { outline, Stamps } from "./marks";
import { radiusOf, toMapUnits } from "./paint";
import type { Scene } from "./scene";
import type { Theme } from "./theme";
import type { Frame } from "./view";

export interface Pointed {
  nodes: number[];
  partners: number[];
  ties: number[];
  hubs: number[];
}

/** More than this is not drawn while the map moves. */
export const HEAVY = 1500;
const MOST = 20000;

/** What belongs to some nodes: their ties that may be seen, and those at the other end. */
export function belongings(scene: Scene, nodes: number[]): Pointed {
  const { data, adjacency, seen } = scene;
  const mine = nodes.filter((index) => seen[index]);
  const chosen = new Set(mine);
  const ties = new Set<number>();
  const hubs = new Set<number>();
  const partners = new Set<number>();
  for (const index of mine) {
    for (const tie of adjacency.ties(index)) {
      if (!scene.tieSeen(tie) || ties.size >= MOST) continue;
      ties.add(tie);
      partners.add(adjacency.other(tie, index));
    }
    if (data.together === "ties") continue;
    for (const hub of adjacency.hubs(index)) {
      hubs.add(hub);
      for (const member of scene.members(hub)) partners.add(member);
    }
  }
  const others = [...partners].filter((index) => !chosen.has(index));
  others.sort((a, b) => data.radius[b]! - data.radius[a]! || a - b);
  return { nodes: mine, partners: others, ties: [...ties], hubs: [...hubs] };
}

export function drawVeil({ context }: Frame, theme: Theme): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = theme.veil;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

/** Draw what belongs to the nodes pointed at, and rings around these. */
export function drawPointed(frame: Frame, scene: Scene, pointed: Pointed, stamps: Stamps, theme: Theme): void {
  drawTies(frame, scene, pointed, theme);
  drawSpokes(frame, scene, pointed, theme);
  drawMarks(frame, scene, [...pointed.partners].reverse(), stamps, theme);
  drawMarks(frame, scene, pointed.nodes, stamps, theme);
  drawRings(frame, scene, pointed.nodes, theme);
}

function drawTies(frame: Frame, { data }: Scene, { ties }: Pointed, theme: Theme): void {
  const { context, scale } = frame;
  toMapUnits(frame);
  context.strokeStyle = theme.strong;
  for (const dashed of [false, true]) {
    context.setLineDash(dashed ? [5, 5] : []);
    context.lineWidth = (dashed ? 1.4 : 2) / Math.max(Math.min(scale, 1), 0.02);
    for (let from = 0; from < ties.length; from += 500) {
      context.beginPath();
      for (const tie of ties.slice(from, from + 500)) {
        const [a, b] = [data.a[tie]!, data.b[tie]!];
        if (data.lines[data.line[tie]!]!.dashes.length > 0 !== dashed) continue;
        context.moveTo(data.x[a]!, data.y[a]!);
        context.lineTo(data.x[b]!, data.y[b]!);
      }
      context.stroke();
    }
  }
  context.setLineDash([]);
}

function drawSpokes(frame: Frame, scene: Scene, { hubs }: Pointed, theme: Theme): void {
  const { context, scale } = frame;
  context.strokeStyle = theme.strong;
  context.fillStyle = theme.paper;
  context.lineWidth = 2 / Math.min(scale, 1);
  for (const hub of hubs) {
    const { x, y } = scene.middle(hub);
    context.beginPath();
    for (const member of scene.members(hub)) {
      context.moveTo(x, y);
      context.lineTo(scene.data.x[member]!, scene.data.y[member]!);
    }
    context.stroke();
    context.beginPath();
    outline(context, "diamond", x, y, 8);
    context.fill();
    context.stroke();
  }
}

function drawMarks(frame: Frame, { data }: Scene, indexes: number[], stamps: Stamps, theme: Theme): void {
  const { context, left, top, right, bottom, scale, ratio } = frame;
  const unit = scale * ratio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  for (const k of indexes) {
    const [x, y] = [data.x[k]!, data.y[k]!];
    if (x < left || x > right || y < top || y > bottom) continue;
    const radius = Math.max(radiusOf(data.radius[k]!, scale), 3) * ratio;
    stamps.stamp(context, data.fills[data.fill[k]!]!, data.shapes[data.shape[k]!]!, (x - left) * unit, (y - top) * unit, radius, theme);
  }
}

export function drawRings(frame: Frame, { data }: Scene, nodes: number[], theme: Theme): void {
  const { context, left, top, scale, ratio } = frame;
  const unit = scale * ratio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.strokeStyle = theme.ink;
  context.lineWidth = 2 * ratio;
  context.beginPath();
  for (const k of nodes) {
    const radius = (Math.max(radiusOf(data.radius[k]!, scale), 3) + 4) * ratio;
    const [x, y] = [(data.x[k]! - left) * unit, (data.y[k]! - top) * unit];
    outline(context, data.shapes[data.shape[k]!]!, x, y, radius);
  }
  context.stroke();
}
