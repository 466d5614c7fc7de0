"""`/recipes`: what counts, trying a weight, keeping and using a recipe."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from matcher.recipe import load_recipe
from matcher.services.installation import Installation
from matcher.services.recipes import list_recipes, recipe_named, show_recipe, use_recipe
from matcher.signals import SIGNALS
from matcher.store import documents
from tests.factories import ADMINISTRATOR, EDITOR, READER, make_recipe, recipe_text
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client
from tests.webui.filled import text_of

OURS = "/recipes/ours"
LEARNT = """
name = "learnt"
[weights]
nearness = 1
[learnt]
questions = 80
[learnt.quality.learnt]
"recall@10" = 0.25
[learnt.quality.shipped]
"recall@10" = 0.2
"""


@pytest.fixture
def reader(client_as: Callable[..., Client]) -> Client:
    return client_as("reader", "en")


@pytest.fixture
def editor(client_as: Callable[..., Client]) -> Client:
    return client_as("editor", "en")


@pytest.fixture
def administrator(client_as: Callable[..., Client]) -> Client:
    return client_as("administrator", "en")


@pytest.fixture
def neighbourhood(installation: Installation) -> None:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")


def keep(installation: Installation, name: str, text: str) -> None:
    document = {"text": text, "made": "2026-01-02T03:04:05+00:00", "made_by": "Redaktør"}
    with installation.writing(EDITOR) as work:
        documents.write(work, "recipe", {name: document}, before={})
        work.commit()


def places(page: str) -> list[str]:
    """Who stands in the list that is tried, with what became of them."""
    found = re.findall(r'<li data-role="place">.*?</li>', page, re.DOTALL)
    return [text_of(f"<body>{each}").partition(" ·")[0] for each in found]


def value_of(page: str, field: str) -> str:
    (value,) = re.findall(rf'<input[^>]* id="{field}"[^>]* value="([^"]*)"', page)
    return str(value)


def test_the_list_says_which_is_in_use_and_how_good_the_learnt_are(
    editor: Client, installation: Installation
) -> None:
    make_recipe(installation, "ours")
    keep(installation, "learnt", LEARNT)
    page = text_of(editor.get("/recipes").text)
    assert "partners Comes with Samspil Not measured In use" in page
    assert "learnt 2 January 2026, 04:04, Redaktør 25 % (the one Samspil comes with: 20 %)" in page
    assert "An administrator chooses the recipe that is used." in page
    assert "Use it" not in page
    assert 'href="/recipes/ours"' in editor.get("/recipes").text
    assert "25 % of later partners" in text_of(editor.get("/recipes/learnt").text)


def test_every_signal_stands_there_with_its_sentence(reader: Client) -> None:
    page = reader.get("/recipes/partners").text
    recipe = load_recipe("partners")
    assert page.count('data-role="signal"') == len(SIGNALS)
    for name, weight in recipe.weights.items():
        assert SIGNALS[name].sentence in page.replace("&#39;", "'")
        assert float(value_of(page, f"weight-{name}")) == weight
        assert float(value_of(page, f"unknown-{name}")) == recipe.unknown[name]


@pytest.mark.usefixtures("neighbourhood")
def test_the_list_follows_a_weight_that_is_moved(
    editor: Client, installation: Installation
) -> None:
    """By nearness the café comes before the school, for its name; by what is needed it does not."""
    make_recipe(installation, "ours")
    asked = f"{OURS}?organisation=Kulturhuset"
    assert places(editor.get(asked).text) == ["1. Café Grøn", "2. Ålholm Skole", "3. Ubeskrevet"]
    page = editor.get(f"{asked}&weight-need_met_by_offer=2").text
    assert places(page) == [
        "1. Ålholm Skole ↑ was number 2",
        "2. Café Grøn ↓ was number 1",
        "3. Ubeskrevet",
    ]
    assert "With these weights the list changes." in page
    assert value_of(page, "weight-need_met_by_offer") == "2"
    assert recipe_named(installation, "ours").weights == {"nearness": 1.0}, "nothing was kept"


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ("weight-nearness=nan", "weight-nearness", "Write a number such as 1 or 0.5."),
        ("weight-nearness=-1", "weight-nearness", "A weight is 0 or more."),
        ("unknown-nearness=2", "unknown-nearness", "Write a number from 0 to 1."),
        ("weight-nearness=0", "weights", "Give at least one signal a weight above 0."),
        ("weight-nearnes=1", "weight-nearnes", "There is no signal called “nearnes”."),
        ("organisation=Nobody", "organisation", "No organisation is called “Nobody”."),
    ],
)
@pytest.mark.usefixtures("neighbourhood")
def test_what_cannot_be_tried_is_said(
    editor: Client, installation: Installation, asked: str, field: str, said: str
) -> None:
    make_recipe(installation, "ours")
    answer = editor.get(f"{OURS}?{asked}")
    assert answer.status_code == 422
    summary = answer.text.split('data-role="error-summary"')[1].split("</ul>")[0]
    assert f'href="#{field}"' in summary
    assert said in text_of(f"<body>{summary}")
    assert 'data-role="preview"' not in answer.text


def test_what_was_tried_is_kept_under_a_new_name(
    editor: Client, installation: Installation
) -> None:
    make_recipe(installation, "ours")
    sent = {"name": " ours, nearer ", "weight-nearness": "3", "weight-shared_themes": "0,5"}
    assert editor.post(OURS, data=sent).status_code == 422, "a comma is no part of a name"
    answer = editor.post(OURS, data={**sent, "name": "nearer"})
    assert (answer.status_code, answer.location) == (303, "/recipes/nearer")
    page = text_of(editor.get("/recipes/nearer").text)
    assert "The recipe “nearer” is saved. It is not in use yet." in page
    assert "Not in use" in page
    made = recipe_named(installation, "nearer")
    assert made.weights == {"shared_themes": 0.5, "nearness": 3.0}
    assert show_recipe(installation, READER, "nearer").made_by == "Kim Prøve"
    assert recipe_named(installation, "ours").weights == {"nearness": 1.0}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write a name."),
        ("ours", "There is already a recipe called “ours”."),
        ("OURS", "There is already a recipe called “ours”."),
        ("partners", "There is already a recipe called “partners”."),
        ("a/b", "Use letters, digits, spaces and hyphens."),
    ],
)
def test_a_name_that_cannot_be_taken_is_said_and_nothing_is_lost(
    editor: Client, installation: Installation, name: str, said: str
) -> None:
    make_recipe(installation, "ours")
    answer = editor.post(OURS, data={"name": name, "weight-nearness": "3"})
    assert answer.status_code in {409, 422}
    page = answer.text
    assert 'href="#name"' in page.split('data-role="error-summary"')[1]
    assert said in page
    assert '<input type="hidden" name="weight-nearness" value="3">' in page
    assert value_of(page, "name") == name
    assert [each.name for each in list_recipes(installation, READER)] == ["partners", "ours"]


def test_weights_that_cannot_be_kept_are_said(editor: Client, installation: Installation) -> None:
    make_recipe(installation, "ours")
    answer = editor.post(OURS, data={"name": "new", "weight-nearness": "inf"})
    assert answer.status_code == 422
    assert "Write a number such as 1 or 0.5." in answer.text
    assert len(list_recipes(installation, READER)) == 2


def test_an_administrator_uses_one_and_goes_back(
    administrator: Client, installation: Installation
) -> None:
    make_recipe(installation, "ours")
    assert "Go back" not in administrator.get("/recipes").text
    told = "/history/recipe_in_use/recipe"
    assert told not in administrator.get("/recipes").text  # nothing to tell yet
    answer = administrator.post(f"{OURS}/use")
    assert (answer.status_code, answer.location) == (303, "/recipes")
    page = administrator.get("/recipes").text
    assert "All suggestions are made with “ours” from now on." in page
    assert told in page
    assert administrator.get(told).status_code == 200
    assert recipe_named(installation).name == "ours"
    (undo,) = re.findall(r'action="(/history/\d+/undo)"', page)
    administrator.post(undo)
    assert recipe_named(installation).name == "partners"


def test_using_what_is_in_use_changes_nothing(administrator: Client) -> None:
    administrator.post("/recipes/partners/use")
    assert "“partners” was in use already." in administrator.get("/recipes").text


def test_one_that_is_in_use_is_not_deleted(editor: Client, installation: Installation) -> None:
    make_recipe(installation, "ours")
    use_recipe(installation, ADMINISTRATOR, "ours")
    assert f'action="{OURS}/delete"' not in editor.get(OURS).text
    assert editor.post(f"{OURS}/delete").status_code == 409
    use_recipe(installation, ADMINISTRATOR, None)
    assert f'action="{OURS}/delete"' in editor.get(OURS).text
    answer = editor.post(f"{OURS}/delete")
    assert answer.location == "/history/recipe/ours"
    assert "“ours” has been deleted." in editor.get(answer.location).text
    assert [each.name for each in list_recipes(installation, READER)] == ["partners"]


def test_one_that_does_not_fit_this_version_says_so(
    editor: Client, installation: Installation
) -> None:
    keep(installation, "old", recipe_text("old").replace("nearness", "loudness"))
    assert "Does not fit this version" in editor.get("/recipes").text
    page = text_of(editor.get("/recipes/old").text)
    assert "There is no signal called “loudness”." in page
    assert "loudness = 1.0" in page
    assert editor.post("/recipes/old", data={"name": "new"}).status_code == 422


def test_readers_see_what_counts_and_move_nothing(
    reader: Client, editor: Client, administrator: Client, installation: Installation
) -> None:
    make_recipe(installation, "ours")
    page = reader.get(f"{OURS}?weight-nearness=2").text
    assert "readonly" in page
    assert "See the list" not in page
    assert 'data-role="preview"' not in page
    assert reader.get("/recipes").status_code == 403
    assert reader.post(OURS, data={"name": "new"}).status_code == 403
    assert editor.post(f"{OURS}/use").status_code == 403
    assert 'href="/recipes"' not in reader.get("/").text
    assert 'href="/recipes"' in editor.get("/").text


def test_there_is_no_page_of_a_recipe_that_is_not_there(editor: Client) -> None:
    assert editor.get("/recipes/partnes").status_code == 404
    assert editor.post("/recipes/partnes", data={"name": "new"}).status_code == 404


@pytest.mark.usefixtures("neighbourhood")
def test_trying_asks_the_database_only_so_often(editor: Client, queries: Any) -> None:
    path = "/recipes/partners?organisation=house&weight-nearness=2"
    editor.get(path)
    with queries() as sent:
        editor.get(path)
    assert len(sent) <= 8, sent
