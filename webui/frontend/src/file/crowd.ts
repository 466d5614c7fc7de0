// How many nodes lie in a part of the picture.
import type { MapNode } from "./types";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const CELL = 80;

export class Crowd {
  private readonly cells = new Map<string, MapNode[]>();

  constructor(nodes: MapNode[]) {
    for (const node of nodes) {
      const key = `${Math.floor(node.x / CELL)},${Math.floor(node.y / CELL)}`;
      const cell = this.cells.get(key);
      if (cell) cell.push(node);
      else this.cells.set(key, [node]);
    }
  }

  /** The box that covers least of the nodes' ground; the earlier of equals. */
  emptiest(boxes: Box[]): Box | undefined {
    let best: Box | undefined;
    let least = Infinity;
    for (const box of boxes) {
      const covered = this.covered(box, least);
      if (covered < least) [best, least] = [box, covered];
    }
    return best;
  }

  /** The size of the nodes in a box; it stops counting at `enough`. */
  private covered(box: Box, enough: number): number {
    let sum = 0;
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) {
        for (const { x, y, size } of this.cells.get(`${column},${row}`) ?? []) {
          const near = x > box.left - size / 2 && x < box.right + size / 2;
          if (near && y > box.top - size / 2 && y < box.bottom + size / 2) sum += size;
        }
        if (sum >= enough) return sum;
      }
    }
    return sum;
  }
}
