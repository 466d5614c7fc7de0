// The keyboard on the map. Tab always leads on; nothing is held back that the map has no use for.
import type { Way } from "./walk";

export interface Pressed {
  walk(way: Way): void;
  open(): void;
  clear(): void;
  zoom(factor: number): void;
  fit(): void;
  hide(): void;
  undo(): void;
  redo(): void;
}

const WAYS: Record<string, Way> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const STEP = 1.4;

function action(event: KeyboardEvent, to: Pressed): (() => void) | undefined {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    const low = key.toLowerCase();
    if (low === "z") return event.shiftKey ? () => to.redo() : () => to.undo();
    return low === "y" ? () => to.redo() : undefined;
  }
  if (event.altKey) return undefined;
  const way = WAYS[key];
  if (way) return () => to.walk(way);
  if (key === "Enter") return () => to.open();
  if (key === "Escape") return () => to.clear();
  if (key === "+" || key === "=") return () => to.zoom(STEP);
  if (key === "-") return () => to.zoom(1 / STEP);
  if (key === "0") return () => to.fit();
  return key === "Delete" ? () => to.hide() : undefined;
}

export function listenToKeys(place: HTMLElement, to: Pressed): void {
  place.addEventListener("keydown", (event) => {
    // What somebody writes on the map, such as a note, has its own keys.
    const found = event.target === place ? action(event, to) : undefined;
    if (!found) return;
    event.preventDefault();
    found();
  });
}
