// Short texts pinned to places of the picture, for a meeting: put there, moved, changed, taken away.
import type { MapCanvas } from "./canvas";

export interface Note {
  x: number;
  y: number;
  text: string;
}

/** Pixels that an arrow key moves a note. */
const STEP = 12;
const LONGEST = 300;
/** Pixels between a new note and one that was there before. */
const APART = 40;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Pinned extends Note {
  pin: HTMLButtonElement;
  row: HTMLLIElement;
  field: HTMLInputElement;
}

/** The notes of a map: a pin on the picture and a line of text below it for each. */
export class Notes {
  private pinned: Pinned[] = [];
  private readonly layer = document.createElement("div");
  private readonly list: HTMLElement;

  /** `panel` holds the list; `mayChange` lets the notes be moved and written. */
  constructor(
    private readonly map: MapCanvas, private readonly panel: HTMLElement, private readonly mayChange: boolean,
  ) {
    this.list = panel.querySelector<HTMLElement>(".map-notes__list")!;
    this.layer.className = "map__notes";
    // Beside the canvas: in it, keys would walk from node to node and clicks would choose.
    (map.place.parentElement ?? map.place).append(this.layer);
    for (const event of ["window", "drawn", "data"]) map.addEventListener(event, () => this.follow());
  }

  get all(): Note[] {
    return this.pinned.filter(({ text }) => text.trim()).map(({ x, y, text }) => ({ x, y, text: text.trim() }));
  }

  /** Show these instead of those there are. */
  set all(notes: Note[]) {
    this.layer.replaceChildren();
    this.list.replaceChildren();
    this.pinned = [];
    for (const note of notes) this.pin(note);
    this.panel.hidden = !this.pinned.length;
    this.follow();
  }

  /** Put an empty note in the middle of what is seen, below those that are there, ready to be written. */
  add(): void {
    const { x, y, scale } = this.map.window;
    const free = { x, y, text: "" };
    while (this.pinned.some((other) => Math.hypot(other.x - free.x, other.y - free.y) * scale < APART)) {
      free.y += APART / scale;
    }
    const made = this.pin(free);
    this.panel.hidden = false;
    this.follow();
    made.field.focus();
  }

  private pin(note: Note): Pinned {
    const pin = document.createElement("button");
    pin.type = "button";
    pin.className = "map-note";
    const row = document.createElement("li");
    const field = document.createElement("input");
    const made: Pinned = { ...note, pin, row, field };
    this.pinned.push(made);
    this.layer.append(pin);
    this.list.append(row);
    if (this.mayChange) this.writable(made);
    else row.textContent = note.text;
    this.name(made);
    return made;
  }

  private writable(note: Pinned): void {
    const { field, row, pin } = note;
    field.className = "form-input";
    field.value = note.text;
    field.maxLength = LONGEST;
    field.setAttribute("aria-label", this.panel.dataset["notesText"] ?? "");
    field.addEventListener("input", () => {
      note.text = field.value;
      this.name(note);
    });
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "function-link";
    remove.textContent = this.panel.dataset["notesRemove"] ?? "";
    remove.addEventListener("click", () => this.remove(note));
    row.append(field, remove);
    pin.addEventListener("keydown", (event) => this.press(event, note));
    this.listenToDrag(note);
  }

  private name(note: Pinned): void {
    const text = note.text.trim() || (this.panel.dataset["notesNew"] ?? "");
    note.pin.textContent = text;
    if (this.mayChange) note.pin.setAttribute("aria-label", (this.panel.dataset["notesName"] ?? "{text}").replace("{text}", text));
    else note.pin.disabled = true;
  }

  private remove(note: Pinned): void {
    note.pin.remove();
    note.row.remove();
    this.pinned = this.pinned.filter((each) => each !== note);
    this.panel.hidden = !this.pinned.length;
    const next = this.pinned.at(-1);
    if (next) next.pin.focus();
    else this.map.place.focus();
  }

  private press(event: KeyboardEvent, note: Pinned): void {
    const way = ARROWS[event.key];
    if (way) this.move(note, way[0] * STEP, way[1] * STEP);
    else if (event.key === "Delete" || event.key === "Backspace") this.remove(note);
    else if (event.key === "Enter") note.field.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Move a note by pixels of the page. */
  private move(note: Pinned, right: number, down: number): void {
    const { scale } = this.map.window;
    note.x += right / scale;
    note.y += down / scale;
    this.follow();
  }

  private listenToDrag(note: Pinned): void {
    let at: [number, number] | null = null;
    note.pin.addEventListener("pointerdown", (event) => {
      at = [event.clientX, event.clientY];
      note.pin.setPointerCapture(event.pointerId);
    });
    note.pin.addEventListener("pointermove", (event) => {
      if (!at) return;
      this.move(note, event.clientX - at[0], event.clientY - at[1]);
      at = [event.clientX, event.clientY];
    });
    for (const end of ["pointerup", "pointercancel"]) note.pin.addEventListener(end, () => (at = null));
  }

  /** Pins stay at their places of the map, whatever part of it is seen. */
  private follow(): void {
    for (const { x, y, pin } of this.pinned) {
      const [left, top] = this.map.toWindow(x, y);
      pin.style.transform = `translate(${left}px, ${top}px) translate(-50%, -100%)`;
    }
  }
}
