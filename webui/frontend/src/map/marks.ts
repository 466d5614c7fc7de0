// The marks of nodes: outlines, and the same as small pictures that are stamped.
import type { Shape } from "./compact";
import type { Theme } from "./theme";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Add the outline of a mark to the path; the shapes have about the same area. */
export function outline(context: Context, shape: Shape, x: number, y: number, radius: number): void {
  if (shape === "dot") {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  } else if (shape === "square") {
    const half = radius * 0.9;
    context.rect(x - half, y - half, 2 * half, 2 * half);
  } else if (shape === "triangle") {
    const half = radius * 1.15;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y + half * 0.75);
    context.lineTo(x - half, y + half * 0.75);
    context.closePath();
  } else {
    const half = radius * 1.15;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y);
    context.lineTo(x, y + half);
    context.lineTo(x - half, y);
    context.closePath();
  }
}

const ROOM = 1.3;

/** Marks drawn once for a colour, shape and size in device pixels, and stamped from then on. */
export class Stamps {
  private readonly made = new Map<string, OffscreenCanvas>();

  /** Stamp a mark; x, y and radius are device pixels. */
  stamp(context: Context, fill: string, shape: Shape, x: number, y: number, radius: number, theme: Theme): void {
    // Sizes in steps of an eighth: nobody sees the difference, and few pictures do for all.
    const step = Math.round(8 * Math.log2(Math.max(radius, 0.8)));
    const picture = this.picture(fill, shape, step, theme);
    context.drawImage(picture, Math.round(x - picture.width / 2), Math.round(y - picture.height / 2));
  }

  private picture(fill: string, shape: Shape, step: number, theme: Theme): OffscreenCanvas {
    const key = `${fill}${shape}${step}${theme.edged ? "e" : ""}`;
    const kept = this.made.get(key);
    if (kept) return kept;
    const radius = 2 ** (step / 8);
    const side = 2 * Math.ceil(radius * ROOM + 1);
    const made = new OffscreenCanvas(side, side);
    const context = made.getContext("2d")!;
    context.beginPath();
    outline(context, shape, side / 2, side / 2, radius);
    context.fillStyle = fill;
    context.fill();
    if (radius > 3) {
      context.lineWidth = Math.min(radius / 6, 2);
      context.strokeStyle = theme.edged ? theme.ink : theme.paper;
      context.stroke();
    }
    this.made.set(key, made);
    return made;
  }
}
