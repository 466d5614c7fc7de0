// Names beside nodes: best-tied first, never over another name, and over as few nodes as can be.
import { Crowd, type Box } from "./crowd";
import type { Frame, MapNode } from "./types";

const FONT = '"IBM Plex Sans", system-ui, sans-serif';
const PIXELS = 13;
const LONGEST = 30;
/** Room around a name for its white outline, and pixels of its picture to one of the screen. */
const AROUND = 3;
const SHARP = Math.max(2, Math.ceil(window.devicePixelRatio));
/** From afar only the best-tied are named: so many, and more by the square of the scale. */
const FAR = 8;
const NEAR = 60;

interface Text {
  text: string;
  weight: 400 | 600;
}

function short(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`;
}

function font({ weight }: Text): string {
  return `${weight} ${PIXELS}px ${FONT}`;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function within(box: Box, frame: Frame): boolean {
  const sideways = box.left >= frame.left && box.right <= frame.right;
  return sideways && box.top >= frame.top && box.bottom <= frame.bottom;
}

function mark({ x, y, size }: MapNode): Box {
  return { left: x - size, right: x + size, top: y - size, bottom: y + size };
}

export class Labels {
  private readonly widths = new Map<string, number>();
  private readonly pictures = new Map<string, HTMLCanvasElement>();

  /** Draw the names there is room for; those in `first` always, whole and bold, and then all. */
  draw(frame: Frame, ranked: MapNode[], first: MapNode[], crowd: Crowd): void {
    const taken: Box[] = [];
    const chosen = new Set(first);
    const most = first.length ? Infinity : FAR + NEAR * frame.scale ** 2;
    let drawn = 0;
    for (const node of first) {
      const text: Text = { text: node.label, weight: 600 };
      const spots = this.spots(frame, node, text);
      const spot = spots.find((box) => within(box, frame)) ?? spots[0]!;
      taken.push(spot, mark(node));
      this.write(frame, spot, text);
    }
    for (const node of ranked) {
      if (drawn >= most) break;
      if (chosen.has(node) || !this.seen(frame, node)) continue;
      drawn += 1;
      const text: Text = { text: short(node.label), weight: 400 };
      const free = this.spots(frame, node, text).filter(
        (box) => within(box, frame) && !taken.some((other) => overlaps(box, other)),
      );
      const best = crowd.emptiest(free);
      if (!best) continue;
      taken.push(best);
      this.write(frame, best, text);
    }
  }

  private seen(frame: Frame, node: MapNode): boolean {
    return node.x > frame.left && node.x < frame.right && node.y > frame.top && node.y < frame.bottom;
  }

  /** Below, above, right and left of the node, in the order they are liked. */
  private spots(frame: Frame, { x, y, size }: MapNode, text: Text): Box[] {
    const unit = 1 / frame.scale;
    const wide = (this.width(frame.context, text) + 2 * AROUND) * unit;
    const high = (PIXELS + AROUND) * unit;
    const gap = size + 2 * unit;
    const box = (left: number, top: number): Box => ({ left, top, right: left + wide, bottom: top + high });
    return [
      box(x - wide / 2, y + gap),
      box(x - wide / 2, y - gap - high),
      box(x + gap, y - high / 2),
      box(x - gap - wide, y - high / 2),
    ];
  }

  private write({ context, scale }: Frame, box: Box, text: Text): void {
    const picture = this.picture(text);
    const ratio = scale * SHARP;
    context.drawImage(picture, box.left, box.top, picture.width / ratio, picture.height / ratio);
  }

  /** A name as a small picture: writing its outline anew in every frame would be slow. */
  private picture(text: Text): HTMLCanvasElement {
    const key = `${text.weight}${text.text}`;
    const kept = this.pictures.get(key);
    if (kept) return kept;
    const made = document.createElement("canvas");
    const context = made.getContext("2d")!;
    made.width = Math.ceil((this.width(context, text) + 2 * AROUND) * SHARP);
    made.height = (PIXELS + AROUND) * SHARP;
    context.scale(SHARP, SHARP);
    context.font = font(text);
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = "rgba(255, 255, 255, 0.9)";
    context.strokeText(text.text, AROUND, 1);
    context.fillStyle = "#1a1a1a";
    context.fillText(text.text, AROUND, 1);
    this.pictures.set(key, made);
    return made;
  }

  private width(context: CanvasRenderingContext2D, text: Text): number {
    const key = `${text.weight}${text.text}`;
    let wide = this.widths.get(key);
    if (wide === undefined) {
      context.font = font(text);
      wide = context.measureText(text.text).width;
      this.widths.set(key, wide);
    }
    return wide;
  }
}
