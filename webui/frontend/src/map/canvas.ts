// The map: its data, where it is looked at from, what is chosen and hidden, and the picture of it.
import { tameWheel } from "../shared/controls";
import { within } from "./areas";
import { Bitmaps } from "./bitmaps";
import type { MapData } from "./data";
import { belongings, drawPointed, drawRings, drawVeil, HEAVY, type Pointed } from "./emphasis";
import { Gestures } from "./gestures";
import { around, type Box } from "./grid";
import { History, type Moment } from "./history";
import { listenToKeys } from "./keys";
import { Labels, type LabelBox } from "./labels";
import { Stamps } from "./marks";
import { Motion } from "./motion";
import { toMapUnits } from "./paint";
import { move } from "./moving";
import { NEAR, pick, type Picked } from "./pick";
import { Scene, type Layer } from "./scene";
import { letters, theme, type Theme } from "./theme";
import * as look from "./view";
import { closest, next, type Way } from "./walk";

export interface MapOptions {
  /** Enter was pressed on a node. */
  onOpen?: (index: number) => void;
  /** Neighbours of organisations are asked for that are not among the data. */
  onExpand?: (ids: string[]) => void;
}

/** What the map tells of: its details are read from the map. */
export type MapEvent = "hover" | "selection" | "window" | "hidden" | "steps" | "drawn" | "data";

/** After the last movement the picture is drawn sharp, in milliseconds. */
const REST = 140;
const FOCUS = 0.9;
/** What was drawn may be shown so much larger or smaller before it is drawn anew in a movement. */
const STRETCHED = 1.9;

export class MapCanvas extends EventTarget {
  readonly layers: { below: Layer[]; above: Layer[] } = { below: [], above: [] };
  readonly canvas = document.createElement("canvas");
  readonly gestures: Gestures;
  /** Names are there: the picture does not wait for their letters. */
  readonly named: Promise<void>;
  private lettered = false;
  private scene: Scene;
  private readonly context: CanvasRenderingContext2D;
  private readonly bitmaps = new Bitmaps();
  private readonly labels = new Labels();
  private readonly stamps = new Stamps();
  private readonly motion = new Motion();
  private readonly history: History;
  private view: look.MapWindow = { x: 0, y: 0, scale: 1 };
  private size: look.Size = { width: 0, height: 0 };
  private ratio = 1;
  private theme: Theme = theme();
  private chosen: number[] = [];
  private concealed = new Set<string>();
  private nodeMask: Uint8Array | null = null;
  private tieMask: Uint8Array | null = null;
  private pointer: Picked | null = null;
  private pointed: Pointed | null = null;
  private lasso: [number, number][] = [];
  private frame = 0;
  private rest = 0;
  private moving = false;
  private stale = false;
  private again = false;
  private restoring = false;
  private untouched = true;
  /** Parts of the canvas that lie beneath buttons: no name is written there. */
  private covered: Box[] = [];

  constructor(readonly place: HTMLElement, public data: MapData, private readonly options: MapOptions = {}) {
    super();
    this.context = this.canvas.getContext("2d", { alpha: false })!;
    this.canvas.className = "map__picture";
    place.prepend(this.canvas);
    this.scene = new Scene(data, this.layers);
    tameWheel(place);
    this.gestures = new Gestures(place, {
      pan: (x, y) => this.pan(x, y),
      zoomAt: (factor, spot) => this.steer(look.zoomed(this.view, this.size, factor, ...spot)),
      click: (spot, near, more) => this.click(spot, near, more),
      point: (spot) => this.hover(spot && pick(this.scene, this.view, this.size, ...spot, NEAR.mouse)),
      lasso: (corners, more) => this.catch(corners, more),
      draw: (corners) => this.rope(corners),
    });
    listenToKeys(place, {
      walk: (way) => this.walk(way),
      open: () => this.chosen[0] !== undefined && this.options.onOpen?.(this.chosen[0]),
      clear: () => this.clear(),
      zoom: (factor) => this.zoom(factor),
      fit: () => this.fit(),
      hide: () => this.hide(this.selectedIds),
      undo: () => this.undo(),
      redo: () => this.redo(),
    });
    this.measure();
    this.view = this.whole();
    this.history = new History(this.moment());
    this.named = letters().then(() => {
      this.lettered = true;
      this.emphasise();
    });
    this.request(true);
    new ResizeObserver(() => this.resized()).observe(place);
    for (const asked of ["(forced-colors: active)", `(resolution: ${devicePixelRatio}dppx)`]) {
      matchMedia(asked).addEventListener("change", () => this.redress());
    }
  }

  // What is chosen, hidden and masked.

  /** The numbers of the nodes chosen, in the order of the data. */
  get selection(): readonly number[] {
    return this.chosen;
  }

  get selectedIds(): string[] {
    return this.chosen.map((index) => this.data.ids[index]!);
  }

