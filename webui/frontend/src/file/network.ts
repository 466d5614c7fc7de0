// A map's nodes and ties, looked up quickly.
import { fold } from "../shared/text";
import { Crowd } from "./crowd";
import type { MapData, MapEdge, MapNode } from "./types";

export class NetworkIndex {
  readonly nodes = new Map<string, MapNode>();
  /** Best-tied first: the order in which labels get room. */
  readonly ranked: MapNode[];
  readonly groups = new Map<string, MapNode[]>();
  readonly crowd: Crowd;
  /** Ties without a written agreement. */
  readonly unwritten: MapEdge[];
  private readonly edgesOf = new Map<string, MapEdge[]>();
  private readonly names: [string, MapNode][];

  constructor(readonly data: MapData) {
    for (const node of data.nodes) {
      this.nodes.set(node.id, node);
      if (node.group !== null) this.groups.set(node.group, [...(this.groups.get(node.group) ?? []), node]);
    }
    for (const edge of data.edges) {
      this.remember(edge.from, edge);
      this.remember(edge.to, edge);
    }
    this.unwritten = data.edges.filter((edge) => edge.unwritten);
    this.ranked = [...data.nodes].sort((a, b) => b.size - a.size);
    this.crowd = new Crowd(data.nodes);
    this.names = data.nodes.map((node) => [fold(node.label), node]);
  }

  private remember(id: string, edge: MapEdge): void {
    const edges = this.edgesOf.get(id);
    if (edges) edges.push(edge);
    else this.edgesOf.set(id, [edge]);
  }

  edges(id: string): MapEdge[] {
    return this.edgesOf.get(id) ?? [];
  }

  partners(id: string): MapNode[] {
    return this.edges(id).flatMap((edge) => this.nodes.get(edge.from === id ? edge.to : edge.from) ?? []);
  }

  /** Nodes whose name begins with the text, then those that have it inside; at most `most`. */
  search(text: string, most: number): MapNode[] {
    const wanted = fold(text);
    if (!wanted) return [];
    const begin = this.names.filter(([name]) => name.startsWith(wanted));
    const inside = this.names.filter(([name]) => name.indexOf(wanted) > 0);
    return [...begin, ...inside].slice(0, most).map(([, node]) => node);
  }
}
