// The geographic map: Leaflet holds the ground, one canvas of ours the organisations.
import * as L from "leaflet";
import { bunches, bunchRadius, type Bunch } from "./bunches";
import type { PlaceData } from "./data";
import { arcs, paintArcs, paintBunch, sizeOf, write } from "./paint";

const MOST_TIES = 4000;
/** How much more than the window is drawn on each side, so that a drag shows something. */
const MARGIN = 0.4;
const NEAREST = 17;
const DENMARK: [L.Spot, L.Spot] = [[54.5, 8], [57.8, 15.2]];

export interface Tiles {
  address: string;
  credit: string;
}

export class PlaceFigure {
  readonly map: L.Map;
  selection: number[] = [];
  arcs = 0;
  onSelect: (selection: number[]) => void = () => undefined;
  private readonly canvas = document.createElement("canvas");
  private readonly context = this.canvas.getContext("2d")!;
  private drawn: Bunch[] = [];
  private asked = 0;
  private hovered = "";

  constructor(private readonly place: HTMLElement, readonly data: PlaceData, tiles: Tiles | null) {
    this.map = L.map(place, {
      attributionControl: tiles !== null, zoomControl: false, keyboard: false, zoomAnimation: false,
      fadeAnimation: false, markerZoomAnimation: false, inertia: false, preferCanvas: true,
      zoomSnap: 0.5, minZoom: 2, maxZoom: NEAREST, scrollWheelZoom: true, boxZoom: false,
    });
    this.fit();
    if (tiles) {
      this.map.attributionControl.setPrefix(false);
      const credit = document.createElement("span");
      credit.textContent = tiles.credit;
      L.tileLayer(tiles.address, { maxZoom: NEAREST, attribution: credit.innerHTML }).addTo(this.map);
    }
    this.shade(tiles !== null);
    this.canvas.className = "place__marks";
    this.map.getPanes()["markerPane"]!.append(this.canvas);
    this.map.on("moveend zoomend resize viewreset", () => this.redraw());
    this.map.on("click", (event) => this.click(event));
    this.map.on("mousemove", (event) => this.hover(event));
    this.draw();
  }

  get size(): number {
    return this.data.nodes.ids.length;
  }

  has(index: number): boolean {
    return this.data.nodes.lat[index] !== null && this.data.nodes.lat[index] !== undefined;
  }

  at(index: number): L.Spot {
    return [this.data.nodes.lat[index]!, this.data.nodes.lon[index]!];
  }

  select(indexes: number[], show = false): void {
    this.selection = indexes;
    const [first] = indexes;
    if (show && first !== undefined && this.has(first)) {
      this.map.setView(this.at(first), Math.max(this.map.getZoom(), 11));
    }
    this.redraw();
    this.onSelect(indexes);
  }

  zoom(factor: number): void {
    this.map.setZoom(this.map.getZoom() + (factor > 1 ? 1 : -1));
  }

  fit(): void {
    const { box } = this.data;
    const bounds: [L.Spot, L.Spot] = box ? [[box[1], box[0]], [box[3], box[2]]] : DENMARK;
    this.map.fitBounds(bounds, { padding: [24, 24], maxZoom: 13, animate: false });
  }

  /** Where a point is in the window, and those near enough to be meant. */
  private pick(point: L.Point): Bunch | undefined {
    const reach = (bunch: Bunch): number =>
      bunch.members.length > 1 ? bunchRadius(bunch.members.length) : sizeOf(this.data, bunch.members[0]!) + 5;
    const [left, top] = this.margin();
    return [...this.drawn].reverse().find(
      (bunch) => Math.hypot(bunch.x - left - point.x, bunch.y - top - point.y) <= reach(bunch),
    );
  }

  private click(event: L.MouseEvent): void {
    const bunch = this.pick(event.containerPoint);
    const more = event.originalEvent.ctrlKey || event.originalEvent.shiftKey || event.originalEvent.metaKey;
    if (!bunch) {
      if (!more) this.select([]);
    } else if (bunch.members.length > 1) this.open(bunch);
    else if (!more) this.select(bunch.members);
    else {
      const [index] = bunch.members;
      const without = this.selection.filter((each) => each !== index);
      this.select(without.length < this.selection.length ? without : [...this.selection, index!]);
    }
  }

