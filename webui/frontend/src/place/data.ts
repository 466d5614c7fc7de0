// What the server says of the geographic map; see webui/maps/place_data.py.
import type { Shape } from "../map/compact";

export interface Counted {
  id: string;
  name: string;
  count: number;
  colour: string;
  centre: [number, number];
  polygons: [number, number][][][];
}

export interface PlaceData {
  nodes: {
    ids: string[];
    names: string[];
    lat: (number | null)[];
    lon: (number | null)[];
    how: number[];
    radius: number[];
    fill: number[];
    shape: number[];
    sector: number[];
    kind: number[];
    area: number[];
    ties: number[];
  };
  ties: { a: number[]; b: number[]; line: number[]; width: number[] };
  fills: string[];
  shapes: Shape[];
  lines: { colour: string; dashes: number[] }[];
  sectors: string[];
  kinds: string[];
  areas: string[];
  counted: Counted[];
  box: [number, number, number, number] | null;
}

export const WAYS = ["known", "district", "municipality", "postcode"];

export async function fetchPlace(address: string): Promise<PlaceData> {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return (await answer.json()) as PlaceData;
}
