// What a map's page has beside the map: notes, saved views, a presentation, other maps asked for.
import { listenToAsks } from "./asking";
import type { MapCanvas } from "./canvas";
import { fillWhenSent } from "./keeping";
import { Notes } from "./notes";
import { keepsOf, Presentation } from "./present";

/** Let the page's parts work with its map. */
export function accompany(map: MapCanvas, root: HTMLElement): void {
  const panel = document.getElementById("map-notes");
  if (!panel) return;
  const mayChange = document.querySelector("form[data-view-form]") !== null;
  const notes = new Notes(map, panel, mayChange);
  const form = document.querySelector<HTMLFormElement>("form[data-view-form]");
  const unsaved = (form?.elements.namedItem("state") as HTMLInputElement | null)?.value;
  notes.all = unsaved ? (JSON.parse(unsaved) as { notes: Notes["all"] }).notes : (keepsOf(root)?.notes ?? []);
  fillWhenSent(map, notes);
  listenToAsks(map, root);
  new Presentation(map, root, notes);
  const add = document.querySelector<HTMLButtonElement>('[data-notes="add"]');
  if (!add || !mayChange) return;
  add.hidden = false;
  add.addEventListener("click", () => notes.add());
}
