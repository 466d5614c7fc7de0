// What is used of Leaflet 1.9, which ships no types.
declare module "leaflet" {
  export interface Point { x: number; y: number }
  export interface LatLng { lat: number; lng: number }
  export type Spot = [number, number];
  export interface MouseEvent { containerPoint: Point; originalEvent: globalThis.MouseEvent }
  export interface Layer { addTo(map: Map): this; remove(): this }
  export interface Map {
    on(names: string, heard: (event: MouseEvent) => void): this;
    getPanes(): Record<string, HTMLElement>;
    getSize(): Point;
    getZoom(): number;
    getMaxZoom(): number;
    getCenter(): LatLng;
    setView(centre: Spot, zoom: number): this;
    setZoom(zoom: number): this;
    fitBounds(bounds: [Spot, Spot], options?: Record<string, unknown>): this;
    panBy(by: Spot): this;
    project(at: Spot, zoom?: number): Point;
    latLngToContainerPoint(at: Spot): Point;
    containerPointToLayerPoint(point: Spot): Point;
    attributionControl: { setPrefix(text: string | false): void; addAttribution(text: string): void };
    invalidateSize(): this;
  }
  export const DomUtil: { setPosition(element: HTMLElement, point: Point): void };
  export function map(place: HTMLElement, options: Record<string, unknown>): Map;
  export function canvas(options?: Record<string, unknown>): Layer;
  export function polygon(rings: Spot[][][], options: Record<string, unknown>): Layer;
  export function tileLayer(address: string, options: Record<string, unknown>): Layer;
}

declare module "leaflet/dist/leaflet.css";
