// Names as small pictures: writing an outline anew in every frame would be slow.
import { FONT, type Theme } from "./theme";

export interface Style {
  pixels: number;
  weight: 400 | 600;
}

/** Room around a name for its outline. */
export const AROUND = 3;
const MOST_KEPT = 2000;

export class Names {
  private readonly widths = new Map<string, number>();
  private pictures = new Map<string, OffscreenCanvas>();
  private readonly measure = new OffscreenCanvas(1, 1).getContext("2d")!;

  /** Pixels of the page that a name takes, its outline included. */
  size(text: string, style: Style): { width: number; height: number } {
    const key = `${style.weight}${style.pixels}${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.measure.font = font(style, 1);
      width = Math.ceil(this.measure.measureText(text).width) + 2 * AROUND;
      this.widths.set(key, width);
    }
    return { width, height: style.pixels + AROUND + 1 };
  }

  /** The picture of a name, so many times as sharp as the page. */
  picture(text: string, style: Style, ratio: number, theme: Theme): OffscreenCanvas {
    const key = `${style.weight}${style.pixels}${ratio}${theme.ink}${text}`;
    const kept = this.pictures.get(key);
    if (kept) return kept;
    const { width, height } = this.size(text, style);
    const made = new OffscreenCanvas(Math.ceil(width * ratio), Math.ceil(height * ratio));
    const context = made.getContext("2d")!;
    context.font = font(style, ratio);
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 3.5 * ratio;
    context.strokeStyle = theme.halo;
    context.strokeText(text, AROUND * ratio, 1.5 * ratio);
    context.fillStyle = theme.ink;
    context.fillText(text, AROUND * ratio, 1.5 * ratio);
    if (this.pictures.size >= MOST_KEPT) this.pictures = new Map();
    this.pictures.set(key, made);
    return made;
  }
}

function font({ weight, pixels }: Style, ratio: number): string {
  return `${weight} ${pixels * ratio}px ${FONT}`;
}
