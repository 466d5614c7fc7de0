"""The theme that each organisation on a map is told by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from matcher.errors import Refusal
from matcher.network.picture import MapView
from matcher.services.access import NOBODY, OPERATOR
from matcher.services.draw_map import draw_map
from matcher.services.installation import Installation
from matcher.services.map_themes import map_themes
from matcher.services.set_up import set_up
from matcher.settings import Settings
from seed_data.vocabulary import read_vocabulary
from tests.factories import make_organisation
from tests.webui.pages.gardens import plant

AS_OF = date(2026, 5, 1)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """An installation with the vocabularies and nothing else."""
    made = Installation(Settings(database_url=f"sqlite:///{tmp_path / 'themes.db'}"))
    set_up(made, OPERATOR, read_vocabulary())
    yield made
    made.close()


def told(installation: Installation, view: MapView | None = None) -> dict[str, str | None]:
    """The theme of each organisation shown, in English."""
    picture = draw_map(installation, OPERATOR, view, as_of=AS_OF)
    found = map_themes(installation, OPERATOR, picture)
    return {
        key: found.names[place].en if place >= 0 else None
        for key, place in zip(picture.columns.nodes.ids, found.values.tolist(), strict=True)
    }


def test_who_has_no_theme_is_not_known(installation: Installation) -> None:
    plant(installation)
    found = told(installation)
    assert found["club"] is not None
    assert found["new"] is None
    assert "gone" not in found


def test_of_several_the_one_that_most_share(installation: Installation) -> None:
    for key, themes in (
        ("a", ["dementia"]),
        ("b", ["dementia", "loneliness"]),
        ("c", ["loneliness"]),
    ):
        make_organisation(installation, key, id=key, themes=themes)
    make_organisation(installation, "d", id="d", themes=["dementia"])
    found = told(installation)
    assert found["a"] == found["b"] == found["d"] != found["c"]


def test_nobody_has_no_theme(installation: Installation) -> None:
    plant(installation)
    assert told(installation, MapView(sector="public", area="Nowhere")) == {}


def test_who_may(installation: Installation) -> None:
    picture = draw_map(installation, OPERATOR, as_of=AS_OF)
    with pytest.raises(Refusal):
        map_themes(installation, NOBODY, picture)
