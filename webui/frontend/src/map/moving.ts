// From one picture to another: who is in both moves from the old place to the new one.
import type { MapData } from "./data";
import { still, type Motion } from "./motion";
import { MANY } from "./scene";

interface Before {
  ids: string[];
  x: Float32Array;
  y: Float32Array;
}

const DURATION = 400;
const MOVED = 0.5;

/** Move to the places of `data`, calling `draw` at every step, and `done` at the end or at once. */
export function move(motion: Motion, before: Before, data: MapData, draw: () => void, done: () => void): void {
  if (still() || data.count > MANY) return done();
  const [toX, toY] = [data.x.slice(), data.y.slice()];
  const [fromX, fromY] = [data.x.slice(), data.y.slice()];
  let moved = false;
  before.ids.forEach((id, k) => {
    const index = data.indexOf(id);
    if (index < 0) return;
    [fromX[index], fromY[index]] = [before.x[k]!, before.y[k]!];
    moved ||= Math.abs(fromX[index]! - toX[index]!) > MOVED || Math.abs(fromY[index]! - toY[index]!) > MOVED;
  });
  if (!moved) return done();
  const place = (share: number): void => {
    for (let k = 0; k < data.count; k += 1) {
      data.x[k] = fromX[k]! + (toX[k]! - fromX[k]!) * share;
      data.y[k] = fromY[k]! + (toY[k]! - fromY[k]!) * share;
    }
  };
  motion.run(
    (share) => {
      place(share);
      if (share < 1) draw();
    },
    () => {
      data.x.set(toX);
      data.y.set(toY);
      done();
    },
    DURATION,
  );
}
