// What every page needs beside its markup. Pages work without it; it only makes them quicker.
import { guardRequests } from "./requests";
import { openMenu } from "./menu";
import { moveWeights } from "./recipe";
import { sortTables } from "./tables";
import { askBeforeSubmit, focusErrors } from "./forms";
import { completeNames } from "./type-ahead";

openMenu();
focusErrors();
askBeforeSubmit();
guardRequests();
sortTables(document);
completeNames(document);
moveWeights(document);
document.addEventListener("htmx:after:swap", () => {
  sortTables(document);
  completeNames(document);
});
