"""What the map can be narrowed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY, OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.map_choices import map_choices
from matcher.services.set_up import set_up
from matcher.services.views import ViewText, save_view
from matcher.settings import Settings
from matcher.store.documents.table import write
from seed_data.vocabulary import read_vocabulary
from tests.webui.pages.gardens import make_garden, plant

AS_OF = date(2026, 5, 1)
OLD = ("club", "gone")
"""One who is shown and one who is hidden."""


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """An installation with the vocabularies and nothing else."""
    made = Installation(Settings(database_url=f"sqlite:///{tmp_path / 'choices.db'}"))
    set_up(made, OPERATOR, read_vocabulary())
    yield made
    made.close()


def test_only_what_is_there_can_be_chosen(installation: Installation) -> None:
    plant(installation)
    choices = map_choices(installation, OPERATOR, as_of=AS_OF)
    assert choices.sectors == ("association", "public", "business", None)
    assert [term for term, _ in choices.themes] == ["loneliness"]
    assert choices.areas == ("København", "Valby")
    assert choices.agreements == (None,)
    assert choices.evidence == ("collaboration",)
    assert choices.years == (2026, 2025, 2024)
    assert choices.last_money is None


def test_agreements_and_money_are_those_of_ties(installation: Installation) -> None:
    plant(installation)
    with installation.writing(OPERATOR) as work:
        paid = {**make_garden(), "agreement": "written", "funding_end": "2027-06-30"}
        write(work, "collaboration", {"garden": paid})
        work.commit()
    choices = map_choices(installation, OPERATOR, as_of=AS_OF)
    assert (choices.agreements, choices.last_money) == (("written",), date(2027, 6, 30))
    later = map_choices(installation, OPERATOR, as_of=date(2028, 1, 1))
    assert (later.years[0], later.last_money) == (2028, None)


def test_ties_of_those_who_are_hidden_are_not_told(installation: Installation) -> None:
    plant(installation)
    old = {**make_garden(), "title": "Den gamle have", "start": "1990-01-01"}
    old["participants"] = [each for each in old["participants"] if each["organisation"] in OLD]
    with installation.writing(OPERATOR) as work:
        write(work, "collaboration", {"old": old})
        work.commit()
    assert map_choices(installation, OPERATOR, as_of=AS_OF).years == (2026, 2025, 2024)


def test_a_link_to_a_view_tells_only_what_is_on_it(installation: Installation) -> None:
    plant(installation)
    text = ViewText(title="Nye", conditions={"only": "home,shop,new"})
    view = save_view(installation, OPERATOR, text).id
    holder = Actor(role="link", subject="map", subject_id=view)
    choices = map_choices(installation, holder, as_of=AS_OF)
    assert choices.sectors == ("public", "business", None)
    assert (choices.themes, choices.areas) == ((), ())
    assert choices.evidence == ("collaboration",)
    whole = map_choices(installation, replace(holder, subject_id=None), as_of=AS_OF)
    assert whole == map_choices(installation, OPERATOR, as_of=AS_OF)


def test_nothing_where_there_are_no_records(installation: Installation) -> None:
    choices = map_choices(installation, OPERATOR, as_of=AS_OF)
    assert (choices.sectors, choices.themes, choices.areas) == ((), (), ())
    assert (choices.agreements, choices.evidence, choices.years) == ((), (), ())


def test_who_may(installation: Installation) -> None:
    with pytest.raises(Refusal):
        map_choices(installation, NOBODY, as_of=AS_OF)
