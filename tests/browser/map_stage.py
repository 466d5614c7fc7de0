"""A page with nothing but a map's stage, and compact files of networks made for tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify
from jinja2 import Environment, PackageLoader

import webui
from tests.webui.serving import served
from webui.security import HEADERS

Place = tuple[float, float]
Tie = tuple[int, int]

PAGE = """{% import "maps/parts.html" as parts with context -%}
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/app.css"></head>
<body><main class="page-container"><div class="container"><h1>Map</h1>
<div class="map" data-role="map">{{ parts.stage("Network map", tools=true) }}</div>
<div id="map-results" data-map-data="/data"></div></div></main>
<script src="/static/map.js" defer></script></body></html>"""


def make_file(places: Sequence[Place], ties: Sequence[Tie] = (), **more: Any) -> dict[str, Any]:
    """A compact file: nodes n0, n1 … at places, the first one largest, tied as told."""
    count = len(places)
    ends = sorted((min(tie), max(tie)) for tie in ties)
    starts = [a for a, _ in ends]
    degree = Counter(end for tie in ends for end in tie)
    return {
        "v": 1,
        "revision": 1,
        "as_of": "2026-01-01",
        "nodes": {
            "ids": [f"n{k}" for k in range(count)],
            "names": [f"Forening {k}" for k in range(count)],
            "x": [round(x) for x, _ in places],
            "y": [round(y) for _, y in places],
            "radius": [max(200 - k, 80) for k in range(count)],
            "fill": [k % 2 for k in range(count)],
            "shape": [k % 4 for k in range(count)],
            "group": [-1] * count,
            "sector": [0] * count,
            "kind": [-1] * count,
            "area": [0] * count,
            "ties": [degree[k] for k in range(count)],
            "joined": [0] * count,
            **more.pop("nodes", {}),
        },
        "ties": {
            "a": [a - b for a, b in zip(starts, [0, *starts], strict=False)],
            "b": [b for _, b in ends],
            "line": [k % 2 for k in range(len(ends))],
            "width": [16] * len(ends),
            "since": [0] * len(ends),
            "until": [0] * len(ends),
            "unwritten": [],
            **more.pop("tie_columns", {}),
        },
        "hubs": [],
        "together": "ties",
        "fills": ["#1a519c", "#d0590a"],
        "shapes": ["dot", "square", "triangle", "diamond"],
        "lines": [{"colour": "#7d9297", "dashes": []}, {"colour": "#a9b4b7", "dashes": [5, 5]}],
        "groups": [],
        "sectors": ["Association"],
        "kinds": [],
        "areas": ["Valby"],
        "marked": [],
        "joins": [],
        "open": "/organisations/",
        "labels": "some",
        **more,
    }


def make_cross() -> dict[str, Any]:
    """One in the middle, tied to one on each side: n1 right, n2 below, n3 left, n4 above."""
    return make_file(
        [(0, 0), (200, 0), (0, 200), (-200, 0), (0, -200)], [(0, k) for k in range(1, 5)]
    )


def make_star(arms: int) -> dict[str, Any]:
    """One that is tied to everybody else."""
    around = [
        (60 * (9 + k % 40) * cos(2 * pi * k / arms), 60 * (9 + k % 40) * sin(2 * pi * k / arms))
        for k in range(arms)
    ]
    return make_file([(0, 0), *around], [(0, k + 1) for k in range(arms)])


def make_isolates(count: int) -> dict[str, Any]:
    """So many that know nobody, side by side."""
    return make_file([(60 * (k % 20), 60 * (k // 20)) for k in range(count)])


def make_crowd(groups: int, members: int) -> dict[str, Any]:
    """Groups of so many in rings, side by side, each tied to the next."""
    places, group = [], []
    for k in range(groups):
        x, y = 1500 * (k % 6), 1500 * (k // 6)
        for m in range(members):
            far = 60 + 480 * m / members
            places.append((x + far * cos(2.4 * m), y + far * sin(2.4 * m)))
            group.append(k)
    heads = [k * members for k in range(groups)]
    ties = [(head, head + m) for head in heads for m in range(1, members, 9)]
    ties += pairwise(heads)
    named = [{"id": str(k), "name": f"Kreds {k}", "members": members} for k in range(groups)]
    return make_file(places, ties, nodes={"group": group}, groups=named)


@contextmanager
def stage(file: dict[str, Any]) -> Iterator[str]:
    """The address of a page that shows the file, under the policy that all pages have."""
    environment = Environment(
        loader=PackageLoader("webui"), autoescape=True, extensions=["jinja2.ext.i18n"]
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.globals["url_for"] = lambda *_, **__: ""
    text = environment.from_string(PAGE).render()
    app = Flask("stage", static_folder=str(Path(webui.__file__).parent / "static"))

    @app.get("/")
    def page() -> str:
        return text

    @app.get("/data")
    def data() -> Response:
        return jsonify(file)

    @app.after_request
    def guard(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    with served(app) as address:
        yield address
