// Nodes by the square of the map that they stand in: who is at a spot, who is in a box.
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const TO_A_CELL = 4;
const MOST_CELLS = 512;

/** The smallest box around nodes; a point where there are none. */
export function around(x: Float32Array, y: Float32Array, indexes: Iterable<number>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const k of indexes) {
    box.left = Math.min(box.left, x[k]!);
    box.right = Math.max(box.right, x[k]!);
    box.top = Math.min(box.top, y[k]!);
    box.bottom = Math.max(box.bottom, y[k]!);
  }
  return box.left <= box.right ? box : { left: 0, top: 0, right: 0, bottom: 0 };
}

export class Grid {
  readonly box: Box;
  private readonly columns: number;
  private readonly rows: number;
  private readonly side: number;
  private readonly first: Int32Array;
  private readonly items: Int32Array;

  constructor(private readonly x: Float32Array, private readonly y: Float32Array) {
    const count = x.length;
    this.box = around(x, y, x.keys());
    const wide = Math.max(this.box.right - this.box.left, 1);
    const high = Math.max(this.box.bottom - this.box.top, 1);
    this.side = Math.max(Math.sqrt((wide * high * TO_A_CELL) / Math.max(count, 1)), Math.max(wide, high) / MOST_CELLS);
    this.columns = Math.floor(wide / this.side) + 1;
    this.rows = Math.floor(high / this.side) + 1;
    this.first = new Int32Array(this.columns * this.rows + 1);
    const cell = new Int32Array(count);
    for (let k = 0; k < count; k += 1) {
      cell[k] = this.row(y[k]!) * this.columns + this.column(x[k]!);
      this.first[cell[k]! + 1]! += 1;
    }
    for (let c = 0; c < this.first.length - 1; c += 1) this.first[c + 1]! += this.first[c]!;
    this.items = new Int32Array(count);
    const free = this.first.slice();
    for (let k = 0; k < count; k += 1) this.items[free[cell[k]!]!++] = k;
  }

  /** Call `visit` for each node in a box. */
  within(box: Box, visit: (index: number) => void): void {
    const { left, top, right, bottom } = box;
    if (right < this.box.left || left > this.box.right || bottom < this.box.top || top > this.box.bottom) return;
    const [from, to] = [this.column(left), this.column(right)];
    for (let row = this.row(top); row <= this.row(bottom); row += 1) {
      const [start, end] = [this.first[row * this.columns + from]!, this.first[row * this.columns + to + 1]!];
      for (let k = start; k < end; k += 1) {
        const index = this.items[k]!;
        const [x, y] = [this.x[index]!, this.y[index]!];
        if (x >= left && x <= right && y >= top && y <= bottom) visit(index);
      }
    }
  }

  /** About how many nodes there are in a box; no cell is opened. */
  about(box: Box): number {
    let sum = 0;
    const [from, to] = [this.column(box.left), this.column(box.right)];
    for (let row = this.row(box.top); row <= this.row(box.bottom); row += 1) {
      sum += this.first[row * this.columns + to + 1]! - this.first[row * this.columns + from]!;
    }
    return sum;
  }

  private column(x: number): number {
    return Math.min(Math.max(Math.floor((x - this.box.left) / this.side), 0), this.columns - 1);
  }

  private row(y: number): number {
    return Math.min(Math.max(Math.floor((y - this.box.top) / this.side), 0), this.rows - 1);
  }
}
