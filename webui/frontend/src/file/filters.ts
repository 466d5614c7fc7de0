// What is shown of the map in a file: chosen by sector, kind, area, and ties that go on.
import type { MapData, MapEdge, MapNode } from "./types";

type Field = "sector" | "kind" | "area";

export interface Wanted {
  /** Values that nodes must have, by field; none asks for nothing. */
  values: Partial<Record<Field, string>>;
  current: boolean;
}

/** What the lists and the box say. */
export function wanted(form: HTMLFormElement): Wanted {
  const values: Wanted["values"] = {};
  for (const list of form.querySelectorAll<HTMLSelectElement>("select[data-filter]")) {
    if (list.value) values[list.dataset["filter"] as Field] = list.value;
  }
  const box = form.querySelector<HTMLInputElement>("[data-filter='current']");
  return { values, current: box?.checked ?? false };
}

function fits(node: MapNode, { values }: Wanted): boolean {
  return Object.entries(values).every(([field, value]) => node[field as Field] === value);
}

function goesOn(edge: MapEdge, { current }: Wanted): boolean {
  return !current || edge.current;
}

/** The part of the map that fits. */
export function narrowed(data: MapData, by: Wanted): MapData {
  const nodes = data.nodes.filter((node) => fits(node, by));
  const ids = new Set(nodes.map((node) => node.id));
  const edges = data.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && goesOn(edge, by));
  return { ...data, nodes, edges };
}

/** Hide the rows of the tables that are not on the picture. */
export function hideRows(shown: MapData, current: boolean): void {
  const ids = new Set(shown.nodes.map((node) => node.id));
  for (const row of document.querySelectorAll<HTMLTableRowElement>("tr[data-id]")) {
    row.hidden = !ids.has(row.dataset["id"]!);
  }
  for (const row of document.querySelectorAll<HTMLTableRowElement>("tr[data-a]")) {
    const both = ids.has(row.dataset["a"]!) && ids.has(row.dataset["b"]!);
    row.hidden = !both || (current && !("current" in row.dataset));
  }
}
