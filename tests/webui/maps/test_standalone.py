"""The map as one file."""

from __future__ import annotations

import re
from pathlib import Path

from tests.matcher.network.makers import NASTY, make_nasty, make_picture
from webui.maps.standalone import standalone, write


def test_nothing_in_it_is_fetched() -> None:
    text = standalone(make_picture(), "da")
    addresses = re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)""", text)
    assert not [each for each in addresses if re.match(r"(https?:)?//", each)]
    assert "default-src 'none'" in text


def test_names_cannot_end_the_script_or_the_cell() -> None:
    text = standalone(make_nasty(), "da")
    assert NASTY not in text
    assert text.count("</script>") == 2


def test_it_is_in_the_language_asked_for() -> None:
    assert '<html lang="en">' in standalone(make_picture(), "en")
    assert "Klub" in standalone(make_picture(), "da")


def test_written_to_a_file(tmp_path: Path) -> None:
    write(make_picture(), tmp_path / "map.html", "da")
    assert (tmp_path / "map.html").read_text("utf-8") == standalone(make_picture(), "da")
