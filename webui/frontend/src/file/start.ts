// The map as one file: its data stands in the file, and what is shown of it is chosen here.
import { part } from "../shared/parts";
import { sortTables } from "../tables";
import { hideRows, narrowed, wanted } from "./filters";
import { raise } from "./stage";
import type { MapData } from "./types";

/** Start a map whose data stands in the file. */
export async function startFile(root: HTMLElement): Promise<void> {
  sortTables(document);
  const data = JSON.parse(document.getElementById("map-data")?.textContent ?? "") as MapData;
  const figure = await raise(root, data);
  const form = part(root, "filters") as HTMLFormElement;
  const count = part(root, "count");
  const show = (): void => {
    const by = wanted(form);
    const shown = narrowed(data, by);
    figure.show(shown);
    hideRows(shown, by.current);
    count.textContent = (count.dataset["text"] ?? "")
      .replace("{shown}", String(shown.nodes.length))
      .replace("{all}", String(data.nodes.length));
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
}
