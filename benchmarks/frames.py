"""How fast a picture in a browser is there, and how it moves under a hand."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tools import browser as browsers

FLAGS = ("--no-sandbox", "--disable-gpu")  # as root, and without a graphics card
WINDOW: ViewportSize = {"width": 1280, "height": 900}
SECONDS = 2.0  # of each gesture
STEP = 0.01  # seconds between movements of the hand: more often than frames come
REST = 600  # milliseconds after a gesture, for the sharp picture to be drawn

_COUNT = """() => {
  const times = [];
  let on = true;
  const frame = (time) => { times.push(time); if (on) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  window.stopCounting = () => { on = false; return times; };
}"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Motion:
    """Frames per second, and the longest that one took in milliseconds."""

    frames: float
    longest: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """Seconds from navigation to the first picture, and its motion while panned and zoomed.

    None where it was not there in time.
    """

    ready: float
    pan: Motion | None = None
    zoom: Motion | None = None


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser without a graphics card."""
    path = browsers.find()
    if path is None:
        raise SystemExit(browsers.MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


def moved(page: Page, canvas: str, ready: float) -> Measured:
    """Pan and zoom what is drawn in an element, with a mouse."""
    box = page.locator(canvas).first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, min(box["y"] + box["height"] / 2, WINDOW["height"] - 100)
    page.wait_for_timeout(REST)
    page.mouse.move(x, y)
    page.mouse.down()
    pan = _motion(
        page, lambda k: page.mouse.move(x + 200 * math.sin(k / 25), y + 80 * math.sin(k / 17))
    )
    page.mouse.up()
    page.wait_for_timeout(REST)
    zoom = _motion(page, lambda k: page.mouse.wheel(0, -60 if k // 50 % 2 == 0 else 60))
    return Measured(ready=ready, pan=pan, zoom=zoom)


def _motion(page: Page, step: Callable[[int], None]) -> Motion:
    page.evaluate(_COUNT)
    start, k = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        step(k)
        k += 1
        time.sleep(max(0.0, start + k * STEP - time.perf_counter()))
    times = page.evaluate("window.stopCounting()")
    gaps = [after - before for before, after in pairwise(times)]
    return Motion(frames=1000 * len(gaps) / sum(gaps), longest=max(gaps))
