// The map of a page: its data is fetched, and a table below shares its selection.
import { raise } from "../file/stage";
import type { MapData } from "../file/types";

async function fetchData(): Promise<MapData> {
  const address = document.getElementById("map-results")?.dataset["mapData"] ?? "";
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return (await answer.json()) as MapData;
}


/** Start the map of the page. */
export async function startPage(root: HTMLElement): Promise<void> {
  const figure = await raise(root, await fetchData());
  const asked = new URLSearchParams(location.search).get("around");
  if (asked && figure.index.nodes.has(asked)) figure.select(asked);
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-show]");
    if (!button) return;
    figure.select(button.dataset["show"]!, true);
    root.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:after:swap", async () => figure.show(await fetchData()));
}
