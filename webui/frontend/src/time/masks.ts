// What of a map was there in a year.
import type { MapData } from "../map/data";

export interface YearMasks {
  nodes: Uint8Array;
  ties: Uint8Array;
  /** Nodes that joined, and ties that began, that year. */
  came: number[];
  began: number[];
}

/** A tie without any date is in no year; without a first one it was there before, without a last one it goes on. */
function wasThere(since: number, until: number, year: number): boolean {
  return (since > 0 || until > 0) && since <= year && (until === 0 || until >= year);
}

/** The ties of a year and those whom they tie. */
export function masksOf(data: MapData, year: number): YearMasks {
  const nodes = new Uint8Array(data.count);
  const ties = new Uint8Array(data.tieCount);
  const began: number[] = [];
  for (let tie = 0; tie < data.tieCount; tie += 1) {
    if (!wasThere(data.since[tie]!, data.until[tie]!, year)) continue;
    ties[tie] = 1;
    nodes[data.a[tie]!] = 1;
    nodes[data.b[tie]!] = 1;
    if (data.since[tie] === year) began.push(tie);
  }
  const came: number[] = [];
  for (let node = 0; node < data.count; node += 1) if (nodes[node] && data.joined[node] === year) came.push(node);
  return { nodes, ties, came, began };
}

/** A dashed line means that a tie has ended by now; in a year that is shown it went on. */
export function asWentOn(data: MapData): MapData {
  const full = data.lines.findIndex(({ dashes }) => dashes.length === 0);
  if (full >= 0) data.line.fill(full);
  return data;
}
