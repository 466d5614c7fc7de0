// Keeping the map as it is seen: the form of a saved view is filled when it is sent.
import type { MapCanvas } from "./canvas";
import type { Notes } from "./notes";

/** What the form of a saved view says beside title and note. */
export function stateOf(map: MapCanvas, notes: Notes): string {
  return JSON.stringify({
    hidden: [...map.hidden].sort(),
    selected: map.selectedIds,
    notes: notes.all,
    window: map.window,
  });
}

/** Fill the form with the map as it is when the form is sent. */
export function fillWhenSent(map: MapCanvas, notes: Notes): void {
  const form = document.querySelector<HTMLFormElement>("form[data-view-form]");
  form?.addEventListener("submit", () => {
    const results = document.getElementById("map-results");
    (form.elements.namedItem("state") as HTMLInputElement).value = stateOf(map, notes);
    (form.elements.namedItem("query") as HTMLInputElement).value = results?.dataset["query"] ?? "";
  });
}
