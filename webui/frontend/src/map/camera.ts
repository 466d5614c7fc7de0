// Where the map is looked at from, and how that changes: by hand, or gliding by itself.
import { Motion } from "./motion";
import { between, same, type MapWindow } from "./view";

/** After the last movement it is at rest, in milliseconds. */
const REST = 140;

interface Heard {
  moved(): void;
  /** It is at rest; `own` if somebody moved it, not a step back. */
  rested(own: boolean): void;
}

export class Camera {
  window: MapWindow = { x: 0, y: 0, scale: 1 };
  moving = false;
  private readonly motion = new Motion();
  private rest = 0;
  private restoring = false;

  constructor(private readonly heard: Heard) {}

  /** Look from somewhere else at once: what it did by itself ends. */
  steer(window: MapWindow): void {
    this.motion.stop();
    this.restoring = false;
    this.change(window);
  }

  /** Go somewhere else by itself; a step back is no new step. */
  glide(to: MapWindow, restoring = false): void {
    this.restoring = restoring;
    const from = this.window;
    this.motion.run((share) => this.change(between(from, to, share)));
  }

  /** What has moved is at rest now, if it has. */
  flush(): boolean {
    clearTimeout(this.rest);
    if (!this.moving) return false;
    this.moving = false;
    this.heard.rested(!this.restoring);
    this.restoring = false;
    return true;
  }

  private change(window: MapWindow): void {
    if (same(window, this.window)) return;
    this.window = window;
    this.moving = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.flush(), REST);
    this.heard.moved();
  }
}