  /** Zoom in on many; where they are all in one place, tell who they are. */
  private open({ members }: Bunch): void {
    const spots = members.map((index) => this.at(index));
    const [lats, lons] = [spots.map(([lat]) => lat), spots.map(([, lon]) => lon)];
    const low: L.Spot = [Math.min(...lats), Math.min(...lons)];
    const high: L.Spot = [Math.max(...lats), Math.max(...lons)];
    const same = high[0] - low[0] < 1e-4 && high[1] - low[1] < 1e-4;
    if (same || this.map.getZoom() >= NEAREST) this.select(members);
    else this.map.fitBounds([low, high], { padding: [60, 60], maxZoom: NEAREST, animate: false });
  }

  private hover(event: L.MouseEvent): void {
    const bunch = this.pick(event.containerPoint);
    this.place.classList.toggle("is-pointing", bunch !== undefined);
    const names = (bunch?.members ?? []).slice(0, 8).map((index) => this.data.nodes.names[index]!);
    const text = names.join("\n") + ((bunch?.members.length ?? 0) > 8 ? "\n…" : "");
    if (text === this.hovered) return;
    this.hovered = text;
    this.place.title = text;
  }

  private shade(thin: boolean): void {
    for (const area of this.data.counted) {
      const rings = area.polygons.map((polygon) =>
        polygon.map((ring) => ring.map(([lon, lat]): L.Spot => [lat, lon])));
      L.polygon(rings, {
        interactive: false, smoothFactor: 0.5, weight: 1, color: "#5f7276",
        fillColor: area.colour, fillOpacity: thin ? 0.5 : 1,
      }).addTo(this.map);
    }
  }

  private margin(): [number, number] {
    const { x, y } = this.map.getSize();
    return [Math.round(x * MARGIN), Math.round(y * MARGIN)];
  }

  private redraw(): void {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { x: width, y: height } = this.map.getSize();
    const [left, top] = this.margin();
    const [wide, high] = [width + 2 * left, height + 2 * top];
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.canvas.width = wide * ratio;
    this.canvas.height = high * ratio;
    this.canvas.style.width = `${wide}px`;
    this.canvas.style.height = `${high}px`;
    L.DomUtil.setPosition(this.canvas, this.map.containerPointToLayerPoint([-left, -top]));
    const { context, data } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, wide, high);
    const spots = data.nodes.ids.map((_, index) => {
      if (!this.has(index)) return null;
      const { x, y } = this.map.latLngToContainerPoint(this.at(index));
      return { x: x + left, y: y + top };
    });
    const chosen = new Set(this.selection);
    const near = new Set(chosen);
    data.ties.a.forEach((a, tie) => {
      const b = data.ties.b[tie]!;
      if (chosen.has(a)) near.add(b);
      if (chosen.has(b)) near.add(a);
    });
    this.drawn = bunches(spots, chosen);
    const where = new Map(this.drawn.flatMap((bunch) => bunch.members.map((each) => [each, bunch] as const)));
    const drawn = arcs(data, where, chosen, data.ties.a.length > MOST_TIES);
    this.arcs = drawn.length;
    paintArcs(context, data, drawn, chosen.size > 0);
    for (const bunch of this.drawn) {
      const touched = bunch.members.some((index) => near.has(index));
      paintBunch(context, data, bunch, chosen.has(bunch.members[0]!), chosen.size > 0 && !touched);
    }
    this.drawCounts(left, top);
  }

  private drawCounts(left: number, top: number): void {
    const taken: L.Point[] = [];
    for (const area of [...this.data.counted].sort((a, b) => b.count - a.count)) {
      if (!area.count) continue;
      const at = this.map.latLngToContainerPoint([area.centre[1], area.centre[0]]);
      // Smaller numbers give way where there is no room.
      if (taken.some(({ x, y }) => Math.abs(x - at.x) < 60 && Math.abs(y - at.y) < 16)) continue;
      taken.push(at);
      write(this.context, `${area.name} ${area.count}`, at.x + left, at.y + top - 22, 12);
    }
  }
}
