// The map on a page of Samspil.
import { accompany } from "./map/meeting";
import { startPage } from "./map/page";
import { fail } from "./shared/parts";

const root = document.querySelector<HTMLElement>("[data-role='map']");
if (root) startPage(root).then((map) => accompany(map, root)).catch(() => fail(root));
