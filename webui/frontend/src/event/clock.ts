// The clock of an evening: which round it is and how long it goes on. Whoever runs the event starts
// each round; where it stands is kept in this browser, so that the page can be opened again.
import { say } from "../shared/say";
import { CLOCK } from "./leaving";

interface Stand {
  /** The round that goes on, from 1; 0 before the first. */
  round: number;
  /** When it ends, in milliseconds. */
  ends: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export class Clock {
  private stand: Stand;
  private told = "";
  private readonly rounds: HTMLElement[];

  constructor(private readonly page: HTMLElement, private readonly root: HTMLElement) {
    this.rounds = [...page.querySelectorAll<HTMLElement>('[data-role="round"]')];
    this.stand = this.kept();
    root.hidden = false;
    page.classList.add("is-running");
    this.part("clock-start").addEventListener("click", () => this.start(this.stand.round + 1));
    this.part("clock-more").addEventListener("click", () => this.put({ ...this.stand, ends: this.stand.ends + MINUTE }));
    this.part("clock-back").addEventListener("click", () => this.start(this.stand.round - 1));
    window.setInterval(() => this.tick(), SECOND / 4);
    this.show();
  }

  private part(role: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(`[data-role="${role}"]`)!;
  }

  private text(name: string, values: Record<string, string | number> = {}): string {
    return (this.root.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_all, key: string) => String(values[key] ?? ""));
  }

  private key(): string {
    return CLOCK + (this.page.dataset["event"] ?? "");
  }

  private kept(): Stand {
    const found = JSON.parse(localStorage.getItem(this.key()) ?? "null") as Stand | null;
    // An evening of last week is over, and a plan may have fewer rounds by now.
    const good = found && found.round <= this.rounds.length && found.ends > Date.now() - 12 * 60 * MINUTE;
    return good ? found : { round: 0, ends: 0 };
  }

  private start(round: number): void {
    if (round > this.rounds.length) return;
    const minutes = Number(this.page.dataset["minutes"]);
    this.put({ round, ends: round < 1 ? 0 : Date.now() + minutes * MINUTE });
    this.rounds[Math.max(round, 1) - 1]?.scrollIntoView({ block: "nearest" });
  }

  private put(stand: Stand): void {
    this.stand = stand;
    this.told = "";
    localStorage.setItem(this.key(), JSON.stringify(stand));
    this.show();
  }

  /** The round that goes on stands first and large, the next one below it. */
  private show(): void {
    const { round } = this.stand;
    const now = Math.max(round, 1);
    for (const each of this.rounds) {
      const number = Number(each.dataset["round"]);
      each.classList.toggle("is-now", number === now);
      each.classList.toggle("is-next", number === now + 1);
      each.classList.toggle("is-past", number < now);
      each.querySelector<HTMLElement>('[data-role="next"]')!.hidden = number !== now + 1;
    }
    const start = this.part("clock-start");
    start.hidden = round >= this.rounds.length;
    start.textContent = (start.dataset["text"] ?? "").replace("{n}", String(round + 1));
    this.part("clock-more").hidden = round < 1;
    this.part("clock-back").hidden = round < 1;
    const first = this.rounds[0]?.dataset["starts"] ?? "";
    this.part("clock-title").textContent = round < 1 ? this.text("before", { n: 1, time: first }) : this.text("during", { n: round });
    this.tick();
  }

  private tick(): void {
    const time = this.part("clock-time");
    if (this.stand.round < 1) {
      time.textContent = "";
      return;
    }
    const left = Math.ceil((this.stand.ends - Date.now()) / SECOND);
    const last = this.stand.round === this.rounds.length;
    const text = left > 0 ? spell(left) : this.text(last ? "end" : "up");
    if (time.textContent !== text) time.textContent = text;
    this.root.classList.toggle("is-short", left > 0 && left <= 60);
    this.root.classList.toggle("is-up", left <= 0);
    if (left <= 60) this.tell(left > 0 ? this.text("last") : text);
  }

  /** Said once to those who listen. */
  private tell(text: string): void {
    if (this.told === text) return;
    this.told = text;
    say(text);
  }
}

function spell(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
