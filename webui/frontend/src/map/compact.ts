// The compact file of a map, as the server sends it; see webui/maps/compact.py.

export type Shape = "dot" | "square" | "triangle" | "diamond";
export type Together = "ties" | "hubs" | "hulls";
export type LabelMode = "some" | "all" | "none";

export interface Line {
  colour: string;
  /** Lengths in pixels; none for a full line. */
  dashes: number[];
}

export interface CompactHub {
  id: string;
  title: string;
  members: number[];
  current: boolean;
  /** No agreement is written, and the map marks that. */
  unwritten: boolean;
}

export interface CompactGroup {
  id: string;
  name: string;
  members: number;
}

/** Columns, one value a node; -1 is "not known" and 0 "no year". Radii and widths are tenths of a pixel. */
export interface CompactFile {
  v: number;
  revision: number;
  as_of: string;
  nodes: {
    ids: string[];
    names: string[];
    x: number[];
    y: number[];
    radius: number[];
    fill: number[];
    shape: number[];
    group: number[];
    sector: number[];
    kind: number[];
    area: number[];
    ties: number[];
    joined: number[];
  };
  /** `a` holds differences from the tie before; `unwritten` are numbers of ties. */
  ties: { a: number[]; b: number[]; line: number[]; width: number[]; since: number[]; until: number[]; unwritten: number[] };
  hubs: CompactHub[];
  together: Together;
  fills: string[];
  shapes: Shape[];
  lines: Line[];
  groups: CompactGroup[];
  sectors: string[];
  kinds: string[];
  areas: string[];
  marked: number[];
  joins: [number, number][];
  open: string;
  labels: LabelMode;
}
