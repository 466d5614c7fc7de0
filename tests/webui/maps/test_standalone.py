"""The map as one file."""

from __future__ import annotations

import re

import pytest

from matcher.network.picture import MapPicture
from tests.matcher.network.makers import NASTY, make_nasty, make_picture
from webui.maps.look import Look, styled
from webui.maps.sheet import Sheet
from webui.maps.standalone import standalone


def make_sheet(picture: MapPicture, language: str = "da", **look: str) -> Sheet:
    """A map as a file gets it."""
    return Sheet(
        picture=picture,
        styled=styled(picture, Look(**look)),
        title="Kort <b>",
        conditions=("Kun Byen.",),
        language=language,
    )


def test_nothing_in_it_is_fetched() -> None:
    text = standalone(make_sheet(make_picture()))
    addresses = re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)""", text)
    assert not [each for each in addresses if re.match(r"(https?:)?//", each)]
    assert "default-src 'none'" in text


def test_names_cannot_end_the_script_or_the_cell() -> None:
    text = standalone(make_sheet(make_nasty()))
    assert NASTY not in text
    assert text.count("</script>") == 2
    assert "<h1>Kort &lt;b&gt;</h1>" in text


def test_it_is_in_the_language_asked_for() -> None:
    assert '<html lang="en">' in standalone(make_sheet(make_picture(), "en"))
    assert "Klub" in standalone(make_sheet(make_picture(), "da"))


def test_title_conditions_and_source_stand_on_it() -> None:
    text = standalone(make_sheet(make_picture(), "en"))
    assert "Kun Byen. 4 organisations and 3 ties." in text
    assert "Source: Samspil, as known on 1 May 2026." in text


def test_the_look_is_carried_over() -> None:
    picture = make_picture()
    shown = make_sheet(picture, "en", colour="kind", palette="standard")
    text = standalone(shown)
    assert "Colour: Kind" in text
    used = {shown.styled.fills[fill] for fill in shown.styled.fill.tolist()}
    assert all(f'"color":"{colour}"' in text.replace(": ", ":") for colour in used)


@pytest.mark.parametrize("view", [{"theme": "song"}, {"around": "e", "steps": 1}])
def test_an_empty_or_lonely_map_is_a_page_all_the_same(view: dict[str, object]) -> None:
    picture = make_picture(**view)
    text = standalone(make_sheet(picture, "en"))
    assert ("No organisation is on this map." in text) == (not picture.nodes)
    assert "Source: Samspil" in text


def test_the_legend_says_what_a_file_draws() -> None:
    hubs = make_sheet(make_picture(), "en", together="hubs")
    assert hubs.styled.legend.section("together") is not None
    assert "Collaborations of three or more" not in standalone(hubs)
