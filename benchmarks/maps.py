"""How fast maps are there, and how they move, in headless Chromium without a graphics card.

    python -m benchmarks.maps [--sizes 1000 5000 10000 50000] [--runs 3] [--only page file …]

For every size a site of its own with a made network: its places are kept and its pages have been
asked for before. Each renderer is measured from navigation to the first picture, and in frames per
second while it is panned and zoomed with a mouse, two seconds each (medians of the runs):

page      the map's page: our own canvas, with picking, hover, search and names
sheets    the same with a mark on every tie, for none of them is in writing
file      the map as one file: vis-network 10
given     pyvis's own page (vis-network 9) with places from the server and physics off
pyvis     pyvis as it comes, laid out in the page; at most --limit seconds
bare      a bare canvas without picking, hover, names or search, as it was measured elsewhere

Below each table the page's data, packed, and what level of detail would cost vis-network: to
exchange what is shown for a group of 3,000.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as BrowserError
from rich.console import Console
from rich.table import Table

from benchmarks.frames import WINDOW, Measured, Motion, chromium, moved
from benchmarks.map_site import MapSite, map_site
from benchmarks.pyvis_pages import pyvis_page

BARE = {1000: (0.2, 60), 5000: (0.4, 60), 10000: (0.5, 60), 50000: (0.8, 60)}
"""Seconds and frames per second of a bare canvas on two cores without a card."""

LARGEST = {"file": 10000, "given": 10000, "pyvis": 1000}
"""Beyond this a renderer takes minutes."""

GROUP = 3000

_EXCHANGE = """async (count) => {
  const map = document.querySelector("[data-role=map]").map;
  const data = map.index.data;
  const nodes = data.nodes.slice(0, count);
  const ids = new Set(nodes.map((node) => node.id));
  const edges = data.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const start = performance.now();
  map.show({ ...data, nodes, edges });
  await frame();
  await frame();
  return performance.now() - start;
}"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is measured: a site, a context of the browser for it, and where files may be written."""

    site: MapSite
    context: BrowserContext
    folder: Path
    limit: float


def page(asked: Asked) -> Measured:
    """The map's page."""
    return _page(asked, "/maps")


def sheets(asked: Asked) -> Measured:
    """The map's page with marks where no agreement is written."""
    return _page(asked, "/maps?unwritten=everywhere")


def _page(asked: Asked, path: str) -> Measured:
    opened = asked.context.new_page()
    opened.goto(f"{asked.site.address}{path}")
    opened.wait_for_selector("[data-role=map][data-state=ready]", timeout=60_000)
    ready = opened.evaluate("performance.getEntriesByName('map-first-picture')[0].startTime")
    opened.evaluate("document.querySelector('[data-map=canvas]').scrollIntoView()")
    return moved(opened, "[data-map=canvas]", ready / 1000)


def file(asked: Asked) -> Measured:
    """The map as one file."""
    opened = _file(asked)
    ready = opened.evaluate("performance.now()")
    opened.evaluate("document.querySelector('[data-map=canvas]').scrollIntoView()")
    return moved(opened, "[data-map=canvas]", ready / 1000)


def _file(asked: Asked) -> Page:
    path = asked.folder / "map.html"
    if not path.exists():
        path.write_bytes(asked.site.fetch("/maps/network.html"))
    opened = asked.context.new_page()
    opened.goto(path.as_uri())
    opened.wait_for_selector("[data-role=map][data-state=ready]", timeout=120_000)
    return opened


def given(asked: Asked) -> Measured:
    """pyvis's page with places."""
    return _pyvis(asked, placed=True)


def pyvis(asked: Asked) -> Measured:
    """pyvis's page as it comes."""
    return _pyvis(asked, placed=False)


def _pyvis(asked: Asked, *, placed: bool) -> Measured:
    path = asked.folder / f"pyvis-{placed}.html"
    if not path.exists():
        path.write_text(pyvis_page(asked.site.picture, placed=placed), "utf-8")
    opened = asked.context.new_page()
    opened.goto(path.as_uri())
    try:
        opened.wait_for_function(
            "typeof network !== 'undefined' && network.physics.ready", timeout=1000 * asked.limit
        )
    except BrowserError:
        return Measured(ready=float("inf"))
    ready = opened.evaluate("performance.now()")
    return moved(opened, "#mynetwork", ready / 1000)


RENDERERS: dict[str, Callable[[Asked], Measured]] = {
    "page": page,
    "sheets": sheets,
    "file": file,
    "given": given,
    "pyvis": pyvis,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 5000, 10000, 50000])
    parser.add_argument("--only", nargs="*", choices=RENDERERS, default=list(RENDERERS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=120, help="seconds that pyvis may take")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    console = Console()
    for size in asked.sizes:
        with map_site(size, asked.seed) as site:
            console.print(_table(site, size, asked))
            console.print(_weight(site), highlight=False)
            if "file" in asked.only and GROUP < size <= LARGEST["file"]:
                console.print(_exchange(site), highlight=False)


def _table(site: MapSite, size: int, asked: argparse.Namespace) -> Table:
    title = f"{size:,} nodes, {site.picture.counts.ties:,} ties"
    table = Table("", "first picture, s", "pan", "zoom", "longest, ms", title=title)
    for name in asked.only:
        if size <= LARGEST.get(name, size):
            runs = [_run(site, RENDERERS[name], asked.limit) for _ in range(asked.runs)]
            table.add_row(name, *_cells(runs))
    if size in BARE:
        seconds, frames = BARE[size]
        table.add_row("bare", f"{seconds:.1f}", f"{frames}", f"{frames}", "")
    return table


def _run(site: MapSite, renderer: Callable[[Asked], Measured], limit: float) -> Measured:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        context = browser.new_context(viewport=WINDOW, locale="en-GB")
        context.add_cookies(
            [{"name": site.cookie["name"], "value": site.cookie["value"], "url": site.address}]
        )
        # pyvis asks other hosts for what it might need; here there are none.
        context.route(
            lambda url: not url.startswith(("file:", "data:", site.address)),
            lambda route: route.abort(),
        )
        return renderer(Asked(site=site, context=context, folder=Path(folder), limit=limit))


def _cells(runs: list[Measured]) -> list[str]:
    def frames(motions: list[Motion | None]) -> str:
        found = [motion.frames for motion in motions if motion is not None]
        return f"{median(found):.0f}" if found else "–"

    motions = [motion for run in runs for motion in (run.pan, run.zoom) if motion is not None]
    ready = median(run.ready for run in runs)
    return [
        "not in time" if ready == float("inf") else f"{ready:.2f}",
        frames([run.pan for run in runs]),
        frames([run.zoom for run in runs]),
        f"{median(motion.longest for motion in motions):.0f}" if motions else "–",
    ]


def _weight(site: MapSite) -> str:
    packed, counts = len(site.fetch("/maps/data")), site.picture.counts
    each = packed / (counts.organisations + counts.ties)
    return f"data: {packed / 1000:.0f} kB, {each:.1f} bytes for a node or tie"


def _exchange(site: MapSite) -> str:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        context = browser.new_context(viewport=WINDOW)
        opened = _file(Asked(site=site, context=context, folder=Path(folder), limit=120))
        took = median(opened.evaluate(_EXCHANGE, GROUP) for _ in range(3))
    return f"vis-network exchanges what is shown for a group of {GROUP:,} in {took:.0f} ms"


if __name__ == "__main__":
    main()
