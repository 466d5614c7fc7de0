"""What people write in a field falls into paragraphs and points."""

from __future__ import annotations

import pytest

from webui.documents.blocks import blocks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\n ", []),
        ("En  linje", [("En linje", False)]),
        ("En\r\nto\r\n\r\ntre", [("En\nto", False), ("tre", False)]),
        ("- en\n– to\n• tre\n* fire", [("en", True), ("to", True), ("tre", True), ("fire", True)]),
        ("-", [("-", False)]),
        ("-5 grader", [("-5 grader", False)]),
        ("- en\nefter", [("en", True), ("efter", False)]),
        ("- ", [("-", False)]),
    ],
)
def test_paragraphs_and_points(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(each.text, each.item) for each in blocks(text)] == found
