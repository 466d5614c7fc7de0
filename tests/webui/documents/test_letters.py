"""The letters of documents."""

from __future__ import annotations

import pytest

from webui.documents.letters import letters


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_widths_are_those_of_the_font(weight: str) -> None:
    font = letters(weight)
    assert font.width("", 10) == 0
    assert font.width("iii", 10) < font.width("mmm", 10)
    assert font.width("Kvædehaven", 20) == pytest.approx(2 * font.width("Kvædehaven", 10))
    # Figures are all as wide as each other, so that columns of them stand straight.
    assert len({font.width(figure, 10) for figure in "0123456789"}) == 1


def test_danish_and_typographic_signs_are_there() -> None:
    text = "Æ Ø Å æ ø å é ü ő – “x” … · ×"
    assert letters().known(text) == text


def test_what_the_font_does_not_have_is_replaced_and_breaks_are_blanks() -> None:
    assert letters().known("a\nb\tc 😀中\u200b\u202e!") == "a b c ??!"
