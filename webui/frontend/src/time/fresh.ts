// What is new in a year stands out: a ring around who joined, a strong line for what began.
import type { MapData } from "../map/data";
import type { Frame } from "../map/view";
import type { YearMasks } from "./masks";

const COLOUR = "#b3261e";
const FORCED = "Highlight";
const RING = 4;
/** Of more lines than this each is faint. */
const MANY = 2000;

function colour(): string {
  return matchMedia("(forced-colors: active)").matches ? FORCED : COLOUR;
}

function lines({ x, y, a, b }: MapData, { began }: YearMasks): Path2D {
  const path = new Path2D();
  for (const tie of began) {
    path.moveTo(x[a[tie]!]!, y[a[tie]!]!);
    path.lineTo(x[b[tie]!]!, y[b[tie]!]!);
  }
  return path;
}

/** A layer over the map that marks what is new in the year at hand. */
export function freshLayer(data: MapData, masks: () => YearMasks): (frame: Frame) => void {
  let drawn: YearMasks | null = null;
  let path = new Path2D();
  return ({ context, scale }) => {
    const year = masks();
    if (year !== drawn) [drawn, path] = [year, lines(data, year)];
    context.strokeStyle = colour();
    context.setLineDash([]);
    context.lineWidth = 1.4 / scale;
    context.globalAlpha = year.began.length > MANY ? 0.25 : 0.6;
    context.stroke(path);
    context.globalAlpha = 1;
    context.lineWidth = 2.5 / scale;
    context.beginPath();
    for (const node of year.came) {
      const reach = data.radius[node]! + RING / scale;
      context.moveTo(data.x[node]! + reach, data.y[node]!);
      context.arc(data.x[node]!, data.y[node]!, reach, 0, 2 * Math.PI);
    }
    context.stroke();
  };
}
