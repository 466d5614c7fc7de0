// Drawing the geographic map: arcs, marks, numbers.
import { outline } from "../map/marks";
import { bunchRadius, type Bunch } from "./bunches";
import type { PlaceData } from "./data";

type Context = CanvasRenderingContext2D;

const INK = "#1a1a1a";
const BEND = 0.12;

/** An arc between two bunches: how many ties it stands for, and what the first looks like. */
interface Arc {
  a: Bunch;
  b: Bunch;
  width: number;
  line: number;
  strong: boolean;
}

/** The arcs between bunches; ties within one are not seen. `chosen` ties are drawn last. */
export function arcs(
  data: PlaceData, where: Map<number, Bunch>, selection: ReadonlySet<number>, onlyChosen: boolean,
): Arc[] {
  const found = new Map<string, Arc>();
  const numbers = new Map([...new Set(where.values())].map((bunch, index) => [bunch, index]));
  data.ties.a.forEach((one, tie) => {
    const other = data.ties.b[tie]!;
    const strong = selection.has(one) || selection.has(other);
    if (onlyChosen && !strong) return;
    const a = where.get(one);
    const b = where.get(other);
    if (!a || !b || a === b) return;
    const line = data.ties.line[tie]!;
    const ends = [numbers.get(a)!, numbers.get(b)!].sort((x, y) => x - y).join(":");
    const key = `${ends}:${line}:${strong}`;
    const known = found.get(key);
    const width = data.ties.width[tie]!;
    if (known) known.width = Math.min(known.width + 0.3 * width, 6);
    else found.set(key, { a, b, width, line, strong });
  });
  return [...found.values()].sort((x, y) => Number(x.strong) - Number(y.strong));
}

export function paintArcs(context: Context, data: PlaceData, drawn: Arc[], faint: boolean): void {
  for (const { a, b, width, line, strong } of drawn) {
    const look = data.lines[line]!;
    context.beginPath();
    context.moveTo(a.x, a.y);
    const [x, y] = [(a.x + b.x) / 2 + (b.y - a.y) * BEND, (a.y + b.y) / 2 - (b.x - a.x) * BEND];
    context.quadraticCurveTo(x, y, b.x, b.y);
    context.setLineDash(look.dashes);
    context.lineWidth = width + (strong ? 1 : 0);
    context.globalAlpha = strong ? 1 : faint ? 0.15 : 0.7;
    context.strokeStyle = strong ? INK : look.colour;
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

export function paintBunch(
  context: Context, data: PlaceData, bunch: Bunch, chosen: boolean, faint: boolean,
): void {
  context.globalAlpha = faint ? 0.35 : 1;
  if (bunch.members.length > 1) paintMany(context, data, bunch);
  else paintOne(context, data, bunch, chosen);
  context.globalAlpha = 1;
}

function paintOne(context: Context, data: PlaceData, { members, x, y }: Bunch, chosen: boolean): void {
  const index = members[0]!;
  const radius = sizeOf(data, index);
  const shape = data.shapes[data.nodes.shape[index]!]!;
  context.beginPath();
  outline(context, shape, x, y, radius);
  context.fillStyle = data.fills[data.nodes.fill[index]!]!;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = "#fff";
  context.stroke();
  if (data.nodes.how[index]! > 0) ring(context, x, y, radius + 3, 1, [2, 2]);
  if (chosen) ring(context, x, y, radius + 6, 2.5, []);
}

/** A disc with the number, and around it how many have which colour. */
function paintMany(context: Context, data: PlaceData, { members, x, y }: Bunch): void {
  const radius = bunchRadius(members.length);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = "#fff";
  context.fill();
  const counts = new Array<number>(data.fills.length).fill(0);
  for (const index of members) counts[data.nodes.fill[index]!]!++;
  let from = -Math.PI / 2;
  counts.forEach((count, fill) => {
    const to = from + (2 * Math.PI * count) / members.length;
    if (!count) return;
    context.beginPath();
    context.arc(x, y, radius - 2, from, to);
    context.lineWidth = 4;
    context.strokeStyle = data.fills[fill]!;
    context.stroke();
    from = to;
  });
  ring(context, x, y, radius + 0.5, 1, []);
  write(context, String(members.length), x, y, 12);
}

function ring(context: Context, x: number, y: number, radius: number, width: number, dashes: number[]): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.setLineDash(dashes);
  context.lineWidth = width;
  context.strokeStyle = INK;
  context.stroke();
  context.setLineDash([]);
}

export function sizeOf(data: PlaceData, index: number): number {
  return Math.max(4, Math.min(data.nodes.radius[index]! * 0.6, 14));
}

/** A text in the middle of a place, readable on any ground. */
export function write(context: Context, text: string, x: number, y: number, size: number): void {
  context.font = `600 ${size}px "IBM Plex Sans", sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.strokeStyle = "#fff";
  context.lineJoin = "round";
  context.strokeText(text, x, y);
  context.fillStyle = INK;
  context.fillText(text, x, y);
}
