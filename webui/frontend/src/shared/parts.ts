// The elements that a map is put together from; templates/maps/parts.html has them.

export function part(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-map="${name}"]`);
  if (!found) throw new Error(`the map has no part called ${name}`);
  return found;
}

/** Say that there is no picture; the table shows the same. */
export function fail(root: HTMLElement): void {
  part(root, "failed").hidden = false;
  root.dataset["state"] = "failed";
}
