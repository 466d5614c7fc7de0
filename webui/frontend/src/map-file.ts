// The map as one file of its own, drawn by vis-network.
import { startFile } from "./file/start";
import { fail } from "./shared/parts";

const root = document.querySelector<HTMLElement>("[data-role='map']");
if (root) startFile(root).catch(() => fail(root));
