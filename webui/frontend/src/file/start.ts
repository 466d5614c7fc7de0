// The map as one file: its data stands in the file, and sectors are shown or hidden here.
import { raise } from "./stage";
import type { MapData } from "./types";

function wanted(data: MapData, sectors: Set<string>): MapData {
  const nodes = data.nodes.filter((node) => sectors.has(node.sector));
  const ids = new Set(nodes.map((node) => node.id));
  return { ...data, nodes, edges: data.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)) };
}

/** Start a map whose data stands in the file. */
export async function startFile(root: HTMLElement): Promise<void> {
  const data = JSON.parse(document.getElementById("map-data")?.textContent ?? "") as MapData;
  const figure = await raise(root, data);
  const boxes = [...root.querySelectorAll<HTMLInputElement>("input[data-sector]")];
  const show = (): void => {
    const sectors = boxes.filter((box) => box.checked).map((box) => box.dataset["sector"]!);
    figure.show(wanted(data, new Set(sectors)));
  };
  for (const box of boxes) box.addEventListener("change", show);
}
