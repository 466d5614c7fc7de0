// Walking over the geographic map by keys.
import type { PlaceFigure } from "./figure";

const WAYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};
const STEP = 80;

/** The one nearest in a direction from a point of the window; those off the way count as farther. */
function towards(figure: PlaceFigure, [dx, dy]: [number, number]): number | undefined {
  const [from] = figure.selection;
  const size = figure.map.getSize();
  const start = from !== undefined && figure.has(from)
    ? figure.map.latLngToContainerPoint(figure.at(from)) : { x: size.x / 2, y: size.y / 2 };
  let best = Infinity;
  let found: number | undefined;
  for (let index = 0; index < figure.size; index++) {
    if (index === from || !figure.has(index)) continue;
    const at = figure.map.latLngToContainerPoint(figure.at(index));
    const [x, y] = [at.x - start.x, at.y - start.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    // From nobody everybody is a way to begin.
    const cost = from === undefined ? Math.hypot(x, y) : ahead > 0.5 ? ahead + 2 * aside : Infinity;
    if (cost < best) [best, found] = [cost, index];
  }
  return found;
}

export function listenToKeys(place: HTMLElement, figure: PlaceFigure, open: (index: number) => void): void {
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    const [chosen] = figure.selection;
    if (way && event.shiftKey) figure.map.panBy([way[0] * STEP, way[1] * STEP]);
    else if (way) walk(figure, way);
    else if (event.key === "+" || event.key === "=") figure.zoom(2);
    else if (event.key === "-") figure.zoom(0.5);
    else if (event.key === "0") figure.fit();
    else if (event.key === "Escape") figure.select([]);
    else if (event.key === "Enter" && chosen !== undefined) open(chosen);
    else return;
    event.preventDefault();
  });
}

function walk(figure: PlaceFigure, way: [number, number]): void {
  const found = towards(figure, way);
  if (found === undefined) return;
  const { x, y } = figure.map.latLngToContainerPoint(figure.at(found));
  const size = figure.map.getSize();
  const seen = x > 20 && y > 20 && x < size.x - 20 && y < size.y - 20;
  figure.select([found], !seen);
}
