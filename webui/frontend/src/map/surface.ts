// The canvas that the map is seen on: the bitmap of what is at rest, and above it what stands out.
import { Bitmaps } from "./bitmaps";
import { drawPointed, drawRings, drawVeil, HEAVY, type Pointed } from "./emphasis";
import type { Box } from "./grid";
import { Labels, type LabelBox } from "./labels";
import { Stamps } from "./marks";
import { toMapUnits } from "./paint";
import type { Scene } from "./scene";
import { letters, theme, type Theme } from "./theme";
import { seen, type MapWindow, type Size } from "./view";

/** What is seen besides the bitmap. */
export interface Seen {
  scene: Scene;
  window: MapWindow;
  pointed: Pointed | null;
  chosen: readonly number[];
  lasso: readonly [number, number][];
  moving: boolean;
}

/** What was drawn may be shown so much larger or smaller before it is drawn anew in a movement. */
const STRETCHED = 1.9;

export class Surface {
  readonly canvas = document.createElement("canvas");
  /** Names are there: the picture does not wait for their letters. */
  readonly named: Promise<void>;
  size: Size = { width: 0, height: 0 };
  private readonly context: CanvasRenderingContext2D;
  private readonly bitmaps = new Bitmaps();
  private readonly labels = new Labels();
  private readonly stamps = new Stamps();
  private ratio = 1;
  private theme: Theme = theme();
  /** Parts of the canvas that lie beneath buttons: no name is written there. */
  private covered: Box[] = [];
  private lettered = false;

  constructor(private readonly place: HTMLElement) {
    this.context = this.canvas.getContext("2d", { alpha: false })!;
    this.canvas.className = "map__picture";
    place.prepend(this.canvas);
    this.named = letters().then(() => {
      this.lettered = true;
    });
    this.measure();
  }

  get busy(): boolean {
    return this.bitmaps.busy;
  }

  /** Whether the place has another size than the canvas. */
  get outgrown(): boolean {
    return this.size.width !== this.place.clientWidth || this.size.height !== this.place.clientHeight;
  }

  /** Take the size of the place, the sharpness of the screen and the colours of the page. */
  measure(): void {
    this.theme = theme();
    this.size = { width: this.place.clientWidth, height: this.place.clientHeight };
    this.ratio = Math.max(devicePixelRatio, 1);
    this.canvas.width = Math.max(Math.round(this.size.width * this.ratio), 1);
    this.canvas.height = Math.max(Math.round(this.size.height * this.ratio), 1);
    const own = this.place.getBoundingClientRect();
    this.covered = [...(this.place.parentElement?.querySelectorAll("button") ?? [])].map((button) => {
      const { left, top, right, bottom } = button.getBoundingClientRect();
      return { left: left - own.left, top: top - own.top, right: right - own.left, bottom: bottom - own.top };
    });
    this.forget();
  }

  /** Forget what was drawn of the whole: it is not true any more. */
  forget(): void {
    this.bitmaps.forget();
  }

  /** Whether what was drawn is too coarse, or does not reach to the edges of a window. */
  wants(window: MapWindow): boolean {
    const stretched = this.bitmaps.magnified(window);
    return stretched > STRETCHED || stretched < 1 / STRETCHED || !this.bitmaps.covers(window, this.size);
  }

  /** Draw what is at rest, at once or in slices; `whole` says that the window shows all there is. */
  paint(scene: Scene, window: MapWindow, whole: boolean, now: boolean, done: () => void): void {
    this.bitmaps.request(scene, this.theme, window, this.size, this.ratio, whole, now, done);
  }

  /** Write names so many times as large as usual. */
  enlarge(times: number): void {
    this.labels.enlarged = times;
  }

  /** Choose the names for what is seen. */
  name({ scene, window, pointed }: Seen): void {
    if (!this.lettered) return;
    const single = pointed?.nodes.length === 1;
    const others = pointed && (single ? pointed.partners : [...pointed.nodes, ...pointed.partners]);
    const first = single ? pointed!.nodes : [];
    const { size, covered } = this;
    this.labels.place({ scene, window, size, mode: scene.data.labels, first, others, covered });
  }

  /** Where names stand, in pixels of the canvas. */
  boxes(window: MapWindow): LabelBox[] {
    return this.labels.boxes(window, this.size);
  }

  /** Show it all. */
  draw({ scene, window, pointed, chosen, lasso, moving }: Seen): void {
    const { context, size, ratio, theme: colours } = this;
    const frame = { context, ...size, ...seen(window, size), scale: window.scale, ratio };
    this.bitmaps.draw(context, window, size, ratio, colours);
    if (pointed && !(moving && pointed.ties.length > HEAVY)) {
      drawVeil(frame, colours);
      drawPointed(frame, scene, pointed, this.stamps, colours);
    }
    if (chosen.length) drawRings(frame, scene, [...chosen], colours);
    this.labels.draw(context, window, size, ratio, colours);
    for (const layer of scene.layers.above) {
      context.save();
      toMapUnits(frame);
      layer(frame);
      context.restore();
    }
    if (lasso.length) this.drawLasso(lasso);
  }

  private drawLasso(corners: readonly [number, number][]): void {
    const { context, ratio } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.beginPath();
    for (const [x, y] of corners) context.lineTo(x, y);
    context.closePath();
    context.lineWidth = 1.5;
    context.setLineDash([5, 4]);
    context.strokeStyle = this.theme.ink;
    context.stroke();
    context.setLineDash([]);
  }
}
