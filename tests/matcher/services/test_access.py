"""Who may do what, and see which field."""

from __future__ import annotations

from typing import get_args

import pytest

from matcher.errors import Refusal
from matcher.services.access import (
    FIELDS,
    NOBODY,
    OPERATOR,
    USE_CASES,
    Actor,
    Role,
    hide_protected_changes,
    may,
    require,
    visible,
)

READER = Actor(role="reader", id="r")
EDITOR = Actor(role="editor", id="e")
ADMINISTRATOR = Actor(role="administrator", id="a")
SHORTLIST_LINK = Actor(role="link", subject="shortlist", subject_id="s1")
MAP_LINK = Actor(role="link", subject="map")
VIEW_LINK = Actor(role="link", subject="map", subject_id="v1")

PERSON = {
    "name": "Klubben",
    "contact_person": "Formanden",
    "notes": "ringer tilbage",
    "email": "post@klub.example",
    "phone": "00000000",
    "may_pass_on": None,
    "advertising_protected": False,
}


def test_each_rank_may_all_that_the_one_below_may() -> None:
    for use_case, roles in USE_CASES.items():
        for lower, higher in (("reader", "editor"), ("editor", "administrator")):
            assert lower not in roles or higher in roles, use_case


def test_the_tables_name_roles_that_exist() -> None:
    known = set(get_args(Role))
    for roles in (*USE_CASES.values(), *FIELDS.values()):
        assert roles <= known


def test_a_use_case_that_is_not_in_the_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        may(ADMINISTRATOR, "not_in_the_table")


@pytest.mark.parametrize(
    ("actor", "use_case", "allowed"),
    [
        (NOBODY, "sign_in", True),
        (NOBODY, "search_organisations", False),
        (READER, "search_organisations", True),
        (READER, "save_organisation", False),
        (EDITOR, "save_organisation", True),
        (EDITOR, "manage_people", False),
        (ADMINISTRATOR, "manage_people", True),
        (ADMINISTRATOR, "set_up", False),
        (OPERATOR, "set_up", True),
    ],
)
def test_who_may(actor: Actor, use_case: str, allowed: bool) -> None:
    assert may(actor, use_case) is allowed


def test_a_link_opens_only_what_it_is_for() -> None:
    assert may(SHORTLIST_LINK, "show_shortlist", "s1")
    assert not may(SHORTLIST_LINK, "show_shortlist", "s2")
    assert not may(SHORTLIST_LINK, "show_shortlist")
    assert not may(SHORTLIST_LINK, "draw_map")
    assert not may(SHORTLIST_LINK, "search_organisations")
    assert may(MAP_LINK, "draw_map")
    assert not may(MAP_LINK, "show_view", "v1")
    assert not may(MAP_LINK, "show_view")
    assert may(VIEW_LINK, "draw_map")
    assert may(VIEW_LINK, "show_view", "v1")
    assert not may(VIEW_LINK, "show_view", "v2")
    assert not may(MAP_LINK, "show_shortlist", "s1")


def test_nobody_is_asked_to_sign_in_and_the_others_are_told() -> None:
    with pytest.raises(Refusal) as refused:
        require(NOBODY, "show_organisation")
    assert refused.value.code == "not_signed_in"
    with pytest.raises(Refusal) as refused:
        require(READER, "save_organisation")
    assert refused.value.code == "forbidden"
    require(EDITOR, "save_organisation")


@pytest.mark.parametrize("actor", [READER, SHORTLIST_LINK, MAP_LINK, NOBODY])
def test_protected_fields_are_left_out(actor: Actor) -> None:
    assert set(visible(actor, PERSON)) == {"name", "may_pass_on", "advertising_protected"}


@pytest.mark.parametrize("actor", [EDITOR, ADMINISTRATOR, OPERATOR])
def test_editors_see_all(actor: Actor) -> None:
    assert visible(actor, PERSON) == PERSON


@pytest.mark.parametrize("actor", [READER, SHORTLIST_LINK])
def test_mail_and_phone_may_be_passed_on_where_the_organisation_said_so(actor: Actor) -> None:
    shown = visible(actor, {**PERSON, "may_pass_on": True})
    assert shown["email"] == "post@klub.example"
    assert shown["phone"] == "00000000"
    assert "contact_person" not in shown
    assert "notes" not in shown


@pytest.mark.parametrize("said", [None, False])
def test_silence_is_no_permission(said: bool | None) -> None:
    assert "email" not in visible(READER, {**PERSON, "may_pass_on": said})


def test_the_history_hides_what_the_record_hides() -> None:
    changed = {"name": "Ny", "email": "ny@klub.example", "contact_person": "Kassereren"}
    assert hide_protected_changes(READER, changed) == {"name": "Ny"}
    assert hide_protected_changes(EDITOR, changed) == changed
    assert hide_protected_changes(READER, None) is None
