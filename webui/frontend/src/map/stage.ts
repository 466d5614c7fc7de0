// The map of a page in its frame: tools, search, panel and what is said aloud.
import { listenToButtons } from "../shared/controls";
import { Panel, type Told } from "../shared/panel";
import { part } from "../shared/parts";
import { listenToSearch } from "../shared/search";
import { MapCanvas } from "./canvas";
import type { MapData } from "./data";
import { Finder } from "./found";
import { counted, listenToHover, type Words } from "./tip";
import { listenToTools } from "./tools";

export interface StageOptions {
  onSelect?: (ids: string[]) => void;
  onExpand?: (ids: string[]) => void;
}

function words(place: HTMLElement): Words {
  const said = (name: string): { one: string; many: string } => ({
    one: place.dataset[`${name}One`] ?? "",
    many: place.dataset[`${name}Many`] ?? "{n}",
  });
  return { ties: said("ties"), organisations: said("organisations") };
}

function told({ data }: MapCanvas, index: number, { ties }: Words): Told {
  const id = data.ids[index]!;
  return {
    id,
    label: data.names[index]!,
    about: data.about(index),
    ties_text: counted(ties, data.degree[index]!),
    url: data.open ? data.open + encodeURIComponent(id) : "",
  };
}

/** Draw the map in `root`, and let everything around it hear of it. */
export async function raise(root: HTMLElement, data: MapData, options: StageOptions = {}): Promise<MapCanvas> {
  const place = part(root, "canvas");
  const panel = new Panel(part(root, "panel"), part(root, "partners"));
  const spoken = words(place);
  const open = (): void => panel.focus();
  const map = new MapCanvas(place, data, { onOpen: open, onExpand: options.onExpand });
  performance.mark("map-first-picture");
  const choose = (id: string): void => {
    const index = map.data.indexOf(id);
    if (index < 0) return;
    map.unhide([id]);
    map.select([index]);
    map.focus(index);
  };
  const show = (): void => {
    const { selection } = map;
    const said = selection.map((index) => told(map, index, spoken));
    const partners = selection.length === 1 ? map.partners(selection[0]!).map((index) => told(map, index, spoken)) : [];
    panel.show(said, partners, choose, counted(spoken.organisations, said.length));
    if (said.length) root.dataset["selected"] = said.map(({ id }) => id).join(" ");
    else delete root.dataset["selected"];
    options.onSelect?.(map.selectedIds);
  };
  const count = (): void => {
    root.dataset["shown"] = String([...map.data.ids.keys()].filter((index) => map.isSeen(index)).length);
    root.toggleAttribute("data-empty", !map.data.ids.length);
  };
  map.addEventListener("selection", show);
  map.addEventListener("data", count);
  map.addEventListener("hidden", count);
  count();
  listenToHover(map, spoken);
  listenToButtons(root, map);
  listenToTools(root, map);
  listenToSearch(part(root, "search") as HTMLFormElement, () => finder, choose);
  const finder = new Finder(map);
  // For scripts from outside: where a node is on the screen, and choosing one.
  Object.assign(root, { map });
  await map.named;
  root.dataset["state"] = "ready";
  return map;
}
