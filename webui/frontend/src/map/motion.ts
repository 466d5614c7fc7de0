// Movement by itself: none for those who have asked for none.

const DURATION = 300;

export function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function eased(share: number): number {
  return share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
}

/** Runs one movement at a time: a new one begins where the last one is. */
export class Motion {
  private frame = 0;

  /** Call `step` with a share from 0 to 1 until `duration` is over, then `done`. */
  run(step: (share: number) => void, done: () => void = () => undefined, duration = DURATION): void {
    this.stop();
    if (still()) {
      step(1);
      return done();
    }
    const start = performance.now();
    const next = (time: number): void => {
      const share = Math.min(Math.max((time - start) / duration, 0), 1);
      if (share < 1) this.frame = requestAnimationFrame(next);
      step(eased(share));
      if (share === 1) done();
    };
    this.frame = requestAnimationFrame(next);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }
}