  get hidden(): ReadonlySet<string> {
    return this.concealed;
  }

  get hovered(): Picked | null {
    return this.pointer;
  }

  /** Choose nodes instead of those that are. */
  select(indexes: Iterable<number>): void {
    const chosen = [...new Set(indexes)].filter((index) => this.scene.seen[index]).sort((a, b) => a - b);
    if (chosen.length === this.chosen.length && chosen.every((index, k) => index === this.chosen[k])) return;
    this.chosen = chosen;
    this.emphasise();
    this.tell("selection");
    this.remember();
  }

  /** Hide organisations; they are not chosen any more. */
  hide(ids: Iterable<string>): void {
    this.conceal(new Set([...this.concealed, ...ids]));
  }

  /** Show again what is hidden, all or those named. */
  unhide(ids: Iterable<string> = this.concealed): void {
    const shown = new Set(ids);
    this.conceal(new Set([...this.concealed].filter((id) => !shown.has(id))));
  }

  /** Show the hidden neighbours of nodes; `onExpand` may fetch those that are not among the data. */
  expand(indexes: Iterable<number> = this.chosen): void {
    const asked = [...indexes];
    const partners = asked.flatMap((index) => this.scene.adjacency.partners(index));
    const hidden = partners.map((index) => this.data.ids[index]!).filter((id) => this.concealed.has(id));
    if (hidden.length) this.unhide(hidden);
    else if (asked.length) this.options.onExpand?.(asked.map((index) => this.data.ids[index]!));
  }

  /** Whether `expand` would show any that are hidden here. */
  get expandable(): boolean {
    return this.chosen.some((index) =>
      this.scene.adjacency.partners(index).some((other) => this.concealed.has(this.data.ids[other]!)),
    );
  }

  /** Draw and pick only nodes and ties whose byte is 1; null for all. */
  masks(nodeMask: Uint8Array | null, tieMask: Uint8Array | null): void {
    [this.nodeMask, this.tieMask] = [nodeMask, tieMask];
    this.sift();
  }

  /** Those tied to a node or together with it in a hub, of those that may be seen. */
  partners(index: number): number[] {
    return belongings(this.scene, [index]).partners;
  }

  isSeen(index: number): boolean {
    return Boolean(this.scene.seen[index]);
  }

  // Where it is looked at from.

  get window(): look.MapWindow {
    return { ...this.view };
  }

  set window(window: look.MapWindow) {
    this.steer({ ...window, scale: look.clampScale(window.scale) });
  }

  /** Look at all that may be seen, or at some nodes. */
  fit(indexes?: Iterable<number>): void {
    if (!indexes) this.scene.opened.clear();
    this.glide(indexes ? look.fitted(around(this.data.x, this.data.y, indexes), this.size) : this.whole());
  }

  /** Look at a node. */
  focus(index: number): void {
    const { data } = this;
    this.glide({ x: data.x[index]!, y: data.y[index]!, scale: Math.max(this.view.scale, FOCUS) });
  }

  zoom(factor: number): void {
    this.glide({ ...this.view, scale: look.clampScale(this.view.scale * factor) });
  }

  /** Open a group that is shown as one. */
  open(group: number): void {
    const members = [...this.data.group.keys()].filter((k) => this.data.group[k] === group && this.scene.seen[k]);
    this.scene.opened.add(group);
    this.stale = true;
    if (members.length) this.fit(members);
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
    return this.labels.boxes(this.view, this.size);
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
    return !this.moving && !this.bitmaps.busy && !this.stale;
  }

  /** Write names so many times as large as usual, as a room full of people needs them. */
  enlarge(times: number): void {
    this.labels.enlarged = times;
    this.name();
    this.invalidate();
  }

  // Steps back and forth.

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  undo(): void {
    this.flush();
    this.restore(this.history.undo());
  }

  redo(): void {
    this.restore(this.history.redo());
  }

  // Data and picture.

  /** Show other data: those that were shown move to their new places. */
  show(data: MapData): void {
    const before = { ids: this.data.ids, x: this.data.x, y: this.data.y };
    this.untouched &&= this.data.count === 0;
    const ids = this.selectedIds;
    this.data = data;
    this.scene = new Scene(data, this.layers);
    this.scene.sift(this.concealed, this.nodeMask, this.tieMask);
    this.bitmaps.forget();
    this.pointer = null;
    this.chosen = ids.map((id) => data.indexOf(id)).filter((index) => index >= 0 && this.scene.seen[index]);
    this.emphasise();
    this.tell("data");
    if (this.chosen.length !== ids.length) this.tell("selection");
    const settle = (): void => {
      this.scene.sift(this.concealed, this.nodeMask, this.tieMask);
      this.emphasise();
      // A condition hides and moves nobody; but an empty picture would look like an empty network.
      if (!this.anythingSeen()) this.fit();
      this.request(true);
    };
    move(this.motion, before, data, () => this.paintMoving(), settle);
  }

