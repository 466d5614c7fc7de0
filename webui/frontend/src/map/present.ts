// The map for a meeting: over the whole screen, without menus, from one saved view to the next.
import type { MapCanvas } from "./canvas";
import type { Notes } from "./notes";
import { fetchData } from "./page";

const PRESENTING = "is-presenting";
/** Names are read from the other end of a room. */
const LARGER = 1.6;
/** In the address: the page opens as a presentation. */
const ASKED = "#present";

/** What a page of a view is told beside its conditions. */
export interface Keeps {
  hidden: string[];
  selected: string[];
  notes: { x: number; y: number; text: string }[];
  window: { x: number; y: number; scale: number } | null;
}

export function keepsOf(root: HTMLElement | null): Keeps | null {
  const text = root?.dataset["keeps"];
  return text ? (JSON.parse(text) as Keeps) : null;
}

export class Presentation {
  private loading = false;
  /** Views are kept as a page shows them: on a larger picture the same part of the map is larger. */
  private magnified = 1;
  private usual: DOMRect;

  constructor(
    private readonly map: MapCanvas, private readonly root: HTMLElement, private readonly notes: Notes,
  ) {
    this.usual = map.place.getBoundingClientRect();
    document.addEventListener("click", (event) => this.click(event));
    document.addEventListener("keydown", (event) => this.press(event), { capture: true });
    // Escape leaves the full screen before any script hears of it.
    document.addEventListener("fullscreenchange", () => {
      if (!this.on) return;
      if (document.fullscreenElement) this.settle();
      else this.leave();
    });
    for (const button of document.querySelectorAll<HTMLElement>('[data-present="start"]')) button.hidden = false;
    if (location.hash === ASKED) this.start();
  }

  private get on(): boolean {
    return document.documentElement.classList.contains(PRESENTING);
  }

  private part(name: string): HTMLElement | null {
    return document.querySelector<HTMLElement>(`#present-bar [data-present="${name}"]`);
  }

  /** Nothing but the map; over the whole screen where the browser lets a page have it. */
  start(): void {
    this.dress(true);
    // Refused where nobody has pressed anything yet, or where there is no such thing.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    this.part("leave")?.focus();
  }

  leave(): void {
    this.dress(false);
    if (document.fullscreenElement) void document.exitFullscreen();
    if (location.hash === ASKED) history.replaceState(null, "", location.pathname + location.search);
    document.querySelector<HTMLElement>('[data-present="start"]')?.focus();
  }

  private dress(on: boolean): void {
    if (on) this.usual = this.map.place.getBoundingClientRect();
    document.documentElement.classList.toggle(PRESENTING, on);
    document.getElementById("present-bar")!.hidden = !on;
    this.map.enlarge(on ? LARGER : 1);
    this.settle();
  }

  /** The canvas takes its new size in the frame after. */
  private settle(): void {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const now = this.map.place.getBoundingClientRect();
      this.magnified = Math.min(now.width / this.usual.width, now.height / this.usual.height);
      this.look();
    }));
  }

  /** Look at what the view keeps, or at all there is. */
  private look(): void {
    const window = keepsOf(this.root)?.window;
    if (window) this.map.window = { ...window, scale: window.scale * this.magnified };
    else this.map.fit();
  }

  private click(event: Event): void {
    const chosen = (event.target as Element).closest<HTMLElement>("[data-present]");
    const what = chosen?.dataset["present"];
    if (what === "start") this.start();
    if (what === "leave") this.leave();
    if (what === "before" || what === "after") {
      event.preventDefault();
      void this.turn(what);
    }
  }

  private press(event: KeyboardEvent): void {
    if (!this.on) return;
    const pinned = (event.target as Element).closest(".map-note, .map__canvas");
    if (event.key === "Escape") this.leave();
    else if (event.key === "PageDown" || (event.key === "ArrowRight" && !pinned)) void this.turn("after");
    else if (event.key === "PageUp" || (event.key === "ArrowLeft" && !pinned)) void this.turn("before");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Go to the view before or after without leaving the full screen: its page is put in place. */
  private async turn(way: "before" | "after"): Promise<void> {
    const link = this.part(way) as HTMLAnchorElement | null;
    if (!link || this.loading) return;
    this.loading = true;
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(String(answer.status));
      await this.put(new DOMParser().parseFromString(await answer.text(), "text/html"), link.href);
      (this.part(way) ?? this.part("leave"))?.focus();
    } catch {
      location.assign(link.href);
    } finally {
      this.loading = false;
    }
  }

  private async put(page: Document, address: string): Promise<void> {
    for (const id of ["map-title", "map-legend", "map-results", "map-chips", "view-bar", "present-bar"]) {
      const [here, there] = [document.getElementById(id), page.getElementById(id)];
      if (here && there) here.replaceWith(document.adoptNode(there));
    }
    document.getElementById("present-bar")!.hidden = false;
    document.title = page.title;
    history.replaceState(null, "", address);
    const kept = page.querySelector<HTMLElement>("[data-role='map']")?.dataset["keeps"];
    if (kept) this.root.dataset["keeps"] = kept;
    else delete this.root.dataset["keeps"];
    this.map.unhide();
    this.map.show(await fetchData());
    const keeps = keepsOf(this.root);
    this.map.hide(keeps?.hidden ?? []);
    this.map.select((keeps?.selected ?? []).map((id) => this.map.data.indexOf(id)).filter((index) => index >= 0));
    this.notes.all = keeps?.notes ?? [];
    this.look();
  }
}
