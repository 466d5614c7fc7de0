"""Partners for an organisation in the records."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY, Actor
from matcher.services.installation import Installation
from matcher.services.suggest_partners import suggest_partners
from matcher.services.verdicts import give_verdict
from matcher.wording.suggestion import spoken
from tests.factories import EDITOR, READER, make_organisation, make_shortlist, make_step
from tests.neighbourhood import AS_OF, make_neighbourhood


def suggested(installation: Installation, who: str = "house", **options: object) -> list[str]:
    """The ids of those suggested, the best first."""
    found = suggest_partners(installation, READER, who, as_of=AS_OF, **options)  # type: ignore[arg-type]
    return [found.landscape.ids[each.organisation] for each in found.list.suggestions]


def test_the_very_partner_comes_first_and_nobody_who_may_not(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert suggested(installation) == ["school", "cafe", "stranger"]
    assert "bridge" in suggested(installation, include_current=True)
    assert suggested(installation, top=1) == ["school"]


def test_the_answer_can_be_told(installation: Installation) -> None:
    make_neighbourhood(installation)
    found = suggest_partners(installation, READER, "Kulturhuset", as_of=AS_OF)
    told = spoken(found.list, found.landscape, "en")
    first = told["suggestions"][0]
    assert told["for"] == {"id": "house", "name": "Kulturhuset"}
    assert first["organisation"]["name"] == "Ålholm Skole"
    assert [step["id"] for step in first["introduction"]] == ["house", "bridge", "school"]
    assert first["score"] == pytest.approx(sum(r["points"] for r in first["reasons"]), abs=1e-9)


def test_who_declined_is_not_suggested_again_to_the_same(installation: Installation) -> None:
    make_neighbourhood(installation)
    mine = make_shortlist(installation, organisation="house", entries=["school", "cafe"])
    make_step(installation, mine, "school", "declined")
    found = suggest_partners(installation, READER, "house", as_of=AS_OF)
    assert suggested(installation) == ["cafe", "stranger"]
    assert found.list.candidates == 2
    assert [each.rank for each in found.list.suggestions] == [1, 2]
    assert "school" in suggested(installation, "cafe"), "others may still ask"
    make_step(installation, mine, "school", "contacted")
    assert "school" in suggested(installation)


@pytest.mark.parametrize(
    ("verdict", "stays"),
    [("relevant", True), ("not_relevant", False), ("in_touch", False), ("hide", False)],
)
def test_a_verdict_counts_at_once_and_for_the_asker_only(
    installation: Installation, verdict: str, stays: bool
) -> None:
    make_neighbourhood(installation)
    give_verdict(installation, EDITOR, asker="house", candidate="school", verdict=verdict)
    assert ("school" in suggested(installation)) is stays
    assert "school" in suggested(installation, "cafe")


def test_the_settings_reach_the_engine(installation: Installation) -> None:
    make_neighbourhood(installation)
    options = {"as_of": AS_OF, "top": 3}
    usual = suggest_partners(installation, READER, "house", **options)  # type: ignore[arg-type]
    found = suggest_partners(
        installation,
        READER,
        "house",
        **options,
        newness=1.0,
        also_small=1,  # type: ignore[arg-type]
    )
    assert [each.group for each in found.list.suggestions] == ["best", "best", "also"]
    assert [each.group for each in usual.list.suggestions] == ["best"] * 3
    known = {r.signal: r.weight for r in found.list.suggestions[0].reasons}
    assert known["common_partners"] == 0.0


def test_declining_an_idea_shuts_nobody_out(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_shortlist(installation, organisation=None, entries=["school"])
    make_step(installation, idea, "school", "declined")
    assert "school" in suggested(installation)


def test_what_cannot_be_answered_is_refused(installation: Installation) -> None:
    make_neighbourhood(installation)
    for options, code in (
        ({"who": "nobody at all"}, "not_found"),
        ({"recipe": "secret"}, "not_found"),
        ({"top": 0}, "invalid"),
        ({"newness": -1.5}, "invalid"),
        ({"also_small": -1}, "invalid"),
    ):
        with pytest.raises(Refusal) as refusal:
            suggested(installation, **options)
        assert refusal.value.code == code


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (NOBODY, "not_signed_in"),
        (Actor(role="link", subject="shortlist", subject_id="x"), "forbidden"),
    ],
)
def test_only_readers_ask(installation: Installation, actor: Actor, code: str) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refusal:
        suggest_partners(installation, actor, "house", as_of=AS_OF)
    assert refusal.value.code == code


def test_who_is_alone_in_the_network_gets_an_empty_list(installation: Installation) -> None:
    make_organisation(installation, "Alene", id="alone")
    found = suggest_partners(installation, READER, "alone", as_of=AS_OF)
    assert found.list.suggestions == ()
    assert found.list.candidates == 0
