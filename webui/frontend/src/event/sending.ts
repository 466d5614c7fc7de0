// Noting intentions: kept in the browser first, sent as soon as there is a network and a session.
import { say } from "../shared/say";
import { fresh } from "./put-by";
import { drop, keep, newId, type Noted, waiting } from "./waiting";

/** Every so often it is tried again: a network that is back does not always say so. */
const AGAIN = 30_000;

export class Sending {
  private readonly event: string;
  private busy = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly list: HTMLElement,
    private readonly signIn: HTMLElement,
    page: HTMLElement,
  ) {
    this.event = page.dataset["event"] ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.note();
    });
    page.addEventListener("click", (event) => this.fill(event));
    list.addEventListener("click", (event) => this.throwAway(event));
    window.addEventListener("online", () => void this.send());
    window.setInterval(() => void this.send(), AGAIN);
    this.own().reverse().forEach((each) => this.show(each));
    void this.send();
  }

  private own(): Noted[] {
    return waiting().filter((each) => each.event === this.event);
  }

  private value(name: string): string {
    return (this.form.elements.namedItem(name) as HTMLInputElement).value.trim();
  }

  /** A meeting's link fills the form instead of opening the page anew. */
  private fill(event: Event): void {
    const link = (event.target as Element).closest<HTMLElement>('[data-role="note-for"]');
    if (!link) return;
    event.preventDefault();
    for (const name of ["a", "b"]) {
      (this.form.elements.namedItem(name) as HTMLSelectElement).value = link.dataset[name] ?? "";
    }
    const text = this.form.elements.namedItem("text") as HTMLTextAreaElement;
    this.form.closest("section")?.scrollIntoView({ block: "start" });
    text.focus({ preventScroll: true });
  }

  private note(): void {
    const [a, b, text] = [this.value("a"), this.value("b"), this.value("text")];
    const told = this.form.querySelector<HTMLElement>('[data-role="told"]');
    if (!a || !b || a === b || !text) {
      if (told) told.textContent = this.form.dataset["missing"] ?? "";
      return;
    }
    const noted: Noted = {
      id: newId(),
      event: this.event,
      names: [this.name("a"), this.name("b")].join(" – "),
      a,
      b,
      text,
      signed_by: this.value("signed_by"),
      noted_by: this.value("noted_by"),
      signed: new Date().toISOString(),
    };
    keep(noted);
    const by = this.value("noted_by");
    this.form.reset();
    (this.form.elements.namedItem("noted_by") as HTMLInputElement).value = by;
    if (told) told.textContent = "";
    this.show(noted);
    say(this.form.dataset["noted"] ?? "");
    void this.send();
  }

  private name(field: string): string {
    return (this.form.elements.namedItem(field) as HTMLSelectElement).selectedOptions[0]?.textContent ?? "";
  }

  private async send(): Promise<void> {
    if (this.busy || this.own().length === 0) return;
    this.busy = true;
    try {
      const page = await fresh();
      this.signIn.hidden = page !== null;
      const token = page?.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
      if (token) for (const each of this.own()) await this.sendOne(each, token);
    } catch {
      // No network: it stays kept, and is tried again.
    } finally {
      this.busy = false;
    }
  }

  private async sendOne(noted: Noted, token: string): Promise<void> {
    const { event: _event, names: _names, refused: _refused, ...sent } = noted;
    const answer = await fetch(this.form.action, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
      body: JSON.stringify(sent),
    });
    if (answer.ok) {
      drop(noted.id);
      this.show(noted, true);
    } else if (answer.status === 401 || answer.status === 403) {
      this.signIn.hidden = false;
    } else if (answer.status < 500 && answer.status !== 429) {
      const said = (await answer.json()) as { error?: { message?: string } };
      keep({ ...noted, refused: said.error?.message ?? String(answer.status) });
      this.show({ ...noted, refused: said.error?.message ?? String(answer.status) });
    }
  }

  /** One of the list, made or made anew; the newest stands first. */
  private show(noted: Noted, sent = false): void {
    const item = document.createElement("li");
    item.dataset["id"] = noted.id;
    const who = document.createElement("strong");
    who.textContent = noted.names;
    const badge = document.createElement("span");
    badge.className = sent ? "badge badge-success" : "badge badge-warning";
    const waits = noted.refused
      ? (this.list.dataset["refused"] ?? "").replace("{why}", noted.refused)
      : this.list.dataset["waiting"];
    badge.textContent = (sent ? this.list.dataset["sent"] : waits) ?? "";
    item.append(who, document.createElement("br"), noted.text, document.createElement("br"), badge);
    if (noted.refused && !sent) item.append(" ", this.dropper());
    const there = this.list.querySelector(`[data-id="${CSS.escape(noted.id)}"]`);
    if (there) there.replaceWith(item);
    else this.list.prepend(item);
  }

  private dropper(): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "function-link";
    button.dataset["role"] = "drop";
    button.textContent = this.list.dataset["drop"] ?? "";
    return button;
  }

  private throwAway(event: Event): void {
    const button = (event.target as Element).closest('[data-role="drop"]');
    const item = button?.closest<HTMLElement>("li");
    if (!item || !window.confirm(this.list.dataset["sure"])) return;
    drop(item.dataset["id"] ?? "");
    item.remove();
  }
}
