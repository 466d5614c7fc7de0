// Groups as areas: where they lie, how large they are, and how many ties there are between them.
import { closed, wideHull, type Point } from "../shared/hull";
import type { MapData } from "./data";

export interface Area {
  group: number;
  name: string;
  /** How many of its members may be seen. */
  count: number;
  x: number;
  y: number;
  /** From the middle to the farthest member that the area covers. */
  reach: number;
  corners: Point[];
  path: Path2D;
}

export interface Bundle {
  from: Area;
  to: Area;
  ties: number;
}

const LEAST_MEMBERS = 3;
const MARGIN = 35;
/** The farthest of a group's members would draw its area over others'. */
const COVERED = 0.92;
/** Of more bundles than this to an area nobody sees where they lead. */
const TO_AN_AREA = 2;

/** The areas of groups of three and more, the largest first, by what may be seen of them. */
export function areas(data: MapData, seen: Uint8Array, covered = COVERED): Area[] {
  const members: number[][] = data.groups.map(() => []);
  for (let k = 0; k < data.count; k += 1) {
    if (seen[k] && data.group[k]! >= 0) members[data.group[k]!]!.push(k);
  }
  const found = members.flatMap((indexes, group) =>
    indexes.length < LEAST_MEMBERS ? [] : [area(data, group, indexes, covered)],
  );
  return found.sort((a, b) => b.count - a.count || a.group - b.group);
}

function area(data: MapData, group: number, indexes: number[], covered: number): Area {
  const x = indexes.reduce((sum, k) => sum + data.x[k]!, 0) / indexes.length;
  const y = indexes.reduce((sum, k) => sum + data.y[k]!, 0) / indexes.length;
  const far = (k: number): number => Math.hypot(data.x[k]! - x, data.y[k]! - y);
  const kept = covered < 1
    ? [...indexes].sort((a, b) => far(a) - far(b)).slice(0, Math.max(LEAST_MEMBERS, Math.ceil(indexes.length * covered)))
    : indexes;
  const corners = wideHull(kept.map((k): Point => [data.x[k]!, data.y[k]!]), MARGIN);
  const reach = Math.max(...kept.map(far)) + MARGIN;
  return { group, name: data.groups[group]!.name, count: indexes.length, x, y, reach, corners, path: closed(corners) };
}

/** How many ties that may be seen join two areas; the most first. */
export function bundles(data: MapData, found: Area[], tieSeen: (tie: number) => boolean): Bundle[] {
  const byGroup = new Map(found.map((area) => [area.group, area]));
  const width = data.groups.length;
  const counts = new Map<number, number>();
  for (let k = 0; k < data.tieCount; k += 1) {
    const [a, b] = [data.group[data.a[k]!]!, data.group[data.b[k]!]!];
    if (a === b || a < 0 || b < 0 || !tieSeen(k)) continue;
    const key = Math.min(a, b) * width + Math.max(a, b);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const joined = [...counts].flatMap(([key, ties]): Bundle[] => {
    const [from, to] = [byGroup.get(Math.floor(key / width)), byGroup.get(key % width)];
    return from && to ? [{ from, to, ties }] : [];
  });
  return joined.sort((a, b) => b.ties - a.ties).slice(0, Math.max(TO_AN_AREA * found.length, 40));
}

/** Whether a point lies in an area. */
export function inside({ corners }: Area, x: number, y: number): boolean {
  return within(corners, x, y);
}

/** Whether a point lies in a polygon (crossings of a ray). */
export function within(corners: Point[], x: number, y: number): boolean {
  let crossings = false;
  for (let k = 0, j = corners.length - 1; k < corners.length; j = k, k += 1) {
    const [xk, yk] = corners[k]!;
    const [xj, yj] = corners[j]!;
    if (yk > y !== yj > y && x < ((xj - xk) * (y - yk)) / (yj - yk) + xk) crossings = !crossings;
  }
  return crossings;
}
