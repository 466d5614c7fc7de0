// The map, on a page of Samspil or in a file of its own.
import { startFile } from "./map/file";
import { startPage } from "./map/page";
import { fail } from "./map/stage";

const root = document.querySelector<HTMLElement>("[data-role='map']");
if (root) {
  const start = document.getElementById("map-data") ? startFile : startPage;
  start(root).catch(() => fail(root));
}
