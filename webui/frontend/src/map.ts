// The map on a page of Samspil.
import { startPage } from "./map/page";
import { fail } from "./shared/parts";

const root = document.querySelector<HTMLElement>("[data-role='map']");
if (root) startPage(root).catch(() => fail(root));
