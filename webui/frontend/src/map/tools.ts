// The buttons of the map that choose, hide and take back, and what a screen reader hears.
import type { MapCanvas } from "./canvas";
import { counted } from "./tip";

export function listenToTools(root: HTMLElement, map: MapCanvas): void {
  const tool = (name: string): HTMLButtonElement | null => root.querySelector(`button[data-map="${name}"]`);
  const on = (name: string, action: () => void): void => tool(name)?.addEventListener("click", action);
  on("lasso", () => {
    map.gestures.lassoing = !map.gestures.lassoing;
    tool("lasso")?.setAttribute("aria-pressed", String(map.gestures.lassoing));
    map.place.classList.toggle("is-lassoing", map.gestures.lassoing);
  });
  on("hide", () => map.hide(map.selectedIds));
  on("show-all", () => map.unhide());
  on("expand", () => map.expand());
  on("undo", () => map.undo());
  on("redo", () => map.redo());
  const refresh = (): void => {
    const able: Record<string, boolean> = {
      hide: map.selection.length > 0,
      expand: map.selection.length > 0,
      "show-all": map.hidden.size > 0,
      undo: map.canUndo,
      redo: map.canRedo,
    };
    // A button that is switched off loses the focus: these stay, and say that they do nothing now.
    for (const [name, can] of Object.entries(able)) tool(name)?.setAttribute("aria-disabled", String(!can));
  };
  const said = root.querySelector<HTMLElement>('[data-map="said"]');
  const tell = (): void => {
    const hidden = [...map.hidden].filter((id) => map.data.indexOf(id) >= 0).length;
    const words = { one: said?.dataset["hiddenOne"] ?? "", many: said?.dataset["hiddenMany"] ?? "" };
    if (said) said.textContent = hidden ? counted(words, hidden) : "";
  };
  map.addEventListener("hidden", tell);
  map.addEventListener("data", tell);
  for (const event of ["selection", "hidden", "steps", "data"]) map.addEventListener(event, refresh);
  refresh();
}
