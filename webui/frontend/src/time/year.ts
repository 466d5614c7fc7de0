// One year of the map: the slider, and playing through the years.
import type { CompactFile } from "../map/compact";
import { MapData } from "../map/data";
import { raise } from "../map/stage";
import { freshLayer } from "./fresh";
import { asWentOn, masksOf } from "./masks";

/** A year stays so long while they are played, in milliseconds. */
const STAY = 1100;

function part<Kind extends HTMLElement>(section: HTMLElement, name: string): Kind {
  return section.querySelector<Kind>(`[data-time='${name}']`)!;
}

/** What the table says of a year. */
function told(year: number): string {
  return document.querySelector<HTMLElement>(`tr[data-year='${year}']`)?.dataset["said"] ?? String(year);
}

function mark(year: number): void {
  for (const row of document.querySelectorAll<HTMLElement>("tr[data-year]")) {
    row.classList.toggle("is-chosen", row.dataset["year"] === String(year));
  }
}

/** Fetch the map and show the year that the slider stands at. */
export async function startYear(section: HTMLElement, root: HTMLElement): Promise<MapData> {
  const answer = await fetch(section.dataset["source"]!, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} for ${section.dataset["source"]}`);
  const data = asWentOn(new MapData((await answer.json()) as CompactFile));
  const map = await raise(root, data);
  const slider = section.querySelector<HTMLInputElement>("#time-year")!;
  const said = part(section, "said");
  const play = part<HTMLButtonElement>(section, "play");
  let masks = masksOf(data, Number(slider.value));
  let timer = 0;

  const show = (): void => {
    const year = Number(slider.value);
    masks = masksOf(data, year);
    map.masks(masks.nodes, masks.ties);
    said.textContent = told(year);
    slider.setAttribute("aria-valuetext", told(year));
    section.dataset["year"] = String(year);
    root.dataset["shown"] = String(masks.nodes.reduce((sum, one) => sum + one, 0));
    mark(year);
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = 0;
    play.textContent = play.dataset["play"]!;
  };
  const step = (): void => {
    if (slider.value === slider.max) return stop();
    slider.value = String(Number(slider.value) + 1);
    show();
  };

  map.layers.above.push(freshLayer(data, () => masks));
  slider.addEventListener("input", () => {
    stop();
    show();
  });
  play.addEventListener("click", () => {
    if (timer) return stop();
    if (slider.value === slider.max) slider.value = slider.min;
    play.textContent = play.dataset["stop"]!;
    show();
    timer = setInterval(step, STAY);
  });
  part(section, "controls").hidden = false;
  said.hidden = false;
  show();
  return data;
}
