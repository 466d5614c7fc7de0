// What hands do on the canvas: drag, pinch, wheel, click, double click, and a lasso.
import { NEAR } from "./pick";

type Spot = [number, number];

/** What the gestures do; spots are pixels of the canvas. */
export interface Handled {
  pan(x: number, y: number): void;
  zoomAt(factor: number, spot: Spot): void;
  click(spot: Spot, near: number, more: boolean): void;
  point(spot: Spot | null): void;
  lasso(corners: Spot[] | null, more: boolean): void;
  /** The lasso in the making. */
  draw(corners: Spot[]): void;
}

const STILL = 4;
const DOUBLE = { time: 350, near: 12, factor: 2 };
const WHEEL = { speed: 0.0016, most: 0.5, line: 16 };

export class Gestures {
  /** Whether a drag draws a lasso; Shift does so, too. */
  lassoing = false;
  private readonly down = new Map<number, Spot>();
  private start: Spot | null = null;
  private dragged = false;
  private corners: Spot[] | null = null;
  private last: { time: number; spot: Spot } | null = null;

  constructor(private readonly place: HTMLElement, private readonly handled: Handled) {
    place.addEventListener("pointerdown", (event) => this.press(event));
    place.addEventListener("pointermove", (event) => this.move(event));
    place.addEventListener("pointerup", (event) => this.lift(event));
    place.addEventListener("pointercancel", (event) => this.drop(event));
    place.addEventListener("pointerleave", () => {
      this.last = null;
      handled.point(null);
    });
    place.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  /** Give up a lasso in the making. */
  cancel(): void {
    if (this.corners) this.handled.lasso(null, false);
    this.corners = null;
  }

  private spot(event: MouseEvent): Spot {
    const box = this.place.getBoundingClientRect();
    return [event.clientX - box.left - this.place.clientLeft, event.clientY - box.top - this.place.clientTop];
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest("button, input, textarea, a")) return;
    const spot = this.spot(event);
    this.place.setPointerCapture(event.pointerId);
    this.down.set(event.pointerId, spot);
    this.handled.point(null);
    if (this.down.size > 1) {
      this.dragged = true;
      this.cancel();
      return;
    }
    this.start = spot;
    this.dragged = false;
    if (this.lassoing || event.shiftKey) this.corners = [spot];
  }

  private move(event: PointerEvent): void {
    const spot = this.spot(event);
    const before = this.down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.handled.point(spot);
      return;
    }
    if (this.down.size === 2) {
      this.pinch(event.pointerId, before, spot);
    } else if (this.start) {
      this.dragged ||= Math.hypot(spot[0] - this.start[0], spot[1] - this.start[1]) > STILL;
      if (!this.dragged) return;
      if (this.corners) this.handled.draw((this.corners = [...this.corners, spot]));
      else this.handled.pan(spot[0] - before[0], spot[1] - before[1]);
    }
    this.down.set(event.pointerId, spot);
  }

  private pinch(id: number, before: Spot, spot: Spot): void {
    const other = [...this.down].find(([key]) => key !== id)![1];
    const apart = (a: Spot): number => Math.max(Math.hypot(a[0] - other[0], a[1] - other[1]), 1);
    this.handled.pan((spot[0] - before[0]) / 2, (spot[1] - before[1]) / 2);
    this.handled.zoomAt(apart(spot) / apart(before), [(spot[0] + other[0]) / 2, (spot[1] + other[1]) / 2]);
  }

  private lift(event: PointerEvent): void {
    if (!this.down.delete(event.pointerId)) return;
    const spot = this.spot(event);
    const more = event.shiftKey || event.ctrlKey || event.metaKey;
    const corners = this.corners;
    if (this.down.size) return;
    this.corners = null;
    if (corners && this.dragged) return this.handled.lasso(corners, more);
    if (this.dragged || !this.start) return;
    const last = this.last;
    this.last = { time: event.timeStamp, spot };
    const near = last && !more && Math.hypot(spot[0] - last.spot[0], spot[1] - last.spot[1]) < DOUBLE.near;
    if (last && near && event.timeStamp - last.time < DOUBLE.time) {
      this.last = null;
      return this.handled.zoomAt(DOUBLE.factor, spot);
    }
    this.handled.click(spot, NEAR[event.pointerType === "touch" ? "touch" : "mouse"], more);
  }

  private drop(event: PointerEvent): void {
    this.down.delete(event.pointerId);
    this.cancel();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode ? WHEEL.line : 1);
    // A trackpad's pinch comes as a wheel with Ctrl and small steps.
    const speed = WHEEL.speed * (event.ctrlKey && Math.abs(pixels) < 40 ? 6 : 1);
    const power = Math.min(Math.max(-pixels * speed, -WHEEL.most), WHEEL.most);
    this.handled.zoomAt(Math.exp(power), this.spot(event));
  }
}
