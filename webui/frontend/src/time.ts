// The page of time: a year of the map, and two years side by side.
import { startPair } from "./time/pair";
import { startYear } from "./time/year";
import { fail } from "./shared/parts";

const section = document.querySelector<HTMLElement>("[data-role='time']");
const root = section?.querySelector<HTMLElement>("[data-role='map']");
const compare = document.querySelector<HTMLElement>("[data-role='compare']");

if (section && root) {
  startYear(section, root)
    .then((data) => compare && startPair(compare, data))
    .catch(() => fail(root));
}
