// What is known of the node chosen, beside the map: read out, with a link, and whom it works with.

/** What is told of a node; `about` and `ties_text` are finished texts. */
export interface Told {
  id: string;
  label: string;
  about: string;
  ties_text: string;
  url: string;
}

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

  show(node: Told | undefined, partners: Told[], onChoose: (id: string) => void): void {
    if (!node) {
      this.about.replaceChildren(...this.hint);
      this.others.replaceChildren();
      return;
    }
    this.about.replaceChildren(
      element("h2", node.label, "h4 mt-0 mb-2"),
      element("p", node.about, "muted mt-0 mb-2"),
      element("p", node.ties_text, "mt-0 mb-3"),
      ...this.link(node),
    );
    this.others.replaceChildren(...this.list(partners, onChoose));
  }

  private link(node: Told): HTMLElement[] {
    if (!node.url) return [];
    const line = element("p", "", "m-0");
    const link = element("a", this.about.dataset["open"] ?? "", "button button-primary");
    link.href = node.url;
    line.append(link);
    return [line];
  }

  private list(partners: Told[], onChoose: (id: string) => void): HTMLElement[] {
    if (!partners.length) return [];
    const byName = new Intl.Collator("da");
    const list = element("ul", "", "plain-list");
    for (const node of [...partners].sort((a, b) => byName.compare(a.label, b.label))) {
      const button = element("button", node.label, "map-partner");
      button.type = "button";
      button.addEventListener("click", () => onChoose(node.id));
      const item = element("li", "");
      item.append(button);
      list.append(item);
    }
    return [element("h3", this.others.dataset["heading"] ?? "", "h5 mt-0 mb-2"), list];
  }
}
