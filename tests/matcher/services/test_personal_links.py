"""Personal links open what they are for, until they run out or are withdrawn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from matcher.errors import Refusal
from matcher.services.access import may
from matcher.services.installation import Installation
from matcher.services.parties import party_here
from matcher.services.personal_links import (
    line,
    lines,
    lines_of,
    link_of,
    links_of,
    opened,
    withdraw,
)
from tests.factories import (
    EDITOR,
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)

TODAY = date.today()


@pytest.fixture
def party(installation: Installation) -> str:
    ends = [make_organisation(installation, name) for name in ("Ældre Sagen", "Plejehjemmet")]
    return make_parties(installation, make_collaboration(installation, "Havedag", ends))[ends[0]]


def token(path: str) -> str:
    return path.rpartition("/")[2]


def test_a_link_opens_its_party(installation: Installation, party: str) -> None:
    path = make_personal_link(installation, "party", party)
    assert opened(installation, token(path), "party") == party
    here = party_here(installation, token(path), TODAY)
    assert (here.party.id, here.title) == (party, "Havedag")
    assert [other.name for other in here.others] == ["Plejehjemmet"]
    assert may(here.actor, "answer_as_party", party)
    assert not may(here.actor, "answer_as_party", "another")
    assert not may(here.actor, "show_partnership")


def test_a_subject_keeps_its_link(installation: Installation, party: str) -> None:
    first = make_personal_link(installation, "party", party)
    assert make_personal_link(installation, "party", party) == first


@pytest.mark.parametrize("spoil", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x", str.upper])
def test_another_token_opens_nothing(installation: Installation, party: str, spoil: object) -> None:
    path = make_personal_link(installation, "party", party)
    with pytest.raises(Refusal) as refused:
        opened(installation, spoil(token(path)), "party")  # type: ignore[operator]
    assert refused.value.code == "link_expired"


def test_a_token_is_for_one_sort_of_subject(installation: Installation, party: str) -> None:
    path = make_personal_link(installation, "party", party)
    with pytest.raises(Refusal):
        opened(installation, token(path), "event")


def test_a_link_that_was_withdrawn_opens_nothing(installation: Installation, party: str) -> None:
    path = make_personal_link(installation, "party", party)
    with installation.writing(EDITOR) as work:
        assert withdraw(work, "party", party)
        work.commit()
    with pytest.raises(Refusal):
        opened(installation, token(path), "party")
    assert make_personal_link(installation, "party", party) != path


def test_a_link_that_ran_out_says_when(installation: Installation, party: str) -> None:
    with installation.writing(EDITOR) as work:
        link = link_of(work, "party", party, days=-1)
        work.commit()
    path = line(installation, link).path
    with pytest.raises(Refusal) as refused:
        opened(installation, token(path), "party")
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()
    assert refused.value.text.values["day"] == yesterday


def test_who_has_left_may_read_and_not_write(installation: Installation) -> None:
    ends = [make_organisation(installation, name) for name in ("Ældre Sagen", "Plejehjemmet")]
    gone = {"organisation": ends[0], "role": None, "since": None, "until": "2020-01-01"}
    collaboration = make_collaboration(installation, "Havedag", [gone, ends[1]])
    party = make_parties(installation, collaboration)[ends[0]]
    path = make_personal_link(installation, "party", party)
    here = party_here(installation, token(path), TODAY)
    assert here.party.left
    with pytest.raises(Refusal) as refused:
        here.require_there()
    assert refused.value.code == "forbidden"


def test_links_of_more_subjects_than_a_statement_takes_are_found(
    installation: Installation, party: str
) -> None:
    path = make_personal_link(installation, "party", party)
    ids = {*(f"p{number}" for number in range(70_000)), party}
    with installation.reading() as session:
        found = lines_of(installation, session, "party", ids)
    assert {key: each.path for key, each in found.items()} == {party: path}


def test_many_subjects_get_their_links_at_once(installation: Installation, party: str) -> None:
    kept = make_personal_link(installation, "party", party)
    ids = {party, *(f"party-{number}" for number in range(30))}
    sent: list[str] = []

    def collect(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            sent.append(statement)

    with installation.writing(EDITOR) as work:
        links = links_of(work, "party", ids)
        work.commit()
    found = lines(installation, links)
    assert found.keys() == ids
    assert found[party].path == kept
    assert len({each.path for each in found.values()}) == len(ids)
    with installation.writing(EDITOR) as work:
        event.listen(installation.database.engine, "before_cursor_execute", collect)
        again = links_of(work, "party", ids)
        event.remove(installation.database.engine, "before_cursor_execute", collect)
        assert {key: each.id for key, each in again.items()} == {
            key: each.id for key, each in found.items()
        }
    assert len(sent) == 1, "links that are there are read together"
