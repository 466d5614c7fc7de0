// The page of the geographic map: figure, panel, search, tables, and the address that keeps who is chosen.
import "leaflet/dist/leaflet.css";
import { fetchPlace, WAYS, type PlaceData } from "./place/data";
import { PlaceFigure } from "./place/figure";
import { listenToKeys } from "./place/keys";
import { carry, marked } from "./shared/carried";
import { listenToButtons, tameWheel } from "./shared/controls";
import { Panel, type Told } from "./shared/panel";
import { fail, part } from "./shared/parts";
import { listenToSearch } from "./shared/search";
import { fold } from "./shared/text";

function told(root: HTMLElement, data: PlaceData, index: number): Told {
  const { nodes } = data;
  const sector = data.sectors.at(nodes.sector[index]!);
  const way = root.dataset[WAYS[nodes.how[index]!] ?? "unknown"];
  const about = [sector, data.kinds[nodes.kind[index]!], data.areas[nodes.area[index]!], way];
  const ties = nodes.ties[index]!;
  const words = (ties === 1 ? root.dataset["tiesOne"] : root.dataset["tiesMany"]) ?? "{n}";
  return {
    id: nodes.ids[index]!,
    label: nodes.names[index]!,
    about: about.filter(Boolean).join(" · "),
    ties_text: words.replace("{n}", String(ties)),
    url: root.dataset["root"] ? `${root.dataset["root"]}/${nodes.ids[index]!}` : "",
  };
}

function partners(data: PlaceData, index: number): number[] {
  const found = new Set<number>();
  data.ties.a.forEach((a, tie) => {
    const b = data.ties.b[tie]!;
    if (a === index) found.add(b);
    if (b === index) found.add(a);
  });
  return [...found];
}

/** Write who is chosen where the address, the form and the way to the network map have it. */
function remember(ids: string[]): void {
  history.replaceState(history.state, "", marked(location.href, ids));
  carry(ids);
  const form = document.querySelector("form.map-filters");
  form?.querySelectorAll("[data-place='mark']").forEach((field) => field.remove());
  for (const id of ids) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "mark", value: id });
    field.dataset["place"] = "mark";
    form?.append(field);
  }
  for (const row of document.querySelectorAll<HTMLElement>("tr[data-id]")) {
    const chosen = ids.includes(row.dataset["id"]!);
    row.classList.toggle("is-chosen", chosen);
    row.querySelector("[data-show]")?.setAttribute("aria-pressed", String(chosen));
  }
}

async function start(root: HTMLElement): Promise<void> {
  const data = await fetchPlace(root.dataset["source"]!);
  await document.fonts.ready;
  const canvas = part(root, "canvas");
  tameWheel(canvas);
  const tiles = root.dataset["tiles"];
  const figure = new PlaceFigure(canvas, data, tiles ? { address: tiles, credit: root.dataset["credit"] ?? "" } : null);
  const panel = new Panel(part(root, "panel"), part(root, "partners"));
  const number = new Map(data.nodes.ids.map((id, index) => [id, index]));
  const tell = (index: number): Told => told(root, data, index);
  const choose = (id: string): void => figure.select([number.get(id)!], true);
  figure.onSelect = (indexes) => {
    const [only] = indexes;
    const others = indexes.length === 1 && only !== undefined ? partners(data, only) : [];
    const heading = (root.dataset["many"] ?? "{n}").replace("{n}", String(indexes.length));
    panel.show(indexes.map(tell), others.map(tell), choose, heading);
    root.dataset["selected"] = indexes.map((index) => data.nodes.ids[index]!).join(" ");
    remember(indexes.map((index) => data.nodes.ids[index]!));
  };
  listenToButtons(root, figure);
  listenToKeys(canvas, figure, (index) => {
    const { url } = tell(index);
    if (url) location.assign(url);
  });
  const folded = data.nodes.names.map(fold);
  const search = (text: string, most: number): Told[] => {
    const wanted = fold(text);
    if (!wanted) return [];
    const hits = folded.flatMap((name, index) => (name.includes(wanted) ? [index] : []));
    hits.sort((a, b) => Number(!folded[a]!.startsWith(wanted)) - Number(!folded[b]!.startsWith(wanted)));
    return hits.slice(0, most).map(tell);
  };
  listenToSearch(part(root, "search") as HTMLFormElement, () => ({ search }), choose);
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-show]");
    if (!button) return;
    choose(button.dataset["show"]!);
    root.scrollIntoView({ block: "nearest" });
  });
  const asked = (root.dataset["marked"] ?? "").split(" ").flatMap((id) => number.get(id) ?? []);
  if (asked.length) figure.select(asked);
  const note = root.querySelector<HTMLElement>("[data-place='many']");
  if (note) note.hidden = data.ties.a.length <= 4000;
  // For scripts from outside.
  Object.assign(root, { place: figure });
  root.dataset["shown"] = String(data.nodes.lat.filter((lat) => lat !== null).length);
  root.dataset["state"] = "ready";
}

const root = document.querySelector<HTMLElement>("[data-role='place']");
if (root) start(root).catch(() => fail(root));
