"""What a collaboration's page tells, and its form."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.services.collaborations import (
    delete_collaboration,
    edit_collaboration,
    show_collaboration,
)
from matcher.services.installation import Installation
from tests.factories import (
    EDITOR,
    READER,
    make_collaboration,
    make_organisation,
    make_participant,
)

TODAY = date(2026, 6, 1)


def test_the_page_tells_who_takes_part_and_how(installation: Installation) -> None:
    a = make_organisation(installation, "Ørnen", sector="business", hidden=True)
    b = make_organisation(installation, "Abe", district="Valby")
    key = make_collaboration(
        installation,
        "Fest",
        [make_participant(a, role="vært", since="2026-01-01"), b],
        themes=["green"],
        funding_end="2026-07-01",
        funding_amount=5.5,
        area="Valby; Vanløse",
        sources=[("puljen", "9")],
    )
    page = show_collaboration(installation, READER, key, as_of=TODAY)
    assert [each.organisation.name for each in page.participants] == ["Abe", "Ørnen"]
    assert (page.participants[1].role, page.participants[1].since) == ("vært", date(2026, 1, 1))
    assert page.participants[0].organisation.area == "Valby"
    assert (page.state, page.funding_end) == ("current", date(2026, 7, 1))
    assert page.warning is not None
    assert page.area == "Valby; Vanløse"
    assert page.themes[0].en == "Green spaces"
    assert page.sources == (("puljen", "9"),)


def test_a_new_form_may_begin_with_a_participant(installation: Installation) -> None:
    key = make_organisation(installation, "Huset")
    page = edit_collaboration(installation, EDITOR, participant=key)
    assert (page.title, page.version) == ("", 0)
    assert page.form.rows["participants"][0]["organisation"] == "Huset"
    assert edit_collaboration(installation, EDITOR).form.rows["participants"] == ()


def test_a_deleted_one_is_not_found(installation: Installation) -> None:
    key = make_collaboration(installation, "Fest", [make_organisation(installation)])
    assert delete_collaboration(installation, EDITOR, key) == "Fest"
    for ask in (
        lambda: show_collaboration(installation, EDITOR, key, as_of=TODAY),
        lambda: edit_collaboration(installation, EDITOR, key),
        lambda: delete_collaboration(installation, EDITOR, key),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "not_found"


def test_readers_may_not_delete(installation: Installation) -> None:
    key = make_collaboration(installation)
    with pytest.raises(Refusal) as refusal:
        delete_collaboration(installation, READER, key)
    assert refusal.value.code == "forbidden"
