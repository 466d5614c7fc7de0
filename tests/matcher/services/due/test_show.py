"""Whose a thing to do is, and what each sees of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor
from matcher.services.due import DueList, show_due
from matcher.services.due.gather import gather
from matcher.services.due.table import SOURCES
from matcher.services.installation import Installation
from matcher.services.personal_links import withdraw
from matcher.store import documents
from matcher.store.queries import people
from matcher.store.tables import Party, User
from tests.factories import make_collaboration, make_organisation, make_parties, make_personal_link
from tests.matcher.services.dues import HERE, TODAY, make_due, make_party, set_dues


def make_user(where: Installation, name: str, role: str = "editor", **fields: object) -> Actor:
    """Somebody with an account; `name` is the first part of their e-mail address, too."""
    with where.writing(OPERATOR) as work:
        email = f"{name.casefold()}@samspil.example"
        user = people.add(work, email=email, role=role, name=name)
        for field, value in fields.items():
            setattr(user, field, value)
        work.commit()
        return Actor(role=role, id=user.id, name=name)  # type: ignore[arg-type]


def keys(found: DueList) -> list[str]:
    return [each.key for each in (*found.overdue, *found.week, *found.later)]


def whose(where: Installation) -> list[tuple[str, ...]]:
    """The e-mail addresses of those who are to do each thing."""
    with where.reading() as session:
        return [
            tuple(person.email for person in task.people) for task in gather(where, session, TODAY)
        ]


def test_one_sees_ones_own_by_day(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim, bo = make_user(installation, "Kim"), make_user(installation, "Bo", "reader")
    set_dues(
        monkeypatch,
        make_due("far", user=kim.id, day=TODAY + timedelta(days=90)),
        make_due("soon", user=kim.id, day=TODAY + timedelta(days=7)),
        make_due("late", user=kim.id, day=TODAY - timedelta(days=1)),
        make_due("his", user=bo.id),
    )
    found = show_due(installation, kim, TODAY)
    assert [[each.key for each in group] for group in (found.overdue, found.week, found.later)] == [
        ["late"], ["soon"], ["far"],
    ]  # fmt: skip
    assert {each.whose for each in found.week} == {None}
    assert keys(show_due(installation, bo, TODAY)) == ["his"]
    assert len(found) == 3


def test_editors_see_whose_everything_is_and_readers_do_not(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim, bo = make_user(installation, "Kim"), make_user(installation, "Bo", "reader")
    party = make_party(installation, contact_name="Grethe", contact_email="g@forening.example")
    set_dues(monkeypatch, make_due("a", user=kim.id), make_due("b", party=party),
             make_due("c", user=bo.id))  # fmt: skip
    found = show_due(installation, kim, TODAY, everybody=True)
    assert [each.whose for each in found.week] == [None, "Ældrehjælpen (Havedag) (Grethe)", "Bo"]
    with pytest.raises(Refusal) as refused:
        show_due(installation, bo, TODAY, everybody=True)
    assert refused.value.code == "forbidden"


def test_what_is_nobodys_is_the_administrators(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_user(installation, "Kim")
    first = make_user(installation, "Ada", "administrator")
    make_user(installation, "Eva", "administrator")
    make_user(installation, "Gone", "administrator", active=False)
    left = make_user(installation, "Left", active=False)
    set_dues(monkeypatch, make_due("a"), make_due("b", user=left.id), make_due("c", user="nobody"))
    both = ("ada@samspil.example", "eva@samspil.example")
    assert whose(installation) == [both] * 3
    assert keys(show_due(installation, first, TODAY)) == ["a", "b", "c"]


def test_without_anybody_nobody_is_told(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_dues(monkeypatch, make_due("a"))
    assert whose(installation) == [()]


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ({"contact_email": "a@forening.example", "deputy_email": "b@forening.example"},
         "a@forening.example"),
        ({"contact_name": "A", "deputy_email": "b@forening.example"}, "b@forening.example"),
        ({"contact_email": "no address", "deputy_email": "B@forening.example "},
         "b@forening.example"),
        ({"contact_name": "A"}, "kim@samspil.example"),
    ],
)  # fmt: skip
def test_a_partys_is_its_contact_persons_else_the_deputys_else_of_who_answers_for_it(
    contact: dict[str, str],
    told: str,
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kim = make_user(installation, "Kim")
    make_user(installation, "Ada", "administrator")
    ends = [make_organisation(installation, name) for name in ("Ældrehjælpen", "Skolen")]
    collaboration = make_collaboration(installation, "Havedag", ends)
    party = make_parties(installation, collaboration, actor=kim, **contact)[ends[0]]
    set_dues(monkeypatch, make_due(party=party, path="/purpose"))
    assert whose(installation) == [(told,)]


def test_who_is_told_anyway_is_not_told_in_a_partys_stead(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = make_user(installation, "Kim")
    party = make_party(installation, contact_name="Grethe", deputy_email="b@forening.example")
    other = make_party(installation, "Fest", contact_name="Grethe")
    dues = [make_due(key, party=key, echo=True) for key in (party, other)]
    set_dues(monkeypatch, make_due(user=kim.id, about="Å"), *dues)
    assert whose(installation) == [("b@forening.example",), ("kim@samspil.example",)]


def test_who_answers_for_a_party_without_an_address_sees_whom_to_ask(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = make_user(installation, "Kim")
    ends = [make_organisation(installation, name) for name in ("Ældrehjælpen", "Skolen")]
    collaboration = make_collaboration(installation, "Havedag", ends)
    party = make_parties(installation, collaboration, actor=kim)[ends[0]]
    set_dues(monkeypatch, make_due(party=party, path="/purpose"))
    (line,) = show_due(installation, kim, TODAY).week
    assert line.text.values["name"] == "Ældrehjælpen"
    assert line.path == f"/collaborations/{collaboration}"


def test_a_party_that_left_or_is_gone_has_nothing_to_do(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_user(installation, "Ada", "administrator")
    party = make_party(installation, contact_email="g@forening.example")
    with installation.writing(OPERATOR) as work:
        there = work.session.get(Party, party)
        assert there is not None
        found = documents.read(work.session, "collaboration", [there.collaboration_id])
        for each in found.values():
            each["participants"] = [
                {**one, "until": "2026-03-01"} if one["organisation"] == there.organisation_id
                else one
                for one in each["participants"]
            ]  # fmt: skip
        documents.write(work, "collaboration", found)
        work.commit()
    set_dues(monkeypatch, make_due(party=party), make_due("other", party="nosuchparty"))
    assert whose(installation) == []


def test_a_contact_person_with_an_account_is_led_to_the_partys_own_page(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = make_user(installation, "Bo", "reader")
    party = make_party(installation, contact_email="BO@samspil.example")
    set_dues(monkeypatch, make_due(party=party, path="/purpose"))
    (line,) = show_due(installation, bo, TODAY).week
    assert line.path.startswith("/collaborations/")
    own = make_personal_link(installation, "party", party)
    (line,) = show_due(installation, bo, TODAY).week
    assert line.path == f"{own}/purpose"


def test_who_wants_no_mail_sees_it_all_the_same(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = make_user(installation, "Kim", reminders=False)
    set_dues(monkeypatch, make_due(user=kim.id))
    assert keys(show_due(installation, kim, TODAY)) == ["talk-1"]


def test_holders_of_links_see_nothing(installation: Installation) -> None:
    for role in ("nobody", "link", "party", "guest"):
        with pytest.raises(Refusal):
            show_due(installation, Actor(role=role), TODAY)  # type: ignore[arg-type]


def test_every_source_can_be_asked_of_an_empty_network(installation: Installation) -> None:
    with installation.reading() as session:
        assert session.query(User).all() == []
        for source in SOURCES:
            assert list(source(session, TODAY, HERE)) == []


def test_a_party_whose_link_was_withdrawn_is_not_reminded(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_user(installation, "Boss", "administrator")
    party = make_party(installation, contact_name="Grethe", contact_email="g@forening.example")
    make_personal_link(installation, "party", party)
    set_dues(monkeypatch, make_due("a", party=party))
    assert whose(installation) == [("g@forening.example",)]
    with installation.writing(OPERATOR) as work:
        withdraw(work, "party", party)
        work.commit()
    assert whose(installation) == [("boss@samspil.example",)]
    make_personal_link(installation, "party", party)
    assert whose(installation) == [("g@forening.example",)]
