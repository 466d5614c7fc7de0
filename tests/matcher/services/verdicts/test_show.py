"""Which verdicts there are, and whom they leave out."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.verdicts import all_verdicts, left_out, list_verdicts, verdicts_for
from tests.factories import READER, make_brief, make_organisation, make_verdict


@pytest.fixture(autouse=True)
def _said(installation: Installation) -> None:
    for key in ("a", "b", "c", "d", "e", "f"):
        make_organisation(installation, key.upper(), id=key)
    make_brief(installation, id="i")
    verdicts = ("relevant", "not_relevant", "in_touch", "hide")
    for day, (key, verdict) in enumerate(zip("bcde", verdicts, strict=True), start=1):
        make_verdict(installation, key, verdict, asker="a", given=f"2026-01-0{day}T00:00:00+00:00")
    make_verdict(installation, "f", "hide", brief="i", given="2026-02-01T00:00:00+00:00")


def test_the_newest_first(installation: Installation) -> None:
    found = list_verdicts(installation, READER, asker="a")
    assert list(found) == ["e", "d", "c", "b"]
    assert found["e"].candidate == ("e", "E")
    assert list_verdicts(installation, READER, asker="b") == {}
    assert list_verdicts(installation, READER, brief="nowhere") == {}


def test_a_relevant_one_stays_and_the_others_are_left_out(installation: Installation) -> None:
    with installation.reading() as session:
        assert left_out(session, asker="a") == {"c", "d", "e"}
        assert left_out(session, brief="i") == {"f"}
        assert left_out(session, asker="f") == frozenset()
        assert set(verdicts_for(session, asker="a")) == {"b", "c", "d", "e"}


def test_all_there_are_to_learn_from(installation: Installation) -> None:
    with installation.reading() as session:
        found = all_verdicts(session)
    assert [(each.asker, each.brief, each.candidate[0], each.verdict) for each in found] == [
        ("a", None, "b", "relevant"),
        ("a", None, "c", "not_relevant"),
        ("a", None, "d", "in_touch"),
        ("a", None, "e", "hide"),
        (None, "i", "f", "hide"),
    ]


def test_a_link_does_not_show_them(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        list_verdicts(installation, Actor(role="link", subject="map"), asker="a")
    assert refusal.value.code == "forbidden"
