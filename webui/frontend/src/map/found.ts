// Finding organisations by name.
import { fold } from "../shared/text";
import type { MapCanvas } from "./canvas";
import type { MapData } from "./data";

export interface Found {
  id: string;
  label: string;
}

export class Finder {
  private folded: string[] = [];
  private of: MapData | null = null;

  constructor(private readonly map: MapCanvas) {}

  /** Those whose name begins with the text, then those that have it inside; at most `most`. */
  search(text: string, most: number): Found[] {
    const wanted = fold(text);
    if (!wanted) return [];
    const { data } = this.map;
    this.prepare(data);
    const begin: number[] = [];
    const inside: number[] = [];
    for (let k = 0; k < data.count && begin.length < most; k += 1) {
      const at = this.folded[k]!.indexOf(wanted);
      if (at < 0 || !this.map.isSeen(k)) continue;
      if (at === 0) begin.push(k);
      else if (inside.length < most) inside.push(k);
    }
    return [...begin, ...inside].slice(0, most).map((k) => ({ id: data.ids[k]!, label: data.names[k]! }));
  }

  private prepare(data: MapData): void {
    if (this.of === data) return;
    this.folded = data.names.map(fold);
    this.of = data;
  }
}
