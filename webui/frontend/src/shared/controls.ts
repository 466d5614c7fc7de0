// Buttons around the map, and when its wheel zooms.

/** A picture that can be moved nearer and farther. */
interface Zoomed {
  zoom(factor: number): void;
  fit(): void;
}

const STEP = 1.4;

export function listenToButtons(root: HTMLElement, figure: Zoomed): void {
  const on = (name: string, action: () => void): void =>
    root.querySelector(`[data-map="${name}"]`)?.addEventListener("click", action);
  on("zoom-in", () => figure.zoom(STEP));
  on("zoom-out", () => figure.zoom(1 / STEP));
  on("fit", () => figure.fit());
}

/** The wheel scrolls the page until the map has been clicked; with Ctrl it always zooms. */
export function tameWheel(place: HTMLElement): void {
  let inside = false;
  place.addEventListener("pointerdown", () => (inside = true));
  place.addEventListener("pointerleave", () => (inside = false));
  place.addEventListener(
    "wheel",
    (event) => {
      if (!inside && !event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
    },
    { capture: true, passive: true },
  );
}
