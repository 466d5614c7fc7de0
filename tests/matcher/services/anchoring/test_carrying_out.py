"""A party sees what it is to do by what was decided, and says when it has."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from matcher.errors import Refusal
from matcher.services.anchoring import (
    carried_out,
    hold_talk,
    mark_decision,
    own_decisions,
    save_talk,
)
from matcher.services.due.gather import gather
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere, party_here
from matcher.store import documents
from matcher.store.queries import history
from tests.factories import EDITOR, make_parties, make_personal_link
from tests.matcher.services.anchoring.conftest import TODAY


@pytest.fixture
def decided(installation: Installation, garden: SimpleNamespace) -> dict[str, PartyHere]:
    """The parties, by the organisation; the house is to ask for money and to call."""
    parties = make_parties(installation, garden.key, contact_email="k@a.example")
    page = hold_talk(installation, EDITOR, garden.key, as_of=TODAY)
    rows = tuple(
        {"what": what, "owner": owner, "day": day, "decision_id": ""}
        for what, owner, day in (
            ("Ringe", "Beboerhuset", ""),
            ("Søge", "Beboerhuset", "2027-01-15"),
            ("Grave", "Haveforeningen", "2027-01-10"),
            ("Vente", "", "2027-01-10"),
        )
    )
    form = Form(values=page.form.values, rows={"decisions": rows})
    save_talk(installation, EDITOR, garden.key, page.key, form, version=0, as_of=TODAY)
    tokens = {key: make_personal_link(installation, "party", party).rpartition("/")[2]
              for key, party in parties.items()}  # fmt: skip
    return {key: party_here(installation, token, TODAY) for key, token in tokens.items()}


def own(installation: Installation, party: PartyHere) -> list[str]:
    return [each.what for each in own_decisions(installation, party, today=TODAY)]


def test_each_sees_its_own_and_the_first_to_do_first(
    installation: Installation, garden: SimpleNamespace, decided: dict[str, PartyHere]
) -> None:
    assert own(installation, decided[garden.a]) == ["Søge", "Ringe"]
    assert own(installation, decided[garden.b]) == ["Grave"]
    assert own(installation, decided[garden.c]) == []


def test_what_has_been_done_is_asked_of_nobody_any_more(
    installation: Installation, garden: SimpleNamespace, decided: dict[str, PartyHere]
) -> None:
    party = decided[garden.a]
    first, _ = own_decisions(installation, party, today=TODAY)
    for _ in range(2):
        assert carried_out(installation, party, first.talk, first.id, as_of=TODAY) == "Søge"
    assert own(installation, party) == ["Ringe"]
    with installation.reading() as session:
        told = [each.due.text.values for each in gather(installation, session, date(2027, 2, 1))
                if each.due.kind == "decision"]  # fmt: skip
        assert sorted({str(values["what"]) for values in told}) == ["Grave", "Vente"]
        change = history.newest(session, "talk", first.talk)
        assert change is not None
        assert change.actor_name == party.actor.name
    mark_decision(installation, EDITOR, garden.key, first.talk, first.id, done=False, as_of=TODAY)
    assert own(installation, party) == ["Søge", "Ringe"]


def test_what_is_anothers_or_not_there_is_refused(
    installation: Installation, garden: SimpleNamespace, decided: dict[str, PartyHere]
) -> None:
    (other,) = own_decisions(installation, decided[garden.b], today=TODAY)
    for talk, decision in ((other.talk, other.id), (other.talk, "gone"), ("gone", other.id)):
        with pytest.raises(Refusal) as refused:
            carried_out(installation, decided[garden.a], talk, decision, as_of=TODAY)
        assert refused.value.code == "not_found"
    assert own(installation, decided[garden.b]) == ["Grave"]


def test_a_party_that_left_has_nothing_to_do(
    installation: Installation, garden: SimpleNamespace, decided: dict[str, PartyHere]
) -> None:
    first, _ = own_decisions(installation, decided[garden.a], today=TODAY)
    with installation.writing(EDITOR) as work:
        record = documents.read(work.session, "collaboration", [garden.key])[garden.key]
        there = [p for p in record["participants"] if p["organisation"] != garden.a]
        documents.write(work, "collaboration", {garden.key: {**record, "participants": there}})
        work.commit()
    token = make_personal_link(installation, "party", decided[garden.a].party.id)
    left = party_here(installation, token.rpartition("/")[2], TODAY)
    assert own(installation, left) == []
    with pytest.raises(Refusal) as refused:
        carried_out(installation, left, first.talk, first.id, as_of=TODAY)
    assert refused.value.code == "forbidden"
