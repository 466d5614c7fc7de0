"""Finding organisations by name, sector, theme and area, as Danes write."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.organisations import (
    OrganisationFilter,
    complete_organisation,
    search_organisations,
)
from matcher.services.organisations.search import PER_PAGE, FoundOrganisations
from tests.factories import EDITOR, READER, make_organisation


@pytest.fixture
def some(installation: Installation) -> Installation:
    """Six organisations, one of them hidden."""
    make_organisation(installation, "Åse Hansens Fond", sector="association", themes=["green"])
    make_organisation(installation, "Ældre Sagen Valby", sector="association", district="Valby")
    make_organisation(installation, "Zoologisk Have", sector="business", cvr="25313763")
    make_organisation(installation, "Ørestad Skole", sector="public", municipality="København")
    make_organisation(installation, "Café Aase", municipality="København", district="Valby")
    make_organisation(installation, "Skjult Åse", hidden=True)
    return installation


def find(installation: Installation, page: int = 1, **wanted: object) -> FoundOrganisations:
    """What a reader finds."""
    return search_organisations(installation, READER, OrganisationFilter(**wanted), page=page)  # type: ignore[arg-type]


def names(found: FoundOrganisations) -> list[str]:
    """The names found, in order."""
    return [line.name for line in found.lines]


@pytest.mark.parametrize("text", ["a " * 2_000, "x" * 60_000, "\ufdfa" * 60_000, "%" * 60_000])
def test_a_text_without_end_finds_nothing(some: Installation, text: str) -> None:
    assert names(find(some, text=text)) == (
        ["Café Aase", "Zoologisk Have", "Ældre Sagen Valby", "Ørestad Skole", "Åse Hansens Fond"]
        if text.startswith("a ")
        else []
    )
    assert len(complete_organisation(some, READER, text)) == len(names(find(some, text=text)))


@pytest.mark.parametrize("text", ["Åse", "aase", "AASE", "åse", "  ÅSE ", "A\u030ase"])
def test_case_and_danish_spelling_do_not_matter(some: Installation, text: str) -> None:
    assert names(find(some, text=text)) == ["Åse Hansens Fond", "Café Aase"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("ørestad", "Ørestad Skole"), ("OERESTAD", "Ørestad Skole"), ("aeldre", "Ældre Sagen Valby")],
)
def test_oe_and_ae_are_spelled_either_way(some: Installation, text: str, name: str) -> None:
    assert names(find(some, text=text)) == [name]


def test_the_list_is_in_danish_order(some: Installation) -> None:
    assert names(find(some)) == [
        "Café Aase",
        "Zoologisk Have",
        "Ældre Sagen Valby",
        "Ørestad Skole",
        "Åse Hansens Fond",
    ]


def test_every_word_must_be_in_the_name_in_any_order(some: Installation) -> None:
    assert names(find(some, text="valby ældre")) == ["Ældre Sagen Valby"]
    assert names(find(some, text="valby skole")) == []


def test_signs_with_a_meaning_in_sql_are_only_signs(some: Installation) -> None:
    assert find(some, text="%").total == 0
    assert find(some, text="_").total == 0
    assert find(some, text="'; drop table organisation; --").total == 0


@pytest.mark.parametrize("text", ["25313763", "25 31 37 63"])
def test_a_cvr_number_finds_its_organisation(some: Installation, text: str) -> None:
    assert names(find(some, text=text)) == ["Zoologisk Have"]


def test_filters_narrow_together(some: Installation) -> None:
    assert names(find(some, sector="association", theme="green")) == ["Åse Hansens Fond"]
    assert names(find(some, area="Valby")) == ["Café Aase", "Ældre Sagen Valby"]
    assert names(find(some, area="København")) == ["Café Aase", "Ørestad Skole"]
    assert names(find(some, sector="unknown")) == ["Café Aase"]


def test_counts_tell_what_each_sector_would_give(some: Installation) -> None:
    found = find(some, text="a", sector="business")
    assert found.total == 1
    assert found.by_sector == {"association": 2, "business": 1, "public": 1, "unknown": 1}


def test_hidden_ones_are_found_by_editors_who_ask(some: Installation) -> None:
    wanted = OrganisationFilter(text="skjult", hidden=True)
    assert search_organisations(some, EDITOR, wanted).total == 1
    assert search_organisations(some, READER, wanted).total == 0
    assert find(some, text="skjult").total == 0


def test_areas_to_choose_from_are_those_in_use(some: Installation) -> None:
    areas = find(some).areas
    assert areas.municipalities == ("København",)
    assert areas.districts == ("Valby",)


def test_a_page_beyond_the_last_is_the_last(installation: Installation) -> None:
    for number in range(PER_PAGE + 1):
        make_organisation(installation, f"Nr. {number:03}")
    found = find(installation, page=99)
    assert (found.page, found.pages, found.total) == (2, 2, PER_PAGE + 1)
    assert names(found) == [f"Nr. {PER_PAGE:03}"]


def test_nothing_recorded_gives_an_empty_first_page(installation: Installation) -> None:
    found = find(installation)
    assert (found.lines, found.total, found.page, found.pages) == ((), 0, 1, 1)


def test_while_typing_those_that_begin_with_it_come_first(some: Installation) -> None:
    found = complete_organisation(some, READER, "aas")
    assert [line.name for line in found] == ["Åse Hansens Fond", "Café Aase"]
    assert complete_organisation(some, READER, "  ") == ()
    assert len(complete_organisation(some, READER, "a", limit=2)) == 2


def test_nobody_must_sign_in(some: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        search_organisations(some, NOBODY, OrganisationFilter())
    assert refused.value.code == "not_signed_in"
