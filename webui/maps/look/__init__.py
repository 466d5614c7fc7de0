"""How a map looks, as data: each thing it says has one way to say it, also what is not known.

`read_look` and `as_query` are a look in an address, `styled` gives every node and tie of a picture
its colour, shape, size and line, with the legend that says what they mean. Shapes always tell the
sector, so that nothing is told by colour alone.
"""

from __future__ import annotations

from webui.maps.look.legend import Legend, LegendEntry, LegendSection, Line, Mark
from webui.maps.look.styled import Measures, Styled, styled
from webui.maps.look.words import CHOICES, KEYS, TITLES, Look, as_query, read_look

__all__ = [
    "CHOICES",
    "KEYS",
    "TITLES",
    "Legend",
    "LegendEntry",
    "LegendSection",
    "Line",
    "Look",
    "Mark",
    "Measures",
    "Styled",
    "as_query",
    "read_look",
    "styled",
]
