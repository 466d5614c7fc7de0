// Two years side by side: everybody stands where they stand, and both are looked at from one window.
import { MapCanvas } from "../map/canvas";
import type { MapData } from "../map/data";
import { listenToButtons } from "../shared/controls";
import { masksOf } from "./masks";

function raised(section: HTMLElement, data: MapData, name: "earlier" | "later"): MapCanvas {
  const place = section.querySelector<HTMLElement>(`[data-time='${name}']`)!;
  const map = new MapCanvas(place, data);
  const masks = masksOf(data, Number(section.dataset[name]));
  map.masks(masks.nodes, masks.ties);
  Object.assign(place, { map });
  place.dataset["shown"] = String(masks.nodes.reduce((sum, one) => sum + one, 0));
  return map;
}

function follow(leader: MapCanvas, other: MapCanvas): void {
  leader.addEventListener("window", () => {
    const [here, there] = [leader.window, other.window];
    if (here.x !== there.x || here.y !== there.y || here.scale !== there.scale) other.window = here;
  });
  leader.addEventListener("selection", () => {
    const same = leader.selection.filter((index) => other.isSeen(index));
    if (same.join() !== other.selection.join()) other.select(same);
  });
}

/** Draw both maps once they come into sight. */
export function startPair(section: HTMLElement, data: MapData): void {
  const pair = section.querySelector<HTMLElement>("[data-time='pair']")!;
  pair.hidden = false;
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    const [earlier, later] = [raised(section, data, "earlier"), raised(section, data, "later")];
    // Both look at all that either year shows.
    const everybody = [...data.x.keys()].filter((index) => earlier.isSeen(index) || later.isSeen(index));
    follow(earlier, later);
    follow(later, earlier);
    const fit = (): void => earlier.fit(everybody);
    listenToButtons(pair, { zoom: (factor) => earlier.zoom(factor), fit });
    fit();
    pair.dataset["state"] = "ready";
  });
  seen.observe(pair);
}
