// Finding an organisation on the map by its name.

const MOST = 12;

interface Named {
  id: string;
  label: string;
}

interface Finder {
  search(text: string, most: number): Named[];
}

/** A field with a list of suggestions; Enter or choosing one goes there. */
export function listenToSearch(form: HTMLFormElement, finder: () => Finder, onFound: (id: string) => void): void {
  const field = form.querySelector<HTMLInputElement>("input[list]");
  const list = form.querySelector<HTMLDataListElement>("datalist");
  const answer = form.querySelector<HTMLElement>("[data-nothing]");
  if (!field || !list) return;
  const go = (): void => {
    const [first] = finder().search(field.value, 1);
    if (answer) answer.textContent = first || !field.value ? "" : (answer.dataset["nothing"] ?? "");
    if (first) onFound(first.id);
  };
  field.addEventListener("input", () => {
    const found = finder().search(field.value, MOST);
    if (found.some((node) => node.label === field.value)) return go();
    list.replaceChildren(...found.map((node) => new Option(node.label, node.label)));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
}