  /** Draw anew: something that a layer draws, or the look of the page, has changed. */
  redraw(): void {
    this.stale = true;
    // What is being drawn is finished first: changes that follow fast are all seen to come.
    if (this.bitmaps.busy) this.again = true;
    else this.request(false);
  }

  private anythingSeen(): boolean {
    let found = this.data.count === 0;
    this.scene.grid.within(look.seen(this.view, this.size), (index) => (found ||= this.isSeen(index)));
    return found;
  }

  /** The window in which all is seen that may be. */
  private whole(): look.MapWindow {
    return look.fitted(this.scene.box, this.size);
  }

  private conceal(hidden: Set<string>): void {
    this.concealed = hidden;
    this.sift();
    this.tell("hidden");
    this.remember();
  }

  private sift(): void {
    this.scene.sift(this.concealed, this.nodeMask, this.tieMask);
    if (this.pointer) this.hover(null);
    const chosen = this.chosen.filter((index) => this.scene.seen[index]);
    const fewer = chosen.length < this.chosen.length;
    this.chosen = chosen;
    this.emphasise();
    if (fewer) this.tell("selection");
    this.bitmaps.forget();
    this.redraw();
  }

  private click(spot: [number, number], near: number, more: boolean): void {
    this.place.focus({ preventScroll: true });
    const found = pick(this.scene, this.view, this.size, ...spot, near);
    if (found?.kind === "group") return this.open(found.index);
    const hit = !found ? [] : found.kind === "node" ? [found.index] : this.scene.members(found.index);
    if (!more) return this.select(hit);
    const chosen = new Set(this.chosen);
    const all = hit.every((index) => chosen.has(index));
    for (const index of hit) all ? chosen.delete(index) : chosen.add(index);
    this.select(chosen);
  }

  private catch(corners: [number, number][] | null, more: boolean): void {
    this.lasso = [];
    this.invalidate();
    if (!corners) return;
    const polygon = corners.map(([left, top]) => this.toMap(left, top));
    const caught = [...this.data.x.keys()].filter(
      (index) => this.scene.seen[index] && within(polygon, this.data.x[index]!, this.data.y[index]!),
    );
    this.select(more && this.gestures.lassoing ? [...this.chosen, ...caught] : caught);
  }

  private rope(corners: [number, number][]): void {
    this.lasso = corners;
    this.invalidate();
  }

  private clear(): void {
    this.gestures.cancel();
    this.hover(null);
    this.select([]);
  }

  private walk(way: Way): void {
    const from = this.chosen[0];
    const to = from === undefined ? closest(this.scene, this.view.x, this.view.y) : next(this.scene, from, way);
    if (to < 0) return;
    this.select([to]);
    const [x, y] = this.toWindow(this.data.x[to]!, this.data.y[to]!);
    const { width, height } = this.size;
    const aside = x < width * 0.1 || x > width * 0.9 || y < height * 0.1 || y > height * 0.9;
    if (aside || this.view.scale < FOCUS / 3) this.focus(to);
  }

  private hover(found: Picked | null): void {
    if (found?.kind === this.pointer?.kind && found?.index === this.pointer?.index) return;
    this.pointer = found;
    this.place.classList.toggle("is-pointing", found !== null);
    this.emphasise();
    this.tell("hover");
  }

  /** Find what stands out now, and its names. */
  private emphasise(): void {
    const { pointer } = this;
    let nodes: readonly number[] = this.chosen;
    if (pointer?.kind === "node") nodes = [pointer.index];
    if (pointer?.kind === "hub") nodes = this.scene.members(pointer.index);
    this.pointed = nodes.length ? belongings(this.scene, [...nodes]) : null;
    if (pointer?.kind === "hub" && this.pointed) {
      this.pointed = { nodes: this.pointed.nodes, partners: [], ties: [], hubs: [pointer.index] };
    }
    if (!this.moving) this.name();
    this.invalidate();
  }

  private name(): void {
    if (!this.lettered) return;
    const { pointed, scene } = this;
    const single = pointed?.nodes.length === 1;
    const others = pointed && (single ? pointed.partners : [...pointed.nodes, ...pointed.partners]);
    const first = single ? pointed!.nodes : [];
    const { view: window, size, covered } = this;
    this.labels.place({ scene, window, size, mode: this.data.labels, first, others, covered });
  }

  private pan(x: number, y: number): void {
    const { scale } = this.view;
    this.steer({ x: this.view.x - x / scale, y: this.view.y - y / scale, scale });
  }

  /** Somebody moves the map: what it did by itself ends. */
  private steer(window: look.MapWindow): void {
    this.motion.stop();
    this.restoring = false;
    this.change(window);
  }

