// Ties without a written agreement: an empty sheet of paper in the middle of the line.
import type { Scene } from "./scene";
import type { Theme } from "./theme";
import type { Frame } from "./view";

/** Of more marks nobody sees the ties between them: nearer there are fewer. */
const MOST = 600;
/** Pixels of the page. */
const SHEET = { wide: 7, high: 10, edge: 1.5 };
/** A tie must be so long that the mark lies on a line and not between two dots. */
const ROOM = 26;
const BESIDE = 12;
const TO_A_SEARCH = 30000;

/** Draw the mark on the ties seen, where there are not too many of them. */
export function* paintSheets({ context, left, top, right, bottom, scale, ratio }: Frame, scene: Scene, theme: Theme): Generator<void> {
  const { a, b, x, y, unwritten } = scene.data;
  const found: [number, number][] = [];
  for (const [k, tie] of unwritten.entries()) {
    if (k % TO_A_SEARCH === TO_A_SEARCH - 1) yield;
    const [one, other] = [a[tie]!, b[tie]!];
    const middle: [number, number] = [(x[one]! + x[other]!) / 2, (y[one]! + y[other]!) / 2];
    if (middle[0] < left || middle[0] > right || middle[1] < top || middle[1] > bottom || !scene.tieSeen(tie)) continue;
    if (Math.hypot(x[one]! - x[other]!, y[one]! - y[other]!) * scale < ROOM) continue;
    found.push(middle);
    if (found.length > MOST) return;
  }
  // Of a collaboration that is one mark: beside its hub, or in the middle of its outline.
  for (const [hub, { unwritten: lacks, current }] of scene.data.hubs.entries()) {
    if (!lacks || !current || scene.members(hub).length < 2) continue;
    const middle = scene.middle(hub);
    found.push([middle.x + BESIDE / scale, middle.y]);
  }
  if (found.length === 0 || found.length > MOST) return;
  const [unit, wide, high] = [scale * ratio, SHEET.wide * ratio, SHEET.high * ratio];
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  for (const [at, down] of found) context.rect((at - left) * unit - wide / 2, (down - top) * unit - high / 2, wide, high);
  context.fillStyle = theme.paper;
  context.fill();
  context.lineWidth = SHEET.edge * ratio;
  context.strokeStyle = theme.ink;
  context.stroke();
  context.restore();
  yield;
}
