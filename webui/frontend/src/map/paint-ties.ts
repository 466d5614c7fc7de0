// Ties as lines: many to a path, one path for each style and width.
import type { MapData } from "./data";
import type { Scene } from "./scene";
import type { Frame } from "./view";

/** A slice is one path: wide lines take 40 microseconds each, and half a frame is 8 milliseconds. */
const TO_A_PATH = 100;
const TO_A_SEARCH = 30000;
const ALPHA = { full: 0.55, dashed: 0.4 };
const WIDTHS = { least: 1, most: 6, step: 0.5 };
/** Among more lines than this none is wider than a pixel nor dashed: ten times as quick, and as clear. */
const CROWD = 1500;

/** What of the ties a frame shows: those of one style and width, by their numbers. */
interface Lines {
  style: number;
  width: number;
  ties: number[];
}

/** Pixels of the page for a line of a width, in few steps so that few paths are needed. */
function pixels(width: number, scale: number): number {
  const asked = width * Math.min(scale, 1.6);
  return Math.min(Math.max(Math.round(asked / WIDTHS.step) * WIDTHS.step, WIDTHS.least), WIDTHS.most);
}

/** The ties that a frame shows, by style and width, thin ones last. */
function* sorted(frame: Frame, { data, crowded }: Scene, wanted: (tie: number) => boolean): Generator<void, Lines[]> {
  const found = new Map<number, Lines>();
  const { left, top, right, bottom, scale, ratio } = frame;
  const { a, b, x, y, line, width } = data;
  const apart = 1 / (scale * ratio);
  for (let k = 0; k < data.tieCount; k += 1) {
    if (k % TO_A_SEARCH === TO_A_SEARCH - 1) yield;
    const x1 = x[a[k]!]!;
    const y1 = y[a[k]!]!;
    const x2 = x[b[k]!]!;
    const y2 = y[b[k]!]!;
    if ((x1 < left && x2 < left) || (x1 > right && x2 > right) || (y1 < top && y2 < top) || (y1 > bottom && y2 > bottom)) continue;
    if (Math.abs(x1 - x2) < apart && Math.abs(y1 - y2) < apart) continue;
    // In a large network lines that only pass by hide what is here, and say nothing of it.
    if (crowded && aside(x1, y1, frame) && aside(x2, y2, frame)) continue;
    if (!wanted(k)) continue;
    const wide = pixels(width[k]!, scale);
    const key = line[k]! * 64 + wide / WIDTHS.step;
    const kept = found.get(key);
    if (kept) kept.ties.push(k);
    else found.set(key, { style: line[k]!, width: wide, ties: [k] });
  }
  return [...found.values()].sort((one, other) => other.style - one.style || other.width - one.width);
}

function aside(x: number, y: number, { left, top, right, bottom }: Frame): boolean {
  return x < left || x > right || y < top || y > bottom;
}

/** Draw the ties that `wanted` says of, a slice at a time. */
export function* paintTies(frame: Frame, scene: Scene, wanted: (tie: number) => boolean): Generator<void> {
  const { context, left, top, ratio } = frame;
  const { data } = scene;
  const unit = frame.scale * ratio;
  const lines = yield* sorted(frame, scene, wanted);
  const crowd = lines.reduce((sum, { ties }) => sum + ties.length, 0) > CROWD;
  yield;
  context.save();
  context.setTransform(1, 0, 0, 1, -left * unit, -top * unit);
  for (const { style, width, ties } of lines) {
    const { colour, dashes } = data.lines[style]!;
    context.strokeStyle = colour;
    context.globalAlpha = dashes.length ? ALPHA.dashed : ALPHA.full;
    context.lineWidth = crowd ? 1 : width * ratio;
    context.setLineDash(crowd ? [] : dashes.map((length) => length * ratio));
    for (let from = 0; from < ties.length; from += TO_A_PATH) {
      path(context, data, ties, from, unit);
      yield;
    }
  }
  context.restore();
}

function path(context: Frame["context"], data: MapData, ties: number[], from: number, unit: number): void {
  context.beginPath();
  for (let k = from; k < Math.min(from + TO_A_PATH, ties.length); k += 1) {
    const a = data.a[ties[k]!]!;
    const b = data.b[ties[k]!]!;
    context.moveTo(data.x[a]! * unit, data.y[a]! * unit);
    context.lineTo(data.x[b]! * unit, data.y[b]! * unit);
  }
  context.stroke();
}

/** Proposed ties: dotted, so that nobody takes them for ties that are. */
export function paintJoins({ context, scale }: Frame, { data, seen }: Scene, colour: string): void {
  const unit = 1 / Math.min(scale, 1);
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 2.5 * unit;
  context.lineCap = "round";
  context.setLineDash([0.1, 6 * unit]);
  context.beginPath();
  for (const [a, b] of data.joins) {
    if (!seen[a] || !seen[b]) continue;
    context.moveTo(data.x[a]!, data.y[a]!);
    context.lineTo(data.x[b]!, data.y[b]!);
  }
  context.stroke();
  context.restore();
}
