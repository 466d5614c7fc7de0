"""Partners for an organisation as its page shows them."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.show_partners import show_partners
from tests.factories import READER, make_organisation, make_shortlist
from tests.neighbourhood import AS_OF, make_neighbourhood


def test_each_partner_is_told_with_where_it_is_kept(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house", ["cafe"])
    found = show_partners(installation, READER, "house", as_of=AS_OF)
    assert (found.id, found.name, found.as_of) == ("house", "Kulturhuset", AS_OF)
    assert (found.candidates, found.others, found.blank) == (3, 5, False)
    school, cafe, stranger = found.partners
    assert (school.rank, school.name, school.sector, school.area) == (
        1,
        "Ålholm Skole",
        "public",
        "Valby",
    )
    assert school.kind is not None
    assert school.kind.da == "Skole"
    assert school.why.score > cafe.why.score
    assert (school.kept_on, cafe.kept_on) == ((), ((key, "Høstfest"),))
    assert (stranger.sector, stranger.kind, stranger.area) == (None, None, None)


def test_one_of_whom_nothing_is_known_is_blank(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert show_partners(installation, READER, "stranger", as_of=AS_OF).blank


def test_one_who_is_alone_has_no_others(installation: Installation) -> None:
    make_organisation(installation, "Alene", id="alone", themes=["food"])
    make_organisation(installation, "Skjult", hidden=True)
    found = show_partners(installation, READER, "alone", as_of=AS_OF)
    assert (found.others, found.candidates, found.partners) == (0, 0, ())


@pytest.mark.parametrize("wrong", ["Kultur", "Kulturhuset", "nobody"])
def test_a_page_is_for_an_id_and_not_for_a_name(installation: Installation, wrong: str) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Kulturhuset Nord", hidden=True)
    with pytest.raises(Refusal) as refusal:
        show_partners(installation, READER, wrong, as_of=AS_OF)
    assert refusal.value.code == "not_found"


def test_a_link_does_not_open_it(installation: Installation) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refusal:
        show_partners(installation, Actor(role="link"), "house", as_of=AS_OF)
    assert refusal.value.code == "forbidden"
