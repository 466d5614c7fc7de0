// The map of a page: its data is fetched, and a table below shares its selection.
import { carry } from "../shared/carried";
import type { MapCanvas } from "./canvas";
import type { CompactFile } from "./compact";
import { MapData } from "./data";
import { listenToRearranging } from "./rearranging";
import { raise } from "./stage";

/** Ask for the map that the page shows now. */
export async function fetchData(): Promise<MapData> {
  const address = document.getElementById("map-results")?.dataset["mapData"] ?? "";
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return new MapData((await answer.json()) as CompactFile);
}

function markRows(ids: string[]): void {
  carry(ids);
  const chosen = new Set(ids);
  for (const row of document.querySelectorAll<HTMLElement>("tr[data-id]")) {
    const here = chosen.has(row.dataset["id"]!);
    row.classList.toggle("is-chosen", here);
    row.querySelector("[data-show]")?.setAttribute("aria-pressed", String(here));
  }
}

/** What a saved view keeps besides its conditions. */
interface Kept {
  hidden?: string[];
  selected?: string[];
  window?: { x: number; y: number; scale: number } | null;
}

/** Show a saved view's own choice: who is hidden and chosen, and where it is looked at from. */
function keep(map: MapCanvas, text: string | undefined): void {
  if (!text) return;
  const { hidden = [], selected = [], window } = JSON.parse(text) as Kept;
  if (hidden.length) map.hide(hidden);
  if (selected.length) map.select(selected.map((id) => map.data.indexOf(id)).filter((index) => index >= 0));
  if (window) map.window = window;
}

/** Start the map of the page. */
export async function startPage(root: HTMLElement): Promise<MapCanvas> {
  const expand = (ids: string[]): void => {
    root.dispatchEvent(new CustomEvent("map-expand", { bubbles: true, detail: ids }));
  };
  const map = await raise(root, await fetchData(), { onSelect: markRows, onExpand: expand });
  const asked = new URLSearchParams(location.search).get("around");
  if (asked && map.data.indexOf(asked) >= 0) map.select([map.data.indexOf(asked)]);
  keep(map, root.dataset["keeps"]);
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-show]");
    const index = button ? map.data.indexOf(button.dataset["show"]!) : -1;
    if (index < 0) return;
    map.unhide([map.data.ids[index]!]);
    map.select([index]);
    map.focus(index);
    root.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:after:swap", async () => map.show(await fetchData()));
  listenToRearranging(map, fetchData);
  return map;
}
