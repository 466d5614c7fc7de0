"""Why a candidate stood on the list that it was chosen from."""

from __future__ import annotations

import pytest

from matcher.exchange.brief_text import BriefText, NeedText
from matcher.services.installation import Installation
from matcher.services.shortlists import add_candidate, show_shortlist
from matcher.services.shortlists.listed import why_listed
from matcher.services.shortlists.why import Why
from matcher.services.show_partners import show_partners
from tests.factories import EDITOR, READER, make_shortlist
from tests.neighbourhood import AS_OF, make_neighbourhood

LISTED = {"top": 5, "newness": 0.5, "also_small": 0, "include_current": False}


@pytest.fixture(autouse=True)
def neighbourhood(installation: Installation) -> None:
    make_neighbourhood(installation)


def on_the_page(installation: Installation, candidate: str) -> Why:
    found = show_partners(installation, READER, "house", as_of=AS_OF, **LISTED)
    (why,) = [each.why for each in found.partners if each.id == candidate]
    return why


def test_what_the_page_says_is_kept_with_what_would_put_it_higher(
    installation: Installation,
) -> None:
    key = make_shortlist(installation, "Høstfest", "house")
    add_candidate(installation, EDITOR, "stranger", key, as_of=AS_OF, listed=LISTED)
    (entry,) = show_shortlist(installation, READER, key).entries
    assert entry.why == on_the_page(installation, "stranger")
    assert entry.why is not None
    assert entry.why.counterfactual is not None


def test_the_settings_of_the_list_are_in_the_reasons(installation: Installation) -> None:
    def weights(newness: float) -> list[float]:
        settings = {**LISTED, "newness": newness}
        why = why_listed(installation, EDITOR, "cafe", "house", settings, as_of=AS_OF)
        assert why is not None
        return [reason.weight for reason in why.reasons]

    assert weights(0.0) != weights(1.0)


def test_a_brief_has_its_list_too(installation: Installation) -> None:
    text = BriefText(asker="house", needs=(NeedText(term="meeting-room"),))
    why = why_listed(installation, EDITOR, "school", text, LISTED, as_of=AS_OF)
    assert why is not None
    assert why.asker == "house"


@pytest.mark.parametrize(
    ("candidate", "asked"), [("bridge", "house"), ("closed", "house"), ("cafe", None)]
)
def test_who_is_not_on_the_list_has_nothing_from_it(
    installation: Installation, candidate: str, asked: str | None
) -> None:
    assert why_listed(installation, EDITOR, candidate, asked, LISTED, as_of=AS_OF) is None


def test_a_current_partner_that_is_not_listed_has_reasons_of_its_own(
    installation: Installation,
) -> None:
    key = make_shortlist(installation, "Høstfest", "house")
    add_candidate(installation, EDITOR, "bridge", key, as_of=AS_OF, listed=LISTED)
    (entry,) = show_shortlist(installation, READER, key).entries
    assert entry.why is not None
