"""What people wrote in a field, as paragraphs and points."""

from __future__ import annotations

import re
from dataclasses import dataclass

_POINT = re.compile(r"\s*[-–•*]\s+(?=\S)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, or a point of a list (`item`)."""

    text: str
    item: bool = False


def blocks(text: str) -> list[Block]:
    """Paragraphs are what blank lines part; a line that begins with a dash or a dot is a point.

    >>> [(each.text, each.item) for each in blocks("Vi vil:\\n- synge\\n- spise\\n\\nOg gå.")]
    [('Vi vil:', False), ('synge', True), ('spise', True), ('Og gå.', False)]
    """
    found: list[Block] = []
    broken = True
    for line in text.splitlines():
        words = " ".join(line.split())
        point = _POINT.match(line)
        if point:
            found.append(Block(text=" ".join(line[point.end() :].split()), item=True))
        elif words and not broken and not found[-1].item:
            found[-1] = Block(text=f"{found[-1].text}\n{words}")
        elif words:
            found.append(Block(text=words))
        broken = not words
    return found
