"""A map as GEXF with its times, for Gephi's timeline.

GEXF 1.3 (http://gexf.net/1.3): a graph of mode "dynamic" with days as its times. Programs that
read no times, as Gephi Lite, want the static file (`matcher.exchange.gexf`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

from matcher.exchange.xml_text import xml_text
from matcher.network.evidence import day
from matcher.network.picture import MapNode, MapPicture, MapTie

_GEXF, _VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
_NODE = (("sector", "string"), ("kind", "string"), ("area", "string"), ("group", "string"))
_EDGE = (("kinds", "string"), ("evidence", "string"), ("current", "boolean"))

Span = tuple[date | None, date | None]


def write(picture: MapPicture, language: str = "da") -> bytes:
    """The file: organisations from the day they joined, ties with their spells.

    What is not known is left out: a tie without dates is always there, as is one who is tied by
    it. `kinds` and `evidence` are separated by "|", as in the static file. `language` is that of
    the words "kind" is labelled with.
    """
    ET.register_namespace("", _GEXF)
    ET.register_namespace("viz", _VIZ)
    root = ET.Element(_tag("gexf"), version="1.3")
    meta = ET.SubElement(root, _tag("meta"), lastmodifieddate=picture.as_of.isoformat())
    ET.SubElement(meta, _tag("creator")).text = "Samspil"
    drawn = ET.SubElement(
        root,
        _tag("graph"),
        mode="dynamic",
        defaultedgetype="undirected",
        timeformat="date",
        timerepresentation="interval",
    )
    _declare(drawn, "node", _NODE)
    _declare(drawn, "edge", _EDGE)
    spells = _spells(picture)
    always = _always_there(picture.ties, spells)
    nodes = ET.SubElement(drawn, _tag("nodes"))
    for node in picture.nodes:
        _node(nodes, node, language, None if node.id in always else node.joined)
    edges = ET.SubElement(drawn, _tag("edges"))
    for number, (tie, spans) in enumerate(zip(picture.ties, spells, strict=True)):
        _edge(edges, number, tie, spans)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _tag(name: str, space: str = _GEXF) -> str:
    return f"{{{space}}}{name}"


def _declare(drawn: ET.Element, kind: str, attributes: Sequence[tuple[str, str]]) -> None:
    declared = ET.SubElement(drawn, _tag("attributes"), {"class": kind, "mode": "static"})
    for title, form in attributes:
        ET.SubElement(declared, _tag("attribute"), id=title, title=title, type=form)


def _always_there(ties: Sequence[MapTie], spells: Sequence[tuple[Span, ...]]) -> set[str]:
    """The organisations with a tie that began nobody knows when: no tie is there without them."""
    return {
        end
        for tie, spans in zip(ties, spells, strict=True)
        if spans[0][0] is None
        for end in (tie.a, tie.b)
    }


def _node(nodes: ET.Element, node: MapNode, language: str, joined: date | None) -> None:
    written = ET.SubElement(nodes, _tag("node"), id=xml_text(node.id), label=xml_text(node.name))
    if joined:
        written.set("start", joined.isoformat())
    kind = getattr(node.label, language) if node.label else None
    _values(written, {"sector": node.sector, "kind": kind, "area": node.area, "group": node.group})
    position = {"x": str(node.x), "y": str(-node.y), "z": "0.0"}  # upwards in graph formats
    ET.SubElement(written, _tag("position", _VIZ), position)
    ET.SubElement(written, _tag("size", _VIZ), value=str(node.size))


def _edge(edges: ET.Element, number: int, tie: MapTie, spans: tuple[Span, ...]) -> None:
    ends = {"id": str(number), "source": xml_text(tie.a), "target": xml_text(tie.b)}
    written = ET.SubElement(edges, _tag("edge"), ends, weight=str(tie.strength))
    _values(
        written,
        {
            "kinds": "|".join(tie.kinds),
            "evidence": "|".join(tie.evidence),
            "current": str(tie.current).lower(),
        },
    )
    if len(spans) > 1:
        spells = ET.SubElement(written, _tag("spells"))
        for span in spans:
            _times(ET.SubElement(spells, _tag("spell")), span)
    else:
        _times(written, *spans)


def _times(element: ET.Element, span: Span) -> None:
    for name, value in zip(("start", "end"), span, strict=True):
        if value is not None:
            element.set(name, value.isoformat())


def _values(element: ET.Element, values: dict[str, str | None]) -> None:
    known = {name: value for name, value in values.items() if value}
    if not known:
        return
    written = ET.SubElement(element, _tag("attvalues"))
    for name, value in known.items():
        ET.SubElement(written, _tag("attvalue"), {"for": name, "value": xml_text(value)})


def _spells(picture: MapPicture) -> list[tuple[Span, ...]]:
    """For each tie the times when it went on, those that touch or overlap as one.

    A piece of evidence without dates says nothing of when; it counts only where no other does.
    """
    ties = picture.columns.ties
    pieces = ties.pieces
    found = []
    for first, count in zip(ties.first.tolist(), ties.count.tolist(), strict=True):
        times = [
            (day(int(pieces.since[place])), day(int(pieces.until[place])))
            for place in range(first, first + count)
        ]
        dated = [span for span in times if span != (None, None)]
        found.append(_together(dated) or ((None, None),))
    return found


def _together(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span[0] or date.min):
        if joined and _touches(joined[-1][1], span[0]):
            since, until = joined.pop()
            last = None if until is None or span[1] is None else max(until, span[1])
            joined.append((since, last))
        else:
            joined.append(span)
    return tuple(joined)


def _touches(until: date | None, since: date | None) -> bool:
    return until is None or since is None or (since - until).days <= 1
