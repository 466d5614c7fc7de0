// What is new in a year stands out: a ring around who joined, a strong line for what began.
import type { MapData } from "../map/data";
import type { Frame } from "../map/view";
import type { YearMasks } from "./masks";

const COLOUR = "#b3261e";
const FORCED = "Highlight";
const RING = 4;

function colour(): string {
  return matchMedia("(forced-colors: active)").matches ? FORCED : COLOUR;
}

/** A layer over the map that marks what is new in the year at hand. */
export function freshLayer(data: () => MapData, masks: () => YearMasks): (frame: Frame) => void {
  return ({ context, scale }) => {
    const { x, y, a, b, radius } = data();
    const { came, began } = masks();
    context.strokeStyle = colour();
    context.setLineDash([]);
    context.lineWidth = 1.8 / scale;
    context.beginPath();
    for (const tie of began) {
      context.moveTo(x[a[tie]!]!, y[a[tie]!]!);
      context.lineTo(x[b[tie]!]!, y[b[tie]!]!);
    }
    context.globalAlpha = began.length > 2000 ? 0.25 : 0.7;
    context.stroke();
    context.globalAlpha = 1;
    context.lineWidth = 2.5 / scale;
    context.beginPath();
    for (const node of came) {
      const reach = radius[node]! + RING / scale;
      context.moveTo(x[node]! + reach, y[node]!);
      context.arc(x[node]!, y[node]!, reach, 0, 2 * Math.PI);
    }
    context.stroke();
  };
}
