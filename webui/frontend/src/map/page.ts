// The map of a page: its data is fetched, and a table below shares its selection.
import { raise } from "./stage";
import type { MapData } from "./types";

async function fetchData(): Promise<MapData> {
  const address = document.getElementById("map-results")?.dataset["mapData"] ?? "";
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return (await answer.json()) as MapData;
}

function markRow(id: string | null): void {
  for (const row of document.querySelectorAll<HTMLElement>("tr[data-id]")) {
    const chosen = row.dataset["id"] === id;
    row.classList.toggle("is-chosen", chosen);
    row.querySelector("[data-show]")?.setAttribute("aria-pressed", String(chosen));
  }
}

/** Start the map of the page. */
export async function startPage(root: HTMLElement): Promise<void> {
  const figure = await raise(root, await fetchData(), markRow);
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
