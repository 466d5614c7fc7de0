// The map as people use it: what they choose, hide and take back, with hands and keys.
import { tameWheel } from "../shared/controls";
import { within } from "./areas";
import type { MapData } from "./data";
import { belongings } from "./emphasis";
import { Gestures } from "./gestures";
import { History, type Moment } from "./history";
import { listenToKeys } from "./keys";
import { MapView, READ } from "./map-view";
import { Motion } from "./motion";
import { move } from "./moving";
import { NEAR, pick, type Picked } from "./pick";
import { Scene } from "./scene";
import * as look from "./view";
import { closest, next, type Way } from "./walk";

export interface MapOptions {
  /** Enter was pressed on a node. */
  onOpen?: (index: number) => void;
  /** Neighbours of organisations are asked for that are not among the data. */
  onExpand?: (ids: string[]) => void;
}

export class MapCanvas extends MapView {
  readonly gestures: Gestures;
  private readonly motion = new Motion();
  private readonly history: History;
  private concealed = new Set<string>();
  private nodeMask: Uint8Array | null = null;
  private tieMask: Uint8Array | null = null;
  private pointer: Picked | null = null;

  constructor(place: HTMLElement, data: MapData, private readonly options: MapOptions = {}) {
    super(place, data);
    tameWheel(place);
    this.gestures = new Gestures(place, {
      pan: (x, y) => this.pan(x, y),
      zoomAt: (factor, spot) => this.camera.steer(look.zoomed(this.view, this.size, factor, ...spot)),
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
    this.history = new History(this.moment());
    void this.surface.named.then(() => this.emphasise());
    this.request(true);
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

  // Steps back and forth.

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  undo(): void {
    this.camera.flush();
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
    this.surface.forget();
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
    this.surface.forget();
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
    if (aside || this.view.scale < READ / 3) this.focus(to);
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
    if (!this.camera.moving) this.surface.name(this.look);
    this.invalidate();
  }

  private pan(x: number, y: number): void {
    const { scale } = this.view;
    this.camera.steer({ x: this.view.x - x / scale, y: this.view.y - y / scale, scale });
  }

  private paintMoving(): void {
    this.scene.sift(this.concealed, this.nodeMask, this.tieMask);
    this.request(true);
  }

  private moment(): Moment {
    return { hidden: new Set(this.concealed), selection: this.selectedIds, window: { ...this.view } };
  }

  protected remember(): void {
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
    this.camera.glide(moment.window, true);
  }
}
