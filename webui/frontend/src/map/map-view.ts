// A map's data seen from somewhere: its picture, where it is looked at from, and what stands out.
import { Camera } from "./camera";
import type { MapData } from "./data";
import type { Pointed } from "./emphasis";
import { around } from "./grid";
import type { LabelBox } from "./labels";
import { Scene, type Layer } from "./scene";
import { Surface, type Seen } from "./surface";
import * as look from "./view";

/** What the map tells of: its details are read from the map. */
export type MapEvent = "hover" | "selection" | "window" | "hidden" | "steps" | "drawn" | "data";

/** So near that names and marks are read. */
export const READ = 0.9;

export abstract class MapView extends EventTarget {
  readonly layers: { below: Layer[]; above: Layer[] } = { below: [], above: [] };
  protected scene: Scene;
  protected readonly surface: Surface;
  protected readonly camera: Camera;
  protected chosen: number[] = [];
  protected pointed: Pointed | null = null;
  protected lasso: [number, number][] = [];
  /** Nobody has moved the map yet: it may still choose where it is looked at from. */
  protected untouched = true;
  private frame = 0;
  private stale = false;
  private again = false;

  constructor(readonly place: HTMLElement, public data: MapData) {
    super();
    this.surface = new Surface(place);
    this.camera = new Camera({ moved: () => this.moved(), rested: (own) => this.rested(own) });
    this.scene = new Scene(data, this.layers);
    this.camera.window = this.whole();
    new ResizeObserver(() => this.resized()).observe(place);
    for (const asked of ["(forced-colors: active)", `(resolution: ${devicePixelRatio}dppx)`]) {
      matchMedia(asked).addEventListener("change", () => this.redress());
    }
  }

  /** Remember where it is looked at from, as a step that can be taken back. */
  protected abstract remember(): void;

  get canvas(): HTMLCanvasElement {
    return this.surface.canvas;
  }

  /** Names are there: the picture does not wait for their letters. */
  get named(): Promise<void> {
    return this.surface.named;
  }

  isSeen(index: number): boolean {
    return Boolean(this.scene.seen[index]);
  }

  get window(): look.MapWindow {
    return { ...this.view };
  }

  set window(window: look.MapWindow) {
    this.camera.steer({ ...window, scale: look.clampScale(window.scale) });
  }

  /** Look at all that may be seen, or at some nodes. */
  fit(indexes?: Iterable<number>): void {
    if (!indexes) this.scene.opened.clear();
    this.camera.glide(indexes ? look.fitted(around(this.data.x, this.data.y, indexes), this.size) : this.whole());
  }

  /** Look at a node. */
  focus(index: number): void {
    const { data } = this;
    this.camera.glide({ x: data.x[index]!, y: data.y[index]!, scale: Math.max(this.view.scale, READ) });
  }

  zoom(factor: number): void {
    this.camera.glide({ ...this.view, scale: look.clampScale(this.view.scale * factor) });
  }

  /** Open a group that is shown as one. */
  open(group: number): void {
    const members = [...this.data.group.keys()].filter((k) => this.data.group[k] === group && this.scene.seen[k]);
    this.scene.opened.add(group);
    if (members.length) this.fit(members);
    this.redraw();
  }

  /** The point of the map at a pixel of the canvas. */
  toMap(left: number, top: number): [number, number] {
    return look.toMap(this.view, this.size, left, top);
  }

  /** The pixel of the canvas where a point of the map is. */
  toWindow(x: number, y: number): [number, number] {
    return look.toCanvas(this.view, this.size, x, y);
  }

  /** Where an organisation is, in pixels of the browser's window; null if it is not on the map. */
  where(id: string): { x: number; y: number } | null {
    const index = this.data.indexOf(id);
    if (index < 0) return null;
    const [x, y] = this.toWindow(this.data.x[index]!, this.data.y[index]!);
    const box = this.canvas.getBoundingClientRect();
    return { x: x + box.left, y: y + box.top };
  }

  /** Where names stand, in pixels of the canvas. */
  get labelBoxes(): LabelBox[] {
    return this.surface.boxes(this.view);
  }

  /** The groups that are shown as one, with their middles in pixels of the canvas. */
  get foldedGroups(): { group: number; name: string; x: number; y: number }[] {
    if (!this.scene.afar(look.seen(this.view, this.size))) return [];
    return this.scene.areas
      .filter(({ group }) => !this.scene.opened.has(group))
      .map(({ group, name, x, y }) => {
        const [left, top] = this.toWindow(x, y);
        return { group, name, x: left, y: top };
      });
  }

  /** Whether the picture is sharp and nothing moves. */
  get resting(): boolean {
    return !this.camera.moving && !this.surface.busy && !this.stale;
  }

  /** Write names so many times as large as usual, as a room full of people needs them. */
  enlarge(times: number): void {
    this.surface.enlarge(times);
    this.surface.name(this.look);
    this.invalidate();
  }

  /** Draw anew: something that a layer draws, or the look of the page, has changed. */
  redraw(): void {
    this.stale = true;
    // What is being drawn is finished first: changes that follow fast are all seen to come.
    if (this.surface.busy) this.again = true;
    else this.request(false);
  }

  protected get view(): look.MapWindow {
    return this.camera.window;
  }

  protected get size(): look.Size {
    return this.surface.size;
  }

  protected get look(): Seen {
    const { scene, view: window, pointed, chosen, lasso } = this;
    return { scene, window, pointed, chosen, lasso, moving: this.camera.moving };
  }

  protected anythingSeen(): boolean {
    let found = this.data.count === 0;
    this.scene.grid.within(look.seen(this.view, this.size), (index) => (found ||= this.isSeen(index)));
    return found;
  }

  /** The window in which all is seen that may be. */
  protected whole(): look.MapWindow {
    return look.fitted(this.scene.box, this.size);
  }

  private moved(): void {
    this.untouched = false;
    this.tell("window");
    this.invalidate();
    if (this.surface.wants(this.view) && !this.surface.busy) this.request(false);
  }

  /** What has moved has come to rest: a step that can be taken back. */
  private rested(own: boolean): void {
    if (own) this.remember();
    this.request(false);
  }

  /** Draw the picture of the window as it is, at once or in slices. */
  protected request(now: boolean): void {
    if (!this.size.width || !this.size.height) return;
    const { view } = this;
    const whole = view.scale <= this.whole().scale * 1.02;
    this.stale = true;
    this.surface.paint(this.scene, view, whole, now, () => {
      if (look.same(view, this.view) && !this.camera.moving) this.surface.name(this.look);
      this.stale = this.again;
      this.again = false;
      if (this.stale) this.request(false);
      if (now) this.render();
      else this.invalidate();
      this.tell("drawn");
    });
  }

  protected invalidate(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => this.render());
  }

  private render(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.surface.draw(this.look);
  }

  private resized(): void {
    if (!this.surface.outgrown) return;
    this.surface.measure();
    if (this.untouched) this.camera.window = this.whole();
    this.request(true);
    this.tell("window");
  }

  private redress(): void {
    this.surface.measure();
    this.request(true);
  }

  protected tell(name: MapEvent): void {
    this.dispatchEvent(new Event(name));
  }
}
