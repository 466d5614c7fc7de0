// Where the picture is looked at from: points of the map to pixels of the canvas and back.
import type { Box } from "./grid";

/** The point of the map in the middle of the canvas, and pixels to one unit of the map. */
export interface MapWindow {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

/** What a picture is drawn with: its window and the part of the map that is in it. */
export interface Frame extends Box, Size {
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  scale: number;
  /** Device pixels to one of the page. */
  ratio: number;
}

export const SCALES = { least: 0.002, most: 4 };
const FITTED = { most: 1.2, edge: 36 };

export function clampScale(scale: number): number {
  return Math.min(Math.max(scale, SCALES.least), SCALES.most);
}

export function toMap({ x, y, scale }: MapWindow, { width, height }: Size, left: number, top: number): [number, number] {
  return [x + (left - width / 2) / scale, y + (top - height / 2) / scale];
}

export function toCanvas({ x, y, scale }: MapWindow, { width, height }: Size, mapX: number, mapY: number): [number, number] {
  return [(mapX - x) * scale + width / 2, (mapY - y) * scale + height / 2];
}

/** The part of the map that is seen. */
export function seen({ x, y, scale }: MapWindow, { width, height }: Size): Box {
  const [wide, high] = [width / 2 / scale, height / 2 / scale];
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
}

/** The window in which a box of the map is seen whole, never magnified much. */
export function fitted(box: Box, { width, height }: Size): MapWindow {
  const wide = Math.max(box.right - box.left, 1);
  const high = Math.max(box.bottom - box.top, 1);
  const scale = Math.min((width - 2 * FITTED.edge) / wide, (height - 2 * FITTED.edge) / high, FITTED.most);
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, scale: clampScale(scale) };
}

/** The window after a zoom that keeps a point of the canvas where it is. */
export function zoomed(window: MapWindow, size: Size, factor: number, left: number, top: number): MapWindow {
  const scale = clampScale(window.scale * factor);
  const [x, y] = toMap(window, size, left, top);
  return { x: x - (left - size.width / 2) / scale, y: y - (top - size.height / 2) / scale, scale };
}

/** A window on the way between two; the scale grows evenly to the eye. */
export function between(from: MapWindow, to: MapWindow, share: number): MapWindow {
  if (share >= 1) return { ...to };
  const scale = from.scale * (to.scale / from.scale) ** share;
  // Places go with the scale, so that what is aimed at moves in a straight line.
  const even = Math.abs(to.scale / from.scale - 1) < 1e-3;
  const way = even ? share : (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale);
  return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, scale };
}

export function same(a: MapWindow, b: MapWindow): boolean {
  return a.x === b.x && a.y === b.y && a.scale === b.scale;
}
