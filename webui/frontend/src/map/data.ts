// A map in columns of numbers: what the renderer reads, node by node and tie by tie.
import type { CompactFile, CompactGroup, LabelMode, Line, Shape, Together } from "./compact";

export interface Hub {
  id: string;
  title: string;
  members: Int32Array;
  current: boolean;
  unwritten: boolean;
}

/** What came with a version that this script does not know cannot be drawn by it. */
const VERSION = 1;

function summed(differences: number[]): Int32Array {
  const sums = new Int32Array(differences.length);
  let sum = 0;
  for (let k = 0; k < sums.length; k += 1) {
    sum += differences[k]!;
    sums[k] = sum;
  }
  return sums;
}

function tenths(values: number[]): Float32Array {
  return Float32Array.from(values, (value) => value / 10);
}

export class MapData {
  readonly revision: number;
  readonly asOf: string;
  readonly count: number;
  readonly ids: string[];
  readonly names: string[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  readonly fill: Uint16Array;
  readonly shape: Uint8Array;
  readonly group: Int32Array;
  readonly sector: Int32Array;
  readonly kind: Int32Array;
  readonly area: Int32Array;
  readonly degree: Int32Array;
  readonly joined: Int16Array;
  readonly tieCount: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly line: Uint16Array;
  readonly width: Float32Array;
  readonly since: Int16Array;
  readonly until: Int16Array;
  /** Ties without a written agreement, by their numbers. */
  readonly unwritten: Int32Array;
  readonly hubs: Hub[];
  readonly together: Together;
  readonly fills: string[];
  readonly shapes: Shape[];
  readonly lines: Line[];
  readonly groups: CompactGroup[];
  readonly sectors: string[];
  readonly kinds: string[];
  readonly areas: string[];
  readonly marked: Int32Array;
  readonly joins: [number, number][];
  readonly open: string;
  readonly labels: LabelMode;
  private readonly places = new Map<string, number>();

  constructor(file: CompactFile) {
    if (file.v !== VERSION) throw new Error(`a map of version ${file.v}`);
    const { nodes, ties } = file;
    this.revision = file.revision;
    this.asOf = file.as_of;
    this.count = nodes.ids.length;
    this.ids = nodes.ids;
    this.names = nodes.names;
    this.x = Float32Array.from(nodes.x);
    this.y = Float32Array.from(nodes.y);
    this.radius = tenths(nodes.radius);
    this.fill = Uint16Array.from(nodes.fill);
    this.shape = Uint8Array.from(nodes.shape);
    this.group = Int32Array.from(nodes.group);
    this.sector = Int32Array.from(nodes.sector);
    this.kind = Int32Array.from(nodes.kind);
    this.area = Int32Array.from(nodes.area);
    this.degree = Int32Array.from(nodes.ties);
    this.joined = Int16Array.from(nodes.joined);
    this.tieCount = ties.a.length;
    this.a = summed(ties.a);
    this.b = Int32Array.from(ties.b);
    this.line = Uint16Array.from(ties.line);
    this.width = tenths(ties.width);
    this.since = Int16Array.from(ties.since);
    this.until = Int16Array.from(ties.until);
    this.unwritten = Int32Array.from(ties.unwritten);
    this.hubs = file.hubs.map((hub) => ({ ...hub, members: Int32Array.from(hub.members) }));
    this.together = file.together;
    this.fills = file.fills;
    this.shapes = file.shapes;
    this.lines = file.lines;
    this.groups = file.groups;
    this.sectors = file.sectors;
    this.kinds = file.kinds;
    this.areas = file.areas;
    this.marked = Int32Array.from(file.marked);
    this.joins = file.joins;
    this.open = file.open;
    this.labels = file.labels;
    this.ids.forEach((id, k) => this.places.set(id, k));
  }

  /** The number of a node, -1 for an id that is not on the map. */
  indexOf(id: string): number {
    return this.places.get(id) ?? -1;
  }

  /** What is known of a node in words: sector, kind and area. */
  about(index: number): string {
    const words = [
      this.sectors[this.sector[index]!],
      this.kinds[this.kind[index]!],
      this.areas[this.area[index]!],
    ];
    return words.filter(Boolean).join(" · ");
  }
}
