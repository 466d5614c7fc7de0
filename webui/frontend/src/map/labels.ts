// Names beside nodes: larger nodes first, never over another name, over as few nodes as can be.
import type { LabelMode } from "./compact";
import type { Box } from "./grid";
import { Names, type Style } from "./names";
import { radiusOf } from "./paint";
import type { Scene } from "./scene";
import type { Theme } from "./theme";
import { seen, toCanvas, type MapWindow, type Size } from "./view";

/** A name and where it stands, in pixels from the point of the map that it belongs to. */
interface Placed {
  text: string;
  style: Style;
  x: number;
  y: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface LabelBox extends Box {
  text: string;
}

export interface Asked {
  scene: Scene;
  window: MapWindow;
  size: Size;
  mode: LabelMode;
  /** Named always, whole and bold. */
  first: readonly number[];
  /** Named where there is room; null for all that may be seen. */
  others: readonly number[] | null;
  /** Where something else lies on the canvas. */
  covered: readonly Box[];
}

const PLAIN: Style = { pixels: 13, weight: 400 };
const STRONG: Style = { pixels: 13, weight: 600 };
const GROUP: Style = { pixels: 15, weight: 600 };
const LONGEST = { node: 30, group: 40 };
/** From afar only the largest are named: so many, and more by the square of the scale. */
const FAR = 10;
const NEAR = 60;
/** Nodes that are tried in vain before the rest are left without a name. */
const MOST_TRIED = 1500;

export function short(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`;
}

/** Boxes that may not be written over, by the square of the canvas they lie in. */
class Taken {
  private readonly cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.visit(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  touches(box: Box): boolean {
    return this.visit(box, (key) =>
      (this.cells.get(key) ?? []).some(
        (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
      ),
    );
  }

  private visit(box: Box, found: (key: number) => boolean): boolean {
    for (let column = Math.floor(box.left / 64); column <= Math.floor(box.right / 64); column += 1) {
      for (let row = Math.floor(box.top / 64); row <= Math.floor(box.bottom / 64); row += 1) {
        if (found(column * 4096 + row)) return true;
      }
    }
    return false;
  }
}

export class Labels {
  /** Names are so many times as large as usual. */
  enlarged = 1;
  private readonly names = new Names();
  private placed: Placed[] = [];
  private taken = new Taken();

  /** Choose the names that there is room for, and their places. */
  place(asked: Asked): void {
    this.placed = [];
    this.taken = new Taken();
    for (const box of asked.covered) this.taken.add(box);
    const afar = asked.scene.afar(seen(asked.window, asked.size));
    for (const index of asked.first) this.node(asked, index, true);
    if (asked.mode === "none") return;
    if (afar && !asked.first.length) this.groups(asked);
    this.nodes(asked, afar);
  }

  /** Draw the names where the window is now. */
  draw(context: CanvasRenderingContext2D, window: MapWindow, size: Size, ratio: number, theme: Theme): void {
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const each of this.placed) {
      const [x, y] = toCanvas(window, size, each.x, each.y);
      const [left, top] = [x + each.left, y + each.top];
      if (left > size.width || top > size.height || left + each.width < 0 || top + each.height < 0) continue;
      context.drawImage(this.names.picture(each.text, each.style, ratio, theme), Math.round(left * ratio), Math.round(top * ratio));
    }
  }

  /** Where names stand on the canvas. */
  boxes(window: MapWindow, size: Size): LabelBox[] {
    return this.placed.map(({ text, x, y, left, top, width, height }) => {
      const [atX, atY] = toCanvas(window, size, x, y);
      return { text, left: atX + left, top: atY + top, right: atX + left + width, bottom: atY + top + height };
    });
  }

  private nodes(asked: Asked, afar: boolean): void {
    const { scene, window, size, mode, first, others } = asked;
    const box = seen(window, size);
    const { data } = scene;
    if (afar && others === null && scene.opened.size === 0) return;
    const enough = others !== null || mode === "all" ? Infinity : FAR + NEAR * window.scale ** 2;
    const done = new Set(first);
    let tried = 0;
    for (const index of others ?? scene.ranked) {
      if (tried >= Math.min(enough, MOST_TRIED)) break;
      const [x, y] = [data.x[index]!, data.y[index]!];
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      if (!scene.seen[index] || done.has(index) || (afar && others === null && !scene.isOpen(index))) continue;
      tried += 1;
      this.node(asked, index, false);
    }
  }

  /** Name a node: below it, above it, right or left, where least is covered. */
  private node({ scene, window, size }: Asked, index: number, always: boolean): void {
    const { data } = scene;
    const style = this.sized(always ? STRONG : PLAIN);
    const text = always ? data.names[index]! : short(data.names[index]!, LONGEST.node);
    const { width, height } = this.names.size(text, style);
    const [x, y] = toCanvas(window, size, data.x[index]!, data.y[index]!);
    const gap = radiusOf(data.radius[index]!, window.scale) + 2;
    const spots: [number, number][] = [
      [-width / 2, gap],
      [-width / 2, -gap - height],
      [gap, -height / 2],
      [-gap - width, -height / 2],
    ];
    let best: Placed | null = null;
    let least = Infinity;
    for (const [left, top] of spots) {
      const box = { left: x + left, top: y + top, right: x + left + width, bottom: y + top + height };
      const inside = box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
      if (!always && (!inside || this.taken.touches(box))) continue;
      const covered = this.covered(scene, window, size, box) + (inside ? 0 : 1e6) + (this.taken.touches(box) ? 1e3 : 0);
      if (covered < least) {
        least = covered;
        best = { text, style, x: data.x[index]!, y: data.y[index]!, left, top, width, height };
      }
    }
    if (best) this.keep(best, x, y);
    if (always) this.taken.add({ left: x - gap, right: x + gap, top: y - gap, bottom: y + gap });
  }

  private sized({ pixels, weight }: Style): Style {
    return { pixels: Math.round(pixels * this.enlarged), weight };
  }

  private keep(placed: Placed, x: number, y: number): void {
    this.placed.push(placed);
    const [left, top] = [x + placed.left, y + placed.top];
    this.taken.add({ left, top, right: left + placed.width, bottom: top + placed.height });
  }

  /** How much of nodes lies in a box of the canvas. */
  private covered(scene: Scene, window: MapWindow, size: Size, box: Box): number {
    const [left, right] = [box.left, box.right].map((at) => window.x + (at - size.width / 2) / window.scale) as [number, number];
    const [top, bottom] = [box.top, box.bottom].map((at) => window.y + (at - size.height / 2) / window.scale) as [number, number];
    let sum = 0;
    scene.grid.within({ left, right, top, bottom }, (index) => {
      if (scene.seen[index]) sum += scene.data.radius[index]!;
    });
    return sum;
  }

  /** Name groups that are shown as one, in their middle, the largest first. */
  private groups({ scene, window, size }: Asked): void {
    for (const { name, count, x, y, group } of scene.areas) {
      if (scene.opened.has(group)) continue;
      const [atX, atY] = toCanvas(window, size, x, y);
      if (atX < 0 || atX > size.width || atY < 0 || atY > size.height) continue;
      const text = `${short(name, LONGEST.group)} (${count})`;
      const style = this.sized(GROUP);
      const { width, height } = this.names.size(text, style);
      const placed: Placed = { text, style, x, y, left: -width / 2, top: -height / 2, width, height };
      const box = { left: atX - width / 2, top: atY - height / 2, right: atX + width / 2, bottom: atY + height / 2 };
      if (box.left < 0 || box.right > size.width || box.top < 0 || box.bottom > size.height) continue;
      if (!this.taken.touches(box)) this.keep(placed, atX, atY);
    }
  }
}
