// What every page needs beside its markup. Pages work without it; it only makes them quicker.
import { guardRequests } from "./requests";
import { openMenu } from "./menu";
import { moveWeights } from "./recipe";
import { sortTables } from "./tables";
import { offerCopies } from "./copy";
import { askBeforeSubmit, focusErrors } from "./forms";
import { completeNames } from "./type-ahead";
import { tidyWhenLeaving } from "./event/leaving";
import { keepDrafts, watchDrafts } from "./drafts";

openMenu();
focusErrors();
askBeforeSubmit();
offerCopies();
guardRequests();
sortTables(document);
completeNames(document);
moveWeights(document);
tidyWhenLeaving();
watchDrafts();
keepDrafts(document);
document.addEventListener("htmx:after:swap", () => {
  sortTables(document);
  completeNames(document);
  keepDrafts(document);
});
