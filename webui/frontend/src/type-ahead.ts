// Names that complete while one types: <div data-type-ahead> around a field that htmx fetches
// options for, and the list they land in. Without this script it is a plain text field.
// The pattern is ARIA's editable combobox with a list: focus stays in the field.
import { say } from "./shared/say";

function options(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')];
}

class TypeAhead {
  private active = -1;

  constructor(
    private readonly root: HTMLElement,
    private readonly field: HTMLInputElement,
    private readonly list: HTMLElement,
  ) {
    list.setAttribute("role", "listbox");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    this.show(false);
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("input", () => this.forget());
    field.addEventListener("blur", () => this.show(false));
    // The field must not lose focus before the click has chosen.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = (event.target as HTMLElement).closest<HTMLElement>('[role="option"]');
      if (option) this.choose(option);
    });
    field.addEventListener("htmx:after:swap", () => this.filled());
  }

  private show(open: boolean): void {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    if (!open) this.mark(-1);
  }

  private mark(at: number): void {
    this.active = at;
    options(this.list).forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === at));
      if (number === at) option.scrollIntoView({ block: "nearest" });
    });
    const chosen = options(this.list)[at];
    if (chosen) this.field.setAttribute("aria-activedescendant", chosen.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  private filled(): void {
    const found = options(this.list);
    // One page may have several such fields, and ids must be told apart.
    found.forEach((option) => { option.id = `${this.list.id}-${option.dataset["id"] ?? ""}`; });
    this.show(found.length > 0 && document.activeElement === this.field);
    const text = this.root.dataset["found"] ?? "{n}";
    say(text.replace("{n}", String(found.length)));
  }

  private press(event: KeyboardEvent): void {
    const found = options(this.list);
    const closed = this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = closed || this.active < 0 ? (step > 0 ? -1 : found.length) : this.active;
      this.show(true);
      this.mark((from + step + found.length) % found.length);
    } else if (event.key === "Enter" && !closed && found[this.active]) {
      event.preventDefault();
      this.choose(found[this.active]!);
    } else if (event.key === "Escape" && !closed) {
      event.preventDefault();
      this.show(false);
    }
  }

  /** What is typed by hand is no longer what was chosen. */
  private forget(): void {
    const key = this.key();
    if (key) key.value = "";
  }

  private key(): HTMLInputElement | null {
    return this.root.querySelector<HTMLInputElement>('input[type="hidden"]');
  }

  private choose(option: HTMLElement): void {
    const url = option.dataset["url"];
    if (url) {
      window.location.assign(url);
      return;
    }
    this.field.value = option.dataset["name"] ?? "";
    const key = this.key();
    if (key) key.value = option.dataset["id"] ?? "";
    this.show(false);
    // Set by a script, a value makes no event of its own.
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** Give the fields below `root` their lists; once each. */
export function completeNames(root: ParentNode): void {
  for (const each of root.querySelectorAll<HTMLElement>("[data-type-ahead]")) {
    const field = each.querySelector<HTMLInputElement>("input[hx-get]");
    const list = each.querySelector<HTMLElement>(".type-ahead__results");
    if (!field || !list || each.dataset["typeAhead"] === "ready") continue;
    each.dataset["typeAhead"] = "ready";
    new TypeAhead(each, field, list);
  }
}
