// Ties as lines: many to a path, one path for each style and width.
import type { MapData } from "./data";
import type { Scene } from "./scene";
import type { Frame } from "./view";

const TO_A_PATH = 500;
const TO_A_SLICE = 3000;
const ALPHA = { full: 0.55, dashed: 0.4 };
const WIDTHS = { least: 0.5, most: 6, step: 0.5 };
/** Dashes shorter than this many pixels look like a paler line, and take far longer. */
const LEAST_DASH = 2;

/** Pixels of the page for a line of a width, in few steps so that few paths are needed. */
function pixels(width: number, scale: number): number {
  const asked = width * Math.min(scale, 1.6);
  return Math.min(Math.max(Math.round(asked / WIDTHS.step) * WIDTHS.step, WIDTHS.least), WIDTHS.most);
}

/** The ties that a frame shows, by style and width. */
function sorted(frame: Frame, { data, tieSeen }: { data: MapData; tieSeen: (tie: number) => boolean }): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const { a, b, x, y, line, width } = data;
  // A look-up by numbers; the key is written once for a class.
  const classes = new Map<number, number[]>();
  const apart = 1 / (frame.scale * frame.ratio);
  for (let k = 0; k < data.tieCount; k += 1) {
    const [x1, y1, x2, y2] = [x[a[k]!]!, y[a[k]!]!, x[b[k]!]!, y[b[k]!]!];
    if ((x1 < frame.left && x2 < frame.left) || (x1 > frame.right && x2 > frame.right)) continue;
    if ((y1 < frame.top && y2 < frame.top) || (y1 > frame.bottom && y2 > frame.bottom)) continue;
    if (Math.abs(x1 - x2) < apart && Math.abs(y1 - y2) < apart) continue;
    if (!tieSeen(k)) continue;
    const key = line[k]! * 100 + Math.round(2 * pixels(width[k]!, frame.scale));
    const kept = classes.get(key);
    if (kept) kept.push(k);
    else classes.set(key, [k]);
  }
  for (const [key, ties] of [...classes].sort(([one], [other]) => other - one)) found.set(String(key), ties);
  return found;
}

/** Draw the ties that `wanted` says of, a slice at a time. */
export function* paintTies(frame: Frame, scene: Scene, wanted: (tie: number) => boolean): Generator<void> {
  const { context, left, top, ratio } = frame;
  const { data } = scene;
  const unit = frame.scale * ratio;
  context.save();
  context.setTransform(1, 0, 0, 1, -left * unit, -top * unit);
  let drawn = 0;
  for (const [key, ties] of sorted(frame, { data, tieSeen: wanted })) {
    const style = data.lines[Math.floor(Number(key) / 100)]!;
    const wide = (Number(key) % 100) / 2;
    const dashes = style.dashes.map((length) => length * Math.min(frame.scale, 1));
    const dashed = dashes.length > 0 && Math.min(...dashes) >= LEAST_DASH;
    context.strokeStyle = style.colour;
    context.globalAlpha = style.dashes.length ? ALPHA.dashed : ALPHA.full;
    context.lineWidth = wide * ratio;
    context.setLineDash(dashed ? dashes.map((length) => length * ratio) : []);
    for (let from = 0; from < ties.length; from += TO_A_PATH) {
      context.beginPath();
      for (let k = from; k < Math.min(from + TO_A_PATH, ties.length); k += 1) {
        const [a, b] = [data.a[ties[k]!]!, data.b[ties[k]!]!];
        context.moveTo(data.x[a]! * unit, data.y[a]! * unit);
        context.lineTo(data.x[b]! * unit, data.y[b]! * unit);
      }
      context.stroke();
      drawn += TO_A_PATH;
      if (drawn >= TO_A_SLICE) {
        drawn = 0;
        yield;
      }
    }
  }
  context.restore();
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
