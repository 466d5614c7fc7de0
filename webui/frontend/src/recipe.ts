// The page of a recipe: a slider beside the number of each weight. The number is what counts and
// what the keyboard reaches; the slider only moves it.

function slider(field: HTMLInputElement, most: number): HTMLInputElement {
  const made = document.createElement("input");
  made.type = "range";
  made.className = "recipe__slider";
  made.min = "0";
  made.max = String(most);
  made.step = String(most / 100);
  made.value = field.value;
  made.tabIndex = -1;
  made.setAttribute("aria-hidden", "true");
  made.addEventListener("input", () => { field.value = String(Number(Number(made.value).toPrecision(3))); });
  made.addEventListener("change", () => field.dispatchEvent(new Event("change", { bubbles: true })));
  field.addEventListener("input", () => { made.value = field.value; });
  return made;
}

/** Give the weights below `root` their sliders; once each. */
export function moveWeights(root: ParentNode): void {
  const fields = [...root.querySelectorAll<HTMLInputElement>("input[data-slider]:not([readonly])")];
  // All on one scale, so that a longer way means more weight.
  const most = 2 * Math.max(0.5, ...fields.map((field) => Number(field.value) || 0));
  for (const field of fields) {
    if (field.dataset["slider"] === "ready") continue;
    field.dataset["slider"] = "ready";
    field.after(slider(field, most));
  }
}
