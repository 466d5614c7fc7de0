// The map of a file in its frame: figure, buttons, search and panel.
import { listenToButtons, tameWheel } from "../shared/controls";
import { Panel } from "../shared/panel";
import { part } from "../shared/parts";
import { listenToSearch } from "../shared/search";
import { MapFigure } from "./figure";
import { Tip } from "./tip";
import type { MapData } from "./types";

/** Draw the map in `root`. */
export async function raise(root: HTMLElement, data: MapData): Promise<MapFigure> {
  const canvas = part(root, "canvas");
  const panel = new Panel(part(root, "panel"), part(root, "partners"));
  tameWheel(canvas);
  await document.fonts.ready;
  const choose = (id: string): void => figure.select(id, true);
  const figure = new MapFigure(canvas, data, new Tip(part(root, "tip")), (id) => {
    const node = id === null ? undefined : figure.index.nodes.get(id);
    panel.show(node ? [node] : [], id === null ? [] : figure.index.partners(id), choose);
    if (node) root.dataset["selected"] = node.id;
    else delete root.dataset["selected"];
  });
  listenToButtons(root, figure);
  listenToSearch(part(root, "search") as HTMLFormElement, () => figure.index, choose);
  // For scripts from outside: where a node is on the screen, and choosing one.
  Object.assign(root, { map: figure });
  root.dataset["state"] = "ready";
  return figure;
}
