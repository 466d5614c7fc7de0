// Steps that can be taken back: what is hidden, what is chosen, and where the map is looked at from.
import { same, type MapWindow } from "./view";

export interface Moment {
  readonly hidden: ReadonlySet<string>;
  readonly selection: readonly string[];
  readonly window: MapWindow;
}

const MOST = 100;
/** Moves that follow one another within this time are one step, in milliseconds. */
const ONE_MOVE = 1200;

function alike(a: Moment, b: Moment): boolean {
  const selection = a.selection.length === b.selection.length && a.selection.every((id, k) => id === b.selection[k]);
  const hidden = a.hidden.size === b.hidden.size && [...a.hidden].every((id) => b.hidden.has(id));
  return selection && hidden;
}

export class History {
  private readonly past: Moment[] = [];
  private readonly future: Moment[] = [];
  private moved = -Infinity;

  constructor(private now: Moment) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Remember that it is like this now; a step back leads to what was before. */
  remember(moment: Moment): void {
    const onlyMoved = alike(this.now, moment);
    if (onlyMoved && same(this.now.window, moment.window)) return;
    const time = performance.now();
    const goesOn = onlyMoved && time - this.moved < ONE_MOVE && this.past.length > 0;
    if (!goesOn) this.past.push(this.now);
    if (this.past.length > MOST) this.past.shift();
    this.moved = onlyMoved ? time : -Infinity;
    this.future.length = 0;
    this.now = moment;
  }

  undo(): Moment | null {
    return this.step(this.past, this.future);
  }

  redo(): Moment | null {
    return this.step(this.future, this.past);
  }

  private step(from: Moment[], to: Moment[]): Moment | null {
    const found = from.pop();
    if (!found) return null;
    to.push(this.now);
    this.now = found;
    this.moved = -Infinity;
    return found;
  }
}
