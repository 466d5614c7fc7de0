"""The formats of a map: one table for the page and the command line."""

from __future__ import annotations

from matcher.cli import map_file
from tests.matcher.network.makers import make_nasty, make_picture
from tests.webui.maps.test_standalone import make_sheet
from webui.maps.files import FORMATS


def test_page_and_command_line_offer_the_same() -> None:
    assert sorted(map_file.FORMATS) == sorted(FORMATS)


def test_each_format_writes_something_also_of_nobody() -> None:
    for ending, kind in FORMATS.items():
        for picture in (make_nasty(), make_picture(theme="song")):
            assert kind.write(make_sheet(picture)), ending
