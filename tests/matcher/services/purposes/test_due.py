"""What the purpose has people do, and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from matcher.partnership.due import Due
from matcher.services.installation import Installation
from matcher.services.purposes import remark
from matcher.services.purposes.due import ASKED, PATIENCE, due
from matcher.store import documents
from tests.factories import EDITOR
from tests.matcher.services.dues import HERE
from tests.matcher.services.purposes.making import (
    TODAY,
    Together,
    answer,
    give,
    make_form,
    make_together,
    write,
)


@pytest.fixture
def together(installation: Installation) -> Together:
    """A collaboration of two, each with a link."""
    return make_together(installation)


def dues(together: Together, days: int = 0) -> list[Due]:
    """All that is known to be due on a day, so many days from now."""
    with together.installation.reading() as session:
        return list(due(session, TODAY + timedelta(days=days), HERE))


def of(together: Together, name: str) -> list[str]:
    return [each.kind for each in dues(together) if each.party == together.parties[name]]


def test_parties_are_asked_and_who_answers_for_it_is_reminded_later(together: Together) -> None:
    assert of(together, "Beboerhuset") == ["answer"]
    answer(together, "Beboerhuset", purpose="Mad")
    assert of(together, "Beboerhuset") == []
    assert of(together, "Plejehjemmet") == ["answer"]
    reminded = [each for each in dues(together) if each.party is None]
    assert [each.day for each in reminded] == [TODAY + PATIENCE]
    assert reminded[0].path == f"/collaborations/{together.id}/purpose"


def test_the_text_is_for_the_house_to_write_when_all_have_answered(together: Together) -> None:
    for name in together.parties:
        answer(together, name, purpose="Mad")
    assert [(each.key.split(":")[-1], each.party) for each in dues(together)] == [("text", None)]


def test_each_confirms_and_then_nothing_is_due(together: Together) -> None:
    write(together)
    assert of(together, "Beboerhuset") == ["confirmation"]
    give(together, "Beboerhuset", 2)
    assert of(together, "Beboerhuset") == []
    assert of(together, "Plejehjemmet") == ["confirmation"]
    give(together, "Plejehjemmet", 2)
    assert dues(together) == []


def test_another_text_is_another_thing_to_confirm(together: Together) -> None:
    write(together)
    before = {each.key for each in dues(together)}
    write(together, need="Vi har spurgt dem.")
    assert before.isdisjoint(each.key for each in dues(together))


def test_who_would_have_it_different_waits_for_the_house(together: Together) -> None:
    write(together)
    said = make_form(remark="Også de unge")
    remark(together.installation, together.here("Beboerhuset"), 2, said, as_of=TODAY)
    assert of(together, "Beboerhuset") == []
    assert any("remark" in each.key and each.day == TODAY for each in dues(together))


def test_links_that_were_given_for_other_things_do_not_ask_for_ever(together: Together) -> None:
    assert dues(together, ASKED.days)
    assert dues(together, ASKED.days + 1) == []


def test_nothing_is_due_when_it_has_ended(together: Together) -> None:
    with together.installation.writing(EDITOR) as work:
        document = documents.read(work.session, "collaboration", [together.id])[together.id]
        ended = {**document, "end": (TODAY - timedelta(days=1)).isoformat()}
        documents.write(work, "collaboration", {together.id: ended})
        work.commit()
    assert dues(together) == []


def test_a_party_without_a_link_is_not_asked(installation: Installation) -> None:
    together = make_together(installation, without_link=("Plejehjemmet",))
    assert of(together, "Plejehjemmet") == []