  private glide(to: look.MapWindow): void {
    this.restoring = false;
    const from = this.view;
    this.motion.run((share) => this.change(look.between(from, to, share)));
  }

  private change(window: look.MapWindow): void {
    if (look.same(window, this.view) && !this.stale) return;
    this.view = window;
    this.untouched = false;
    this.moving = true;
    this.tell("window");
    this.invalidate();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.settle(), REST);
    const stretched = this.bitmaps.magnified(window);
    const far = stretched > STRETCHED || stretched < 1 / STRETCHED || !this.bitmaps.covers(window, this.size);
    if (far && !this.bitmaps.busy) this.request(false);
  }

  /** Draw the picture of the window as it is, at once or in slices. */
  private request(now: boolean): void {
    if (!this.size.width || !this.size.height) return;
    const { view } = this;
    const whole = view.scale <= this.whole().scale * 1.02;
    this.stale = true;
    this.bitmaps.request(this.scene, this.theme, view, this.size, this.ratio, whole, now, () => {
      if (look.same(view, this.view) && !this.moving) this.name();
      this.stale = this.again;
      this.again = false;
      if (this.stale) this.request(false);
      if (now) this.render();
      else this.invalidate();
      this.tell("drawn");
    });
  }

  private settle(): void {
    this.flush();
    this.request(false);
  }

  /** What has moved has come to rest: a step that can be taken back. */
  private flush(): void {
    clearTimeout(this.rest);
    if (!this.moving) return;
    this.moving = false;
    if (!this.restoring) this.remember();
    this.restoring = false;
  }

  private invalidate(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => this.render());
  }

  private render(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { context, view, size, ratio, theme: colours, pointed } = this;
    const frame = { context, ...size, ...look.seen(view, size), scale: view.scale, ratio };
    this.bitmaps.draw(context, view, size, ratio, colours);
    if (pointed && !(this.moving && pointed.ties.length > HEAVY)) {
      drawVeil(frame, colours);
      drawPointed(frame, this.scene, pointed, this.stamps, colours);
    }
    if (this.chosen.length) drawRings(frame, this.scene, [...this.chosen], colours);
    this.labels.draw(context, view, size, ratio, colours);
    for (const layer of this.layers.above) {
      context.save();
      toMapUnits(frame);
      layer(frame);
      context.restore();
    }
    if (this.lasso.length) this.drawLasso();
  }

  private drawLasso(): void {
    const { context, ratio } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.beginPath();
    for (const [x, y] of this.lasso) context.lineTo(x, y);
    context.closePath();
    context.lineWidth = 1.5;
    context.setLineDash([5, 4]);
    context.strokeStyle = this.theme.ink;
    context.stroke();
    context.setLineDash([]);
  }

  private paintMoving(): void {
    this.scene.sift(this.concealed, this.nodeMask, this.tieMask);
    this.request(true);
  }

  private measure(): void {
    this.size = { width: this.place.clientWidth, height: this.place.clientHeight };
    this.ratio = Math.max(devicePixelRatio, 1);
    this.canvas.width = Math.max(Math.round(this.size.width * this.ratio), 1);
    this.canvas.height = Math.max(Math.round(this.size.height * this.ratio), 1);
    const own = this.place.getBoundingClientRect();
    this.covered = [...(this.place.parentElement?.querySelectorAll("button") ?? [])].map((button) => {
      const { left, top, right, bottom } = button.getBoundingClientRect();
      return { left: left - own.left, top: top - own.top, right: right - own.left, bottom: bottom - own.top };
    });
  }

  private resized(): void {
    const { width, height } = this.size;
    if (width === this.place.clientWidth && height === this.place.clientHeight) return;
    this.measure();
    if (this.untouched) this.view = this.whole();
    this.bitmaps.forget();
    this.request(true);
    this.tell("window");
  }

  private redress(): void {
    this.theme = theme();
    this.measure();
    this.bitmaps.forget();
    this.request(true);
  }

  private moment(): Moment {
    return { hidden: new Set(this.concealed), selection: this.selectedIds, window: { ...this.view } };
  }

  private remember(): void {
    this.history.remember(this.moment());
    this.tell("steps");
  }

  private restore(moment: Moment | null): void {
    if (!moment) return;
    this.concealed = new Set(moment.hidden);
    this.sift();
    this.tell("hidden");
    this.chosen = moment.selection.map((id) => this.data.indexOf(id)).filter((index) => index >= 0 && this.isSeen(index));
    this.emphasise();
    this.tell("selection");
    this.tell("steps");
    const from = this.view;
    if (look.same(from, moment.window)) return;
    this.restoring = true;
    this.motion.run((share) => this.change(look.between(from, moment.window, share)));
  }

  private tell(name: MapEvent): void {
    this.dispatchEvent(new Event(name));
  }
}
