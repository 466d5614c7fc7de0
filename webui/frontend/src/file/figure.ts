// The drawn map. Places come from the server: nothing is laid out here.
import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { Labels } from "./labels";
import { NetworkIndex } from "./network";
import { drawEdge, drawNode, drawSheet, ground } from "./shapes";
import { Tip } from "./tip";
import type { Frame, MapData, MapNode } from "./types";

const GROUND = { color: "#f1f5f5", margin: 35 };
const LEAST_GROUP = 3;
const SHEET_ROOM = 26;
const SCALES = { least: 0.02, most: 2.5 };

export class MapFigure {
  index: NetworkIndex;
  private readonly network: Network;
  private readonly labels = new Labels();
  private readonly items = new DataSet<MapNode>();
  private readonly lines = new DataSet<object>();
  private grounds: Path2D[] = [];
  private hovered: string | null = null;
  private selected: string | null = null;

  constructor(
    private readonly place: HTMLElement, data: MapData, private readonly tip: Tip,
    private readonly onSelect: (id: string | null) => void,
  ) {
    this.index = new NetworkIndex(data);
    this.fill(data);
    this.network = new Network(place, { nodes: this.items as never, edges: this.lines as never }, data.options);
    // The picture has no keys of its own: its table does what it does, for the keyboard.
    place.querySelector(".vis-network")?.removeAttribute("tabindex");
    this.listen();
    this.fit(false);
  }

  /** Where a node is drawn, in pixels of the window. */
  where(id: string): { x: number; y: number } | null {
    const node = this.index.nodes.get(id);
    if (!node) return null;
    const inside = this.network.canvasToDOM({ x: node.x, y: node.y });
    const box = this.place.getBoundingClientRect();
    return { x: inside.x + box.left, y: inside.y + box.top };
  }

  /** Show other data in the same picture; the view stays where it is. */
  show(data: MapData): void {
    this.index = new NetworkIndex(data);
    if (this.selected !== null && !this.index.nodes.has(this.selected)) this.select(null);
    this.hovered = null;
    this.fill(data);
  }

  select(id: string | null, move = false): void {
    this.selected = id;
    const node = id === null ? undefined : this.index.nodes.get(id);
    if (node && move) {
      const scale = Math.max(this.network.getScale(), 0.9);
      this.network.moveTo({ position: { x: node.x, y: node.y }, scale, animation: this.animation() });
    }
    this.network.redraw();
    this.onSelect(node ? node.id : null);
  }

  zoom(factor: number): void {
    const scale = Math.min(Math.max(this.network.getScale() * factor, SCALES.least), SCALES.most);
    this.network.moveTo({ scale, animation: this.animation() });
  }

  fit(animated = true): void {
    this.network.fit({ maxZoomLevel: 1.2, animation: animated && this.animation() });
  }

  private animation(): false | { duration: number; easingFunction: "easeInOutQuad" } {
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return false;
    return { duration: 300, easingFunction: "easeInOutQuad" };
  }

  private fill(data: MapData): void {
    this.grounds = [...this.index.groups.values()]
      .filter((members) => members.length >= LEAST_GROUP)
      .map((members) => ground(members, GROUND.margin));
    this.items.clear();
    this.lines.clear();
    const root = this.place.closest<HTMLElement>("[data-role='map']");
    if (root) root.dataset["shown"] = String(data.nodes.length);
    // Names are ours to draw: vis-network would draw all of them, over each other.
    this.items.add(data.nodes.map((node) => ({ ...node, label: undefined, group: undefined }) as never));
    this.lines.add(data.edges.map((edge) => ({ ...edge, color: { color: edge.color, opacity: edge.dashes ? 0.4 : 0.55 } })));
  }

  private listen(): void {
    this.network.on("hoverNode", ({ node }) => this.hover(node as string));
    this.network.on("blurNode", () => this.hover(null));
    this.network.on("click", ({ nodes }) => this.select((nodes as string[])[0] ?? null));
    this.network.on("beforeDrawing", (context) => this.below(context as CanvasRenderingContext2D));
    this.network.on("afterDrawing", (context) => this.above(context as CanvasRenderingContext2D));
  }

  private hover(id: string | null): void {
    this.hovered = id;
    this.place.classList.toggle("is-pointing", id !== null);
    const node = this.index.nodes.get(id ?? "");
    this.tip.show(node, node ? this.network.canvasToDOM({ x: node.x, y: node.y }) : { x: 0, y: 0 });
    this.network.redraw();
  }

  private frame(context: CanvasRenderingContext2D): Frame {
    const low = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const high = this.network.DOMtoCanvas({ x: this.place.clientWidth, y: this.place.clientHeight });
    const scale = this.network.getScale();
    return { context, scale, left: low.x, top: low.y, right: high.x, bottom: high.y };
  }

  private below(context: CanvasRenderingContext2D): void {
    context.fillStyle = GROUND.color;
    for (const path of this.grounds) context.fill(path);
  }

  private above(context: CanvasRenderingContext2D): void {
    const frame = this.frame(context);
    const pointed = this.index.nodes.get(this.hovered ?? this.selected ?? "");
    if (!pointed) {
      this.sheets(frame);
      this.labels.draw(frame, this.index.ranked, [], this.index.crowd);
      return;
    }
    this.fade(frame);
    const partners = this.index.partners(pointed.id);
    for (const edge of this.index.edges(pointed.id)) {
      const [from, to] = [this.index.nodes.get(edge.from), this.index.nodes.get(edge.to)];
      if (from && to) drawEdge(context, edge, from, to, "#4d6167");
    }
    for (const node of partners) drawNode(context, node, 0);
    drawNode(context, pointed, 4 / Math.min(frame.scale, 1));
    const ranked = [...partners].sort((a, b) => b.size - a.size);
    this.labels.draw(frame, ranked, [pointed], this.index.crowd);
  }

  /** The mark of ties without a written agreement, where it lies on a line and not between dots. */
  private sheets({ context, scale }: Frame): void {
    for (const edge of this.index.unwritten) {
      const [from, to] = [this.index.nodes.get(edge.from), this.index.nodes.get(edge.to)];
      if (from && to && Math.hypot(from.x - to.x, from.y - to.y) * scale > SHEET_ROOM) drawSheet(context, from, to, scale);
    }
  }

  /** Everything so far steps back, for what is pointed at to stand out. */
  private fade({ context, left, top, right, bottom }: Frame): void {
    context.fillStyle = "rgba(255, 255, 255, 0.8)";
    context.fillRect(left, top, right - left, bottom - top);
  }
}
