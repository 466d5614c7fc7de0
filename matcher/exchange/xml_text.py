"""Texts that an XML file can hold."""

from __future__ import annotations

import re

import networkx as nx

# XML 1.0, section 2.2: these have no place in a document, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text without characters that XML forbids.

    >>> xml_text("Klub\\x0b 7")
    'Klub 7'
    """
    return _FORBIDDEN.sub("", text)


def writable(drawn: nx.Graph[str]) -> nx.Graph[str]:
    """The graph with such texts; it is changed and given back."""
    for _, values in drawn.nodes(data=True):
        _clean(values)
    for _, _, values in drawn.edges(data=True):
        _clean(values)
    return drawn


def _clean(values: dict[str, object]) -> None:
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = xml_text(value)
