// Pictures kept as bitmaps: moved while somebody moves the map, drawn sharp when they rest.
import { Stamps } from "./marks";
import { paint } from "./paint";
import type { Scene } from "./scene";
import type { Theme } from "./theme";
import { seen, toCanvas, type Frame, type MapWindow, type Size } from "./view";

/** Drawn around what is seen, on every side, of its width and height: panning stays inside for a while. */
const MARGIN = 0.2;
/** So long a slice may take, in milliseconds: a third of a frame, for the bitmap is moved in it, too. */
const SLICE = 5;

interface Bitmap {
  canvas: OffscreenCanvas;
  window: MapWindow;
  size: Size;
}

export class Bitmaps {
  private front: Bitmap | null = null;
  /** The whole map from afar: what is seen at the edges when the front does not reach. */
  private overview: Bitmap | null = null;
  private readonly free: OffscreenCanvas[] = [];
  private readonly stamps = new Stamps();
  private running = 0;

  /** Whether a picture is being drawn. */
  busy = false;

  /** Forget what was drawn: the data or what is hidden has changed. */
  forget(): void {
    this.drop(this.overview);
    this.overview = null;
  }

  /** Draw the picture of a window; `done` is called when it is there to be moved. */
  request(scene: Scene, theme: Theme, window: MapWindow, size: Size, ratio: number, whole: boolean, now: boolean, done: () => void): void {
    this.running += 1;
    this.busy = true;
    const mine = this.running;
    const [sideways, above] = [Math.ceil(size.width * MARGIN), Math.ceil(size.height * MARGIN)];
    const wide = { width: size.width + 2 * sideways, height: size.height + 2 * above };
    const canvas = this.canvas(Math.round(wide.width * ratio), Math.round(wide.height * ratio));
    const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true })!;
    const frame: Frame = { context, ...wide, ...seen(window, wide), scale: window.scale, ratio };
    const steps = paint(frame, scene, this.stamps, theme);
    const finish = (): void => {
      this.busy = false;
      const old = this.front;
      this.front = { canvas, window: { ...window }, size: wide };
      if (old && old !== this.overview) this.drop(old);
      if (whole) {
        if (this.overview && this.overview !== this.front) this.drop(this.overview);
        this.overview = this.front;
      }
      done();
    };
    const work = (): void => {
      if (mine !== this.running) return this.drop({ canvas, window, size: wide });
      const until = performance.now() + SLICE;
      for (;;) {
        if (steps.next().done) return finish();
        // What was asked for is drawn only when somebody looks: so that it is drawn in this slice.
        if (!now) context.getImageData(0, 0, 1, 1);
        if (!now && performance.now() > until) break;
      }
      setTimeout(work);
    };
    // Whoever asks in a movement is busy with its frame.
    if (now) work();
    else setTimeout(work);
  }

  /** Move what was drawn to where the window is now. */
  draw(context: CanvasRenderingContext2D, window: MapWindow, size: Size, ratio: number, theme: Theme): void {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    if (!this.covers(window, size)) {
      context.fillStyle = theme.paper;
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
      if (this.overview && this.overview !== this.front) this.stamp(context, this.overview, window, size, ratio);
    }
    if (this.front) this.stamp(context, this.front, window, size, ratio);
  }

  /** Whether what was drawn reaches to every edge of a window. */
  covers(window: MapWindow, size: Size): boolean {
    if (!this.front) return false;
    const [have, need] = [seen(this.front.window, this.front.size), seen(window, size)];
    return need.left >= have.left && need.right <= have.right && need.top >= have.top && need.bottom <= have.bottom;
  }

  /** How much larger what was drawn is shown: 1 is sharp. */
  magnified(window: MapWindow): number {
    return this.front ? window.scale / this.front.window.scale : 1;
  }

  private stamp(context: CanvasRenderingContext2D, bitmap: Bitmap, window: MapWindow, size: Size, ratio: number): void {
    const grown = window.scale / bitmap.window.scale;
    const [x, y] = toCanvas(window, size, bitmap.window.x, bitmap.window.y);
    const [wide, high] = [bitmap.canvas.width * grown, bitmap.canvas.height * grown];
    context.imageSmoothingEnabled = grown !== 1;
    context.imageSmoothingQuality = "low";
    const left = Math.round((x - (bitmap.size.width * grown) / 2) * ratio);
    const top = Math.round((y - (bitmap.size.height * grown) / 2) * ratio);
    if (grown === 1) context.drawImage(bitmap.canvas, left, top);
    else context.drawImage(bitmap.canvas, left, top, wide, high);
  }

  private canvas(width: number, height: number): OffscreenCanvas {
    const kept = this.free.pop();
    if (!kept) return new OffscreenCanvas(width, height);
    if (kept.width !== width || kept.height !== height) [kept.width, kept.height] = [width, height];
    return kept;
  }

  private drop(bitmap: Bitmap | null): void {
    if (bitmap && bitmap !== this.front && bitmap !== this.overview && this.free.length < 2) this.free.push(bitmap.canvas);
  }
}
