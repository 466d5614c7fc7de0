"""Which briefs there are, and one of them."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.briefs import list_briefs, save_brief, show_brief
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation
from tests.factories import EDITOR, READER, make_brief, make_organisation


@pytest.fixture(autouse=True)
def _organisations(installation: Installation) -> None:
    for key, name in (("a", "Valby Beboerhus"), ("b", "Åsen"), ("c", "Café Kvist")):
        make_organisation(installation, name, id=key)


def test_the_one_that_was_changed_last_comes_first(installation: Installation) -> None:
    first = make_brief(installation, "A", asker="a", purpose="At spise")
    second = make_brief(installation, "B", asker="nobody")
    third = make_brief(installation, "C")
    save_brief(installation, EDITOR, {"title": "B", "purpose": "Ny"}, brief_id=second)
    found = list_briefs(installation, READER)
    assert [each.id for each in found] == [second, third, first]
    assert [(each.title, each.purpose, each.asker) for each in found] == [
        ("B", "Ny", None),
        ("C", "", None),
        ("A", "At spise", ("a", "Valby Beboerhus")),
    ]


def test_who_is_named_and_who_is_gone(installation: Installation) -> None:
    key = make_brief(installation, asker="a", members=["b", "never"], exclude=["c"])
    for gone in ("a", "c"):
        delete_organisation(installation, EDITOR, gone)
    view = show_brief(installation, READER, key)
    assert view.names == {"b": "Åsen"}
    assert view.gone == {"a": "Valby Beboerhus", "c": "Café Kvist", "never": "never"}
    assert (view.text.asker, view.text.members, view.text.exclude) == (None, ("b",), ())
    assert list_briefs(installation, READER)[0].asker is None


def test_a_brief_that_names_nobody(installation: Installation) -> None:
    view = show_brief(installation, READER, make_brief(installation, "Fest"))
    assert (view.title, view.version, view.names, view.gone) == ("Fest", 1, {}, {})
    assert view.created <= view.updated


def test_what_is_not_there_is_not_found(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        show_brief(installation, READER, "nowhere")
    assert refusal.value.code == "not_found"


def test_a_link_does_not_show_them(installation: Installation) -> None:
    link = Actor(role="link", subject="map")
    key = make_brief(installation)
    for ask in (
        lambda: list_briefs(installation, link),
        lambda: show_brief(installation, link, key),
    ):
        with pytest.raises(Refusal) as refusal:
            ask()
        assert refusal.value.code == "forbidden"
