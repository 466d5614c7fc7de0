from dataclasses import replace

import pytest

from matcher.network.picture import MapGroup
from matcher.network.telling import told
from matcher.wording.map_text import map_text, sentences
from matcher.wording.message import message
from matcher.wording.say import say
from tests.matcher.network.makers import make_picture


def text_of(**view):
    return " ".join(say(each, "en") for each in map_text(make_picture(**view)))


def test_a_small_map_is_told_in_full():
    assert text_of() == (
        "The map shows 4 organisations (1 association, 1 public body, 1 business, and 1 whose "
        "sector is not known) and 3 ties between them. All the ties go on. "
        "Most often they are between associations and public bodies (1 of 3). "
        "Kirkeklubben (2), Museet (2), and Ovnen (2) have the most ties. "
        "Ærlig Enlig stands alone: no tie of it is known."
    )


def test_one_organisation_is_named():
    assert text_of(sector="public") == "The map shows one organisation: Museet."


def test_those_of_one_sector_are_called_by_it():
    facts = replace(told(make_picture(sector="public")), only=None, organisations=2, ties=1)
    first = sentences(replace(facts, sectors=(("public", 2),)))[0]
    assert say(first, "en") == "The map shows 2 public bodies and 1 tie between them."


def test_nobody_fits_and_nothing_is_known():
    assert text_of(theme="song") == "No organisation fits what the map is narrowed to."
    facts = replace(told(make_picture(theme="song")), any_at_all=False)
    assert "There is no network to show yet" in say(sentences(facts)[0], "en")


def test_all_stand_alone():
    assert text_of(only=("k", "e")).endswith("No ties between them are known.")


def test_a_way_is_told_instead():
    assert text_of(around="k", path_to="o") == "Kirkeklubben and Ovnen know each other directly."
    assert "No ties lead from Kirkeklubben to Ærlig Enlig" in text_of(around="k", path_to="e")


def test_a_collaborations_map_says_which_ties_are_its_own():
    assert "All the ties come from “Haven”." in text_of(collaboration="haven")
    facts = replace(told(make_picture(collaboration="haven")), of_collaboration=("Haven", 2))
    assert "2 of the ties come from “Haven”" in " ".join(say(x, "en") for x in sentences(facts))


def test_one_tie_is_one_tie():
    text = text_of(agreement="written")
    assert "and 1 tie between them" in text
    assert "The tie has ended." in text


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"current": 2}, "2 ties go on and 1 has ended."),
        ({"alone": (), "with_ties": 2}, "Ties are known for 2 of 4 organisations, too few"),
        ({"alone": (), "with_ties": 3}, "1 of 4 organisations stand alone"),
        ({"unagreed": 3}, "Of none of those who collaborate"),
        ({"unagreed": 1}, "For 1 of the 3 ties from collaborations"),
        (
            {"groups": (MapGroup(id="1", name=message("Food"), members=3),)},
            "The largest group that mostly works together is “Food” (3).",
        ),
    ],
)
def test_facts_are_told(facts, said):
    made = sentences(replace(told(make_picture()), **facts))
    assert said in " ".join(say(each, "en") for each in made)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_sentence_can_be_said(language):
    for view in ({}, {"sector": "public"}, {"around": "k", "path_to": "e"}, {"theme": "song"}):
        for each in map_text(make_picture(**view)):
            text = say(each, language)
            assert text.endswith(".")
            assert "{" not in text
