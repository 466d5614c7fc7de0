// What is known of the nodes chosen, beside the map: read out, with a link, and whom they work with.

/** What is told of a node; `about` and `ties_text` are finished texts. */
export interface Told {
  id: string;
  label: string;
  about: string;
  ties_text: string;
  url: string;
}

/** Of more names nobody reads the rest: the table has them. */
const MOST = 100;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K, text: string, className = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

export class Panel {
  private readonly hint: Node[];

  constructor(private readonly about: HTMLElement, private readonly others: HTMLElement) {
    this.hint = [...about.childNodes];
  }

  /** Tell of the nodes chosen; `partners` belong to a single one, `heading` stands above several. */
  show(nodes: Told[], partners: Told[], onChoose: (id: string) => void, heading = ""): void {
    const [node] = nodes;
    if (!node) {
      this.about.replaceChildren(...this.hint);
      this.others.replaceChildren();
      return;
    }
    if (nodes.length > 1) {
      this.about.replaceChildren(element("h2", heading, "h4 m-0"));
      this.others.replaceChildren(...this.list(nodes, onChoose));
      return;
    }
    this.about.replaceChildren(
      element("h2", node.label, "h4 mt-0 mb-2"),
      element("p", node.about, "muted mt-0 mb-2"),
      element("p", node.ties_text, "mt-0 mb-3"),
      ...this.link(node),
    );
    const named = element("h3", this.others.dataset["heading"] ?? "", "h5 mt-0 mb-2");
    this.others.replaceChildren(...(partners.length ? [named, ...this.list(partners, onChoose)] : []));
  }

  /** Put the focus on what leads to the node that is told of. */
  focus(): void {
    (this.about.querySelector("a") ?? this.others.querySelector("button"))?.focus();
  }

  private link(node: Told): HTMLElement[] {
    if (!node.url) return [];
    const line = element("p", "", "m-0");
    const link = element("a", this.about.dataset["open"] ?? "", "button button-primary");
    link.href = node.url;
    line.append(link);
    return [line];
  }

  private list(nodes: Told[], onChoose: (id: string) => void): HTMLElement[] {
    const byName = new Intl.Collator("da");
    const list = element("ul", "", "plain-list");
    for (const node of [...nodes].sort((a, b) => byName.compare(a.label, b.label)).slice(0, MOST)) {
      const button = element("button", node.label, "map-partner");
      button.type = "button";
      button.addEventListener("click", () => onChoose(node.id));
      const item = element("li", "");
      item.append(button);
      list.append(item);
    }
    const more = nodes.length - MOST;
    return more > 0 ? [list, element("p", `+ ${more}`, "muted")] : [list];
  }
}
