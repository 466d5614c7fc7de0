// What the server says of a map; see webui/maps/adapter.py.

export interface MapNode {
  id: string;
  label: string;
  x: number;
  y: number;
  size: number;
  shape: "dot" | "square" | "triangle" | "diamond";
  color: string;
  sector: string;
  kind: string;
  area: string;
  group: string | null;
  about: string;
  ties: number;
  ties_text: string;
  url: string;
}

export interface MapEdge {
  from: string;
  to: string;
  width: number;
  color: string;
  dashes: number[] | false;
  current: boolean;
  unwritten: boolean;
}

export interface MapData {
  nodes: MapNode[];
  edges: MapEdge[];
  options: Record<string, unknown>;
  groups: Record<string, string>;
}

/** What draws on the picture: canvas coordinates are the nodes' own. */
export interface Frame {
  context: CanvasRenderingContext2D;
  scale: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}
