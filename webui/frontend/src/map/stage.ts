// A map in its frame: figure, buttons, search and panel. Shared by the page and the file.
import { listenToButtons, tameWheel } from "./controls";
import { MapFigure } from "./figure";
import { Panel } from "./panel";
import { listenToSearch } from "./search";
import type { MapData } from "./types";

function part(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-map="${name}"]`);
  if (!found) throw new Error(`the map has no part called ${name}`);
  return found;
}

/** Draw the map in `root`; `onSelect` hears of every choice, wherever it is made. */
export async function raise(
  root: HTMLElement, data: MapData, onSelect: (id: string | null) => void = () => undefined,
): Promise<MapFigure> {
  const canvas = part(root, "canvas");
  const panel = new Panel(part(root, "panel"), part(root, "partners"));
  tameWheel(canvas);
  await document.fonts.ready;
  const choose = (id: string): void => figure.select(id, true);
  const figure = new MapFigure(canvas, data, (id) => {
    const node = id === null ? undefined : figure.index.nodes.get(id);
    panel.show(node, id === null ? [] : figure.index.partners(id), choose);
    if (node) root.dataset["selected"] = node.id;
    else delete root.dataset["selected"];
    onSelect(id);
  });
  listenToButtons(root, figure);
  listenToSearch(part(root, "search") as HTMLFormElement, () => figure.index, choose);
  // For scripts from outside: where a node is on the screen, and choosing one.
  Object.assign(root, { map: figure });
  root.dataset["state"] = "ready";
  return figure;
}

export function fail(root: HTMLElement): void {
  part(root, "failed").hidden = false;
  root.dataset["state"] = "failed";
}
