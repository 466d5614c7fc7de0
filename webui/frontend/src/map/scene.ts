// What there is to draw: the data, what of it may be seen, and its groups.
import { Adjacency } from "./adjacency";
import { closed, wideHull, type Point } from "../shared/hull";
import { areas, bundles, type Area, type Bundle } from "./areas";
import type { MapData } from "./data";
import { around, Grid, type Box } from "./grid";
import type { Frame } from "./view";

export type Layer = (frame: Frame) => void;

/** Past so many nodes dots are not read any more: from afar groups are shown. */
export const MANY = 3000;
/** So many nodes in the window are near enough to be shown one by one. */
const NEAR = 2500;

const HULL_MARGIN = 26;

/** The outline of a collaboration's members. */
export interface Hull {
  corners: Point[];
  path: Path2D;
  members: number;
}

export class Scene {
  readonly adjacency: Adjacency;
  readonly grid: Grid;
  /** Larger nodes first: the order in which names get room. */
  readonly ranked: Int32Array;
  /** 1 for what may be seen: neither hidden nor masked out. */
  readonly seen: Uint8Array;
  /** Groups that were opened from afar. */
  readonly opened = new Set<number>();
  private tieMask: Uint8Array | null = null;
  private found: Area[] | null = null;
  private joined: Bundle[] | null = null;
  private hulled: (Hull | null)[] | null = null;
  private extent: Box | null = null;

  constructor(readonly data: MapData, readonly layers: { below: Layer[]; above: Layer[] }) {
    this.adjacency = new Adjacency(data);
    this.grid = new Grid(data.x, data.y);
    this.ranked = Int32Array.from(data.x.keys()).sort((a, b) => data.radius[b]! - data.radius[a]! || a - b);
    this.seen = new Uint8Array(data.count).fill(1);
  }

  /** Say anew what may be seen. */
  sift(hidden: ReadonlySet<string>, nodeMask: Uint8Array | null, tieMask: Uint8Array | null): void {
    if (nodeMask) this.seen.set(nodeMask.subarray(0, this.data.count));
    else this.seen.fill(1);
    for (const id of hidden) {
      const index = this.data.indexOf(id);
      if (index >= 0) this.seen[index] = 0;
    }
    this.tieMask = tieMask;
    this.found = null;
    this.joined = null;
    this.hulled = null;
    this.extent = null;
  }

  tieSeen(tie: number): boolean {
    const { a, b } = this.data;
    return Boolean(this.seen[a[tie]!] && this.seen[b[tie]!] && (!this.tieMask || this.tieMask[tie]));
  }

  /** The members of a hub that may be seen. */
  members(hub: number): number[] {
    return [...this.data.hubs[hub]!.members].filter((index) => this.seen[index]);
  }

  /** The outline of each collaboration, null for those of whom fewer than two may be seen. */
  get hulls(): (Hull | null)[] {
    this.hulled ??= this.data.hubs.map((_, hub) => {
      const points = this.members(hub).map((index): Point => [this.data.x[index]!, this.data.y[index]!]);
      if (points.length < 2) return null;
      const corners = wideHull(points, HULL_MARGIN);
      return { corners, path: closed(corners), members: points.length };
    });
    return this.hulled;
  }

  /** Where a hub stands: the middle of its members that may be seen. */
  middle(hub: number): { x: number; y: number } {
    const members = this.members(hub);
    const count = members.length || 1;
    const x = members.reduce((sum, index) => sum + this.data.x[index]!, 0) / count;
    return { x, y: members.reduce((sum, index) => sum + this.data.y[index]!, 0) / count };
  }

  /** Whether there are more nodes than anybody reads one by one. */
  get crowded(): boolean {
    return this.data.count > MANY;
  }

  /** Whether a part of the map is seen from so far that groups stand for their members. */
  afar(box: Box): boolean {
    return this.crowded && this.data.groups.length > 0 && this.grid.about(box) > NEAR;
  }

  /** Whether a node is one of many in a group that is shown as one. */
  folded = (index: number): boolean => {
    const group = this.data.group[index]!;
    return group >= 0 && !this.opened.has(group);
  };

  /** The smallest box around all that may be seen. */
  get box(): Box {
    this.extent ??= around(this.data.x, this.data.y, [...this.data.x.keys()].filter((index) => this.seen[index]));
    return this.extent;
  }

  /** Whether a node belongs to a group that was opened. */
  isOpen(index: number): boolean {
    return this.opened.has(this.data.group[index]!);
  }

  get areas(): Area[] {
    this.found ??= areas(this.data, this.seen, this.crowded ? undefined : 1);
    return this.found;
  }

  get bundles(): Bundle[] {
    this.joined ??= bundles(this.data, this.areas, (tie) => this.tieSeen(tie));
    return this.joined;
  }
}
