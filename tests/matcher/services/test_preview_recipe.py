"""Trying a recipe before it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.learn.recipe_text import to_toml
from matcher.recipe import load_recipe, parse_recipe
from matcher.services.installation import Installation
from matcher.services.preview_recipe import preview_recipe, typed_recipe
from matcher.services.suggest_partners import suggest_partners
from matcher.signals import SIGNALS
from matcher.wording.say import say
from tests.engine_factories import make_recipe
from tests.factories import EDITOR, READER, make_organisation, make_verdict
from tests.neighbourhood import AS_OF, make_neighbourhood

BASE = make_recipe({"nearness": 0.3}, need_met_by_offer=2.0, nearness=1.0)


def test_what_is_not_typed_stays() -> None:
    made = typed_recipe(BASE, "ours", {"weight-nearness": "2,5"})
    assert made.name == "ours"
    assert made.weights == {"need_met_by_offer": 2.0, "nearness": 2.5}
    assert made.unknown == {"need_met_by_offer": 0.0, "nearness": 0.3}


def test_a_signal_comes_in_and_one_goes_out() -> None:
    typed = {"weight-shared_themes": "1", "unknown-shared_themes": ".2", "weight-nearness": ""}
    made = typed_recipe(BASE, "ours", typed)
    assert made.weights == {"need_met_by_offer": 2.0, "shared_themes": 1.0}
    assert made.unknown == {"need_met_by_offer": 0.0, "shared_themes": 0.2}


def test_what_was_learnt_does_not_hold_of_what_was_changed_by_hand() -> None:
    base = parse_recipe('name = "learnt"\n[weights]\nnearness = 1\n[learnt]\nquestions = 9\n')
    assert not typed_recipe(base, "ours", {"weight-nearness": "2"}).learnt


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("weight-nearness", "nan", "Write a number such as 1 or 0.5."),
        ("weight-nearness", "inf", "Write a number such as 1 or 0.5."),
        ("weight-nearness", "1e9", "Write a number such as 1 or 0.5."),
        ("weight-nearness", "much", "Write a number such as 1 or 0.5."),
        ("weight-nearness", "-1", "A weight is 0 or more."),
        ("weight-nearness", "−0,5", "A weight is 0 or more."),
        ("unknown-nearness", "1.01", "Write a number from 0 to 1."),
        ("unknown-nearness", "-0.1", "Write a number from 0 to 1."),
        ("weight-nearnes", "1", "There is no signal called “nearnes”. Did you mean nearness"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(field: str, text: str, said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        typed_recipe(BASE, "ours", {field: text, "weight-need_met_by_offer": "3"})
    assert refusal.value.code == "invalid"
    (told,) = refusal.value.details["fields"].items()
    assert told[0] == field
    assert say(told[1], "en").startswith(said)


def test_a_recipe_of_no_weight_at_all_is_none() -> None:
    with pytest.raises(Refusal) as refusal:
        typed_recipe(BASE, "ours", {"weight-nearness": "0", "weight-need_met_by_offer": "0"})
    assert list(refusal.value.details["fields"]) == ["weights"]


@given(st.dictionaries(st.sampled_from(sorted(SIGNALS)), st.floats(0, 1e6), min_size=1))
def test_what_is_accepted_can_be_kept_and_read_again(weights: dict[str, float]) -> None:
    typed = {f"weight-{signal}": repr(weight) for signal, weight in weights.items()}
    made = typed_recipe(BASE, "ours", typed | {"weight-other_sector": "1"})
    assert parse_recipe(to_toml(made)) == made


def test_nothing_changes_by_the_same_recipe(installation: Installation) -> None:
    make_neighbourhood(installation)
    base = make_recipe(need_met_by_offer=1)
    found = preview_recipe(installation, EDITOR, "Kulturhuset", base, base, as_of=AS_OF)
    assert (found.asker, found.most) == (("house", "Kulturhuset"), 1)
    assert [(each.id, each.rank, each.before) for each in found.first] == [
        ("school", 1, 1),
        ("cafe", 2, 2),
        ("stranger", 3, 3),
    ]
    assert (found.changed, found.gone) == (False, ())


def test_an_id_counts_while_it_goes_with_the_name(installation: Installation) -> None:
    make_neighbourhood(installation)
    other = make_organisation(installation, "Kulturhuset")

    def asker(who: str, chosen: str) -> tuple[str, str]:
        return preview_recipe(
            installation, EDITOR, who, BASE, BASE, as_of=AS_OF, chosen=chosen
        ).asker

    assert asker("kulturhuset", other) == (other, "Kulturhuset")
    assert asker("kulturhuset", "house") == ("house", "Kulturhuset")
    assert asker("Brobyggerne", "house") == ("bridge", "Brobyggerne")
    with pytest.raises(Refusal) as refusal:
        asker("Kulturhuset", "gone")
    assert refusal.value.code == "ambiguous"


def test_the_list_follows_the_weights(installation: Installation) -> None:
    """The house offers what the school needs; of another sector are three, in order of names."""
    make_neighbourhood(installation)
    base, tried = make_recipe(need_met_by_offer=1), make_recipe(other_sector=1)
    found = preview_recipe(installation, EDITOR, "school", tried, base, as_of=AS_OF, top=1)
    assert [(each.id, each.rank, each.before) for each in found.first] == [("bridge", 1, 2)]
    assert [(each.id, each.rank, each.before) for each in found.gone] == [("house", 3, 1)]
    assert found.changed


def test_it_is_the_list_that_the_recipe_would_give(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_verdict(installation, "cafe", "not_relevant", asker="house")
    base = load_recipe("partners")
    found = preview_recipe(installation, EDITOR, "house", base, base, as_of=AS_OF)
    listed = suggest_partners(installation, READER, "house", as_of=AS_OF)
    assert [each.score for each in found.first] == [each.score for each in listed.list.suggestions]
    assert "cafe" not in {each.id for each in found.first}


def test_readers_do_not_try_recipes(installation: Installation) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refusal:
        preview_recipe(installation, READER, "house", BASE, BASE, as_of=AS_OF)
    assert refusal.value.code == "forbidden"
