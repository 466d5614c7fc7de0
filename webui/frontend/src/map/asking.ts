// What the server must draw: the surroundings of an organisation that are not among the data, and
// the map of only those chosen, or without those hidden, in its tables and files too.
import type { MapCanvas } from "./canvas";

/** Of more, no address can be made. */
const MOST = 150;

function goTo(changes: Record<string, string>): void {
  const query = new URLSearchParams(document.getElementById("map-results")?.dataset["query"] ?? "");
  for (const [key, value] of Object.entries(changes)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const place = document.querySelector<HTMLFormElement>("#map-conditions")?.getAttribute("action") ?? "";
  location.assign(`${place}?${query.toString()}`);
}

/** Ask for other maps with the buttons above the tables; they say how many are meant. */
export function listenToAsks(map: MapCanvas, root: HTMLElement): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>("[data-ask]");
  const meant = (button: HTMLButtonElement): string[] =>
    button.dataset["ask"] === "without" ? [...map.hidden] : map.selectedIds;
  const update = (): void => {
    for (const button of buttons) {
      const { length } = meant(button);
      button.hidden = button.dataset["ask"] === "around" ? length !== 1 : length === 0 || length > MOST;
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const ids = meant(button);
      if (button.dataset["ask"] === "around") goTo({ around: ids[0] ?? "", path_to: "", only: "" });
      if (button.dataset["ask"] === "only") goTo({ only: ids.join(",") });
      if (button.dataset["ask"] === "without") goTo({ without: ids.join(",") });
    });
  }
  for (const event of ["selection", "hidden"]) map.addEventListener(event, update);
  root.addEventListener("map-expand", (event) => {
    const [first] = (event as CustomEvent<string[]>).detail;
    if (first && document.querySelector("#map-conditions")) goTo({ around: first, path_to: "", only: "" });
  });
  update();
}
