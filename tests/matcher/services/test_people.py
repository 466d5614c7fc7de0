"""Giving access and taking it back; somebody who can give it always remains."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor
from matcher.services.installation import Installation
from matcher.services.people import (
    Person,
    activate,
    change_role,
    deactivate,
    end_sessions,
    invite,
    list_people,
    renew_link,
    show_person,
)
from matcher.services.sign_in import Credentials, SignedIn, accept, sign_in
from matcher.store.tables import Change
from tests.factories import ADMINISTRATOR, EDITOR
from tests.hashing import hash_quickly

GOOD = "fire heste i en skov"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


def make_person(installation: Installation, name: str, role: str = "reader") -> SignedIn:
    """Somebody who chose a password."""
    invited = invite(installation, OPERATOR, email=f"{name}@samspil.example", role=role)
    token = invited.path.rpartition("/")[2]
    return accept(installation, token, Credentials(name=name.title(), password=GOOD))


def states(installation: Installation) -> dict[str, str]:
    return {person.email: person.state for person in list_people(installation, ADMINISTRATOR)}


def test_invited_people_are_listed_in_danish_order(installation: Installation) -> None:
    for name in ("åse", "bo", "ævar", "anna"):
        make_person(installation, name)
    invite(installation, ADMINISTRATOR, email="carl@samspil.example", role="editor")
    names = [person.name or person.email for person in list_people(installation, ADMINISTRATOR)]
    assert names == ["Anna", "Bo", "carl@samspil.example", "Ævar", "Åse"]


def test_the_state_of_an_account(installation: Installation) -> None:
    bo = make_person(installation, "bo")
    invited = invite(installation, ADMINISTRATOR, email="c@samspil.example", role="reader").person
    assert states(installation) == {"bo@samspil.example": "active", "c@samspil.example": "invited"}
    deactivate(installation, ADMINISTRATOR, bo.id)
    deactivate(installation, ADMINISTRATOR, invited.id)
    assert set(states(installation).values()) == {"deactivated"}
    activate(installation, ADMINISTRATOR, bo.id)
    activate(installation, ADMINISTRATOR, invited.id)  # the link was made void
    assert states(installation) == {"bo@samspil.example": "active", "c@samspil.example": "waiting"}
    renew_link(installation, ADMINISTRATOR, invited.id)
    assert states(installation)["c@samspil.example"] == "invited"


@pytest.mark.parametrize(
    ("email", "role", "field"),
    [
        ("no address", "reader", "email"),
        ("BO@samspil.example ", "reader", "email"),
        ("c@samspil.example", "operator", "role"),
        ("c@samspil.example", "", "role"),
    ],
)
def test_faulty_invitations(installation: Installation, email: str, role: str, field: str) -> None:
    make_person(installation, "bo")
    with pytest.raises(Refusal) as refused:
        invite(installation, ADMINISTRATOR, email=email, role=role)
    assert refused.value.code == "invalid"
    assert list(refused.value.details["fields"]) == [field]  # type: ignore[call-overload]
    assert len(list_people(installation, ADMINISTRATOR)) == 1


def test_a_role_changes_at_once(installation: Installation) -> None:
    bo = make_person(installation, "bo")
    change_role(installation, ADMINISTRATOR, bo.id, "editor")
    assert sign_in(installation, bo.email, GOOD).actor.role == "editor"


@pytest.mark.parametrize("take_back", ["demote", "deactivate"])
def test_the_last_administrator_stays(installation: Installation, take_back: str) -> None:
    anna = make_person(installation, "anna", "administrator")
    # One who never came in could not give access to anybody.
    invite(installation, ADMINISTRATOR, email="late@samspil.example", role="administrator")

    def take() -> None:
        if take_back == "demote":
            change_role(installation, ADMINISTRATOR, anna.id, "editor")
        else:
            deactivate(installation, ADMINISTRATOR, anna.id)

    with pytest.raises(Refusal) as refused:
        take()
    assert refused.value.code == "conflict"
    assert sign_in(installation, anna.email, GOOD).role == "administrator"
    make_person(installation, "bo", "administrator")
    take()


def test_an_administrator_who_has_left_may_go_further(installation: Installation) -> None:
    make_person(installation, "bo", "administrator")
    anna = make_person(installation, "anna", "administrator")
    deactivate(installation, ADMINISTRATOR, anna.id)
    change_role(installation, ADMINISTRATOR, anna.id, "reader")
    assert show_person(installation, ADMINISTRATOR, anna.id).role == "reader"


@pytest.mark.parametrize(
    "use",
    [
        lambda where, who: show_person(where, who, "x"),
        lambda where, who: renew_link(where, who, "x"),
        lambda where, who: change_role(where, who, "x", "reader"),
        lambda where, who: deactivate(where, who, "x"),
        lambda where, who: activate(where, who, "x"),
        lambda where, who: end_sessions(where, who, "x"),
    ],
)
def test_nobody_there_and_nobody_else_may(
    installation: Installation, use: Callable[[Installation, Actor], object]
) -> None:
    with pytest.raises(Refusal) as unknown:
        use(installation, ADMINISTRATOR)
    with pytest.raises(Refusal) as other:
        use(installation, EDITOR)
    assert (unknown.value.code, other.value.code) == ("not_found", "forbidden")


def test_only_administrators_list_and_invite(installation: Installation) -> None:
    for use in (
        lambda: list_people(installation, EDITOR),
        lambda: invite(installation, EDITOR, email="c@samspil.example", role="administrator"),
    ):
        with pytest.raises(Refusal) as refused:
            use()
        assert refused.value.code == "forbidden"


def test_the_history_tells_each_step_once(installation: Installation) -> None:
    person: Person = invite(
        installation, ADMINISTRATOR, email="c@samspil.example", role="reader"
    ).person
    change_role(installation, ADMINISTRATOR, person.id, "editor")
    change_role(installation, ADMINISTRATOR, person.id, "editor")  # nothing new
    deactivate(installation, ADMINISTRATOR, person.id)
    with installation.reading() as session:
        changes = list(session.execute(select(Change).order_by(Change.id)).scalars())
    assert {(c.record, c.record_id) for c in changes} == {("user", person.id)}
    steps = [(c.action, c.before, c.after) for c in changes]
    assert steps[0] == (
        "created",
        None,
        {"email": "c@samspil.example", "name": "", "role": "reader"},
    )
    assert steps[1][2] is not None
    assert steps[1][2]["sign_in_link"] == "made"
    assert steps[2:] == [
        ("updated", {"role": "reader"}, {"role": "editor"}),
        ("updated", {"active": True}, {"active": False}),
    ]
