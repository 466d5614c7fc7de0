"""`/organisations/<id>/partners`: suggestions as people read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any

import pytest

from matcher.partnership.steps import mark_of
from matcher.recipe import load_recipe
from matcher.services.installation import Installation
from matcher.services.organisations import hide_organisation
from matcher.services.shortlists import list_shortlists, show_shortlist
from matcher.store import documents
from tests.factories import EDITOR, READER, make_organisation, make_shortlist, make_verdict
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client

ENGLISH = {"Accept-Language": "en"}
PAGE = "/organisations/house/partners"
SIGNALS = len(load_recipe("partners").weights)


@pytest.fixture(autouse=True)
def neighbourhood(installation: Installation) -> None:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")


@pytest.fixture
def reader(client_as: Callable[[str], Client]) -> Client:
    return client_as("reader")


@pytest.fixture
def editor(client_as: Callable[[str], Client]) -> Client:
    return client_as("editor")


def text_of(client: Client, path: str = PAGE) -> str:
    """The page in English, entities read."""
    answer = client.get(path, headers=ENGLISH)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def suggestions_in(page: str) -> list[str]:
    """The part of the page that each suggestion takes."""
    listed = page.split('data-role="left-out"')[0]
    return listed.split('data-role="suggestion"')[1:]


def numbers_in(part: str, role: str) -> list[Decimal]:
    """The points shown in the rows of this role."""
    rows = re.findall(rf'data-role="{role}".*?<data value="([0-9.]+)">', part, re.DOTALL)
    return [Decimal(number) for number in rows]


def test_each_suggestion_tells_what_it_is_and_why(reader: Client) -> None:
    school, cafe, stranger = suggestions_in(text_of(reader))
    assert "Ålholm Skole" in school
    assert "Public body" in school
    assert "Music school" in school
    assert "Valby" in school
    assert "They offer what you need: Meeting room." in school
    assert "You offer what they need: Volunteers." in school
    assert "Both are in Valby." in school
    assert "You work with Brobyggerne, who has worked with Ålholm Skole." in school
    assert "Why not higher?" in school
    assert "Café Grøn" in cafe
    assert 'data-role="introduction"' not in cafe
    assert "Not known" in stranger


def test_points_shown_add_up_to_the_score_shown(reader: Client) -> None:
    for part in suggestions_in(text_of(reader, PAGE + "?include_current=1&top=50")):
        (score,) = numbers_in(part, "score")
        points = numbers_in(part, "reason")
        assert len(points) == SIGNALS
        assert sum(points) == score
        said = re.search(r"<strong>([0-9.]+) of [0-9.]+ points</strong>", part)
        assert said is not None
        assert Decimal(said[1]) == score


def test_bars_stand_end_to_end_and_reach_as_far_as_the_score(reader: Client) -> None:
    parts = suggestions_in(text_of(reader))
    (best, *_) = [numbers_in(part, "score")[0] for part in parts]
    for part in parts:
        at = 0.0
        for start, width in re.findall(
            r'class="bar__(?:value|unknown)" x="([0-9.]+)" width="([0-9.]+)"', part
        ):
            assert float(start) == pytest.approx(at, abs=0.02)
            at = float(start) + float(width)
        (score,) = numbers_in(part, "score")
        assert at == pytest.approx(100 * float(score / best), abs=0.2)


def test_what_is_not_known_stands_apart(reader: Client) -> None:
    *_, stranger = suggestions_in(text_of(reader))
    _, unknown = stranger.split("What we do not know")
    assert "We do not know where they are." in unknown
    assert "bar__unknown" in unknown
    assert re.search(r"We know \d+ % of what counts", stranger)


def test_the_list_can_be_longer_shorter_and_with_current_partners(reader: Client) -> None:
    assert "Brobyggerne" not in "".join(re.findall(r"<h3.*?</h3>", text_of(reader), re.DOTALL))
    page = text_of(reader, PAGE + "?include_current=1&top=5")
    assert len(suggestions_in(page)) == 4
    assert '<option value="5" selected>' in page
    assert re.search(r'name="include_current" value="1" checked', page)
    assert "4 suggestions" in page


@pytest.mark.parametrize(
    "query",
    [
        "top=0",
        "top=-1",
        "top=7",
        "top=ten",
        "top=",
        "shortlist=none",
        "newness=nan",
        "newness=2",
        "also_small=6",
        "also_small=-1",
        "also_small=many",
    ],
)
def test_odd_addresses_show_the_usual_list(reader: Client, query: str) -> None:
    page = text_of(reader, f"{PAGE}?{query}")
    assert re.findall(r'<option value="([^"]+)" selected>', page) == ["10", "0", "0"]


def test_the_settings_stay_in_the_form_and_go_along_with_what_is_kept(editor: Client) -> None:
    page = text_of(editor, f"{PAGE}?top=20&newness=-0.5&also_small=1&include_current=1")
    forms = re.findall(r"<form method.*?</form>", page, re.DOTALL)
    (settings,) = [form for form in forms if 'class="list-settings' in form]
    assert '<option value="-0.5" selected>' in settings
    assert '<option value="1" selected>' in settings
    (keep,) = [form for form in forms if 'id="keep"' in form]
    for field in ("top", "newness", "also_small", "include_current"):
        assert f'<input type="hidden" name="{field}"' in keep


def test_small_organisations_have_a_group_of_their_own(reader: Client) -> None:
    assert 'data-role="also-small"' not in text_of(reader)
    page = text_of(reader, f"{PAGE}?top=5&also_small=3")
    assert "2 suggestions, and 1 small organisation" in page
    best, also = page.split('data-role="also-small"')
    assert best.count('data-group="best"') == 2
    assert also.count('data-group="also"') == 1
    assert "Small organisations, too" in also


def test_each_suggestion_says_what_would_put_it_higher(reader: Client) -> None:
    best, *others = suggestions_in(text_of(reader))
    assert 'data-role="counterfactual"' not in best
    assert any('data-role="counterfactual">Would be number' in each for each in others)


def test_readers_have_nothing_to_press(reader: Client, editor: Client) -> None:
    assert 'data-role="add-to-shortlist"' not in text_of(reader)
    assert text_of(editor).count('data-role="add-to-shortlist"') == 3


def test_one_press_puts_it_on_a_new_shortlist_and_the_next_on_the_same(
    editor: Client, installation: Installation
) -> None:
    fields = {
        "for": "house",
        "top": "20",
        "newness": "0.5",
        "also_small": "2",
        "title": "Partners for Kulturhuset",
    }
    answer = editor.post(
        "/shortlists/add", data={**fields, "organisation": "school"}, headers=ENGLISH
    )
    assert answer.status_code == 303
    (line,) = list_shortlists(installation, READER)
    assert (line.title, line.organisation) == (
        "Partners for Kulturhuset",
        ("house", "Kulturhuset"),
    )
    settings = "top=20&newness=0.5&also_small=2"
    assert answer.location == f"{PAGE}?shortlist={line.id}&{settings}#suggestion-school"
    page = text_of(editor, answer.location)
    assert "Ålholm Skole is on the shortlist “Partners for Kulturhuset” now." in page
    assert f'<option value="{line.id}" selected>' in page
    school, cafe, _ = suggestions_in(page)
    assert 'data-role="kept-on"' in school
    assert 'data-role="kept-on"' not in cafe
    editor.post("/shortlists/add", data={**fields, "shortlist": line.id, "organisation": "cafe"})
    shown = show_shortlist(installation, READER, line.id)
    assert [entry.id for entry in shown.entries] == ["school", "cafe"]
    assert all(entry.why for entry in shown.entries)


def test_a_second_press_says_that_it_is_there_already(
    editor: Client, installation: Installation
) -> None:
    key = make_shortlist(installation, "Høstfest", "house", ["school"])
    fields = {"for": "house", "shortlist": key, "organisation": "school"}
    answer = editor.post("/shortlists/add", data=fields, headers=ENGLISH)
    assert "Ålholm Skole was on the shortlist “Høstfest” already." in text_of(
        editor, answer.location
    )


def test_the_newest_shortlist_for_the_organisation_is_chosen_first(
    editor: Client, installation: Installation
) -> None:
    make_shortlist(installation, "En anden", "cafe")
    own = make_shortlist(installation, "Egen", "house")
    make_shortlist(installation, "En idé")
    page = text_of(editor)
    (choices,) = re.findall(r'<select[^>]* id="shortlist".*?</select>', page, re.DOTALL)
    titles = re.findall(r'<option value="[a-z0-9]*"(?: selected)?>([^<]*)</option>', choices)
    assert titles == ["Egen", "En idé", "En anden (for Café Grøn)", "A new shortlist"]
    assert f'<option value="{own}" selected>' in page


def test_a_new_shortlist_without_a_title_is_not_made(
    editor: Client, installation: Installation
) -> None:
    fields = {"for": "house", "organisation": "school", "title": " ", "top": "20"}
    answer = editor.post("/shortlists/add", data=fields, headers=ENGLISH)
    assert answer.status_code == 422
    assert "Write a title." in answer.text
    assert '<option value="20" selected>' in answer.text
    assert len(suggestions_in(answer.text)) == 3
    assert list_shortlists(installation, READER) == ()


def test_declined_candidates_are_gone_from_the_list(
    editor: Client, installation: Installation
) -> None:
    key = make_shortlist(installation, "Høstfest", "house", ["school"])
    mark = mark_of("suggested", ())
    sent = {"state-school": "declined", "day-school": date.today().isoformat(), "mark": mark}
    assert editor.post(f"/shortlists/{key}/candidates/school/steps", data=sent).status_code == 303
    assert "Ålholm Skole" not in "".join(suggestions_in(text_of(editor)))


def test_those_left_out_stand_folded_at_the_foot(
    reader: Client, editor: Client, installation: Installation
) -> None:
    assert 'data-role="left-out"' not in text_of(reader)
    make_verdict(
        installation, "cafe", asker="house", reason="too_busy", note="Spurgt i maj\nog juni"
    )
    page = text_of(editor)
    listed, left_out = page.split('data-role="left-out"')
    assert "Café Grøn" not in "".join(suggestions_in(listed))
    assert "Left out (1)" in left_out
    assert "Café Grøn" in left_out
    assert "Not relevant" in left_out
    assert "Too busy." in left_out
    assert "Redaktør, 2 January 2026" in left_out
    assert "Spurgt i maj\nog juni" in left_out
    assert "/organisations/house/verdicts/cafe/take-back" in left_out
    assert "take-back" not in text_of(reader)


def test_a_relevant_one_stays_and_is_marked(editor: Client, installation: Installation) -> None:
    make_verdict(installation, "cafe", "relevant", asker="house")
    school, cafe, _ = suggestions_in(text_of(editor))
    assert 'data-role="verdict-said"' not in school
    assert 'data-role="verdict-said"' in cafe
    assert "Redaktør, 2 January 2026" in cafe


def test_only_editors_give_verdicts(reader: Client, editor: Client) -> None:
    assert 'data-role="verdict"' not in text_of(reader)
    assert text_of(editor).count('data-role="verdict"') == 3


def test_when_nothing_is_known_the_page_says_what_to_fill_in(
    reader: Client, editor: Client
) -> None:
    path = "/organisations/stranger/partners"
    page = text_of(editor, path)
    assert "We know nothing of Ubeskrevet yet" in page
    assert 'href="/organisations/stranger/edit"' in page
    assert suggestions_in(page) == []
    assert 'href="/organisations/stranger/edit"' not in text_of(reader, path)


def test_when_something_is_missing_the_page_says_what(editor: Client) -> None:
    page = text_of(editor)
    assert "Suggestions become better when we also know your target groups." in page
    assert 'href="/organisations/house/edit"' in page


def test_an_empty_network_says_how_to_begin(
    reader: Client, editor: Client, installation: Installation
) -> None:
    for each in ("school", "bridge", "cafe", "stranger", "closed"):
        hide_organisation(installation, EDITOR, each, hidden=True)
    page = text_of(editor)
    assert "Kulturhuset is the only organisation here." in page
    assert 'href="/organisations/new"' in page
    assert suggestions_in(page) == []
    assert 'href="/organisations/new"' not in text_of(reader)


def test_when_nobody_is_left_the_page_offers_current_partners(
    reader: Client, installation: Installation
) -> None:
    with installation.writing(EDITOR) as work:
        known = documents.read(work.session, "organisation", ["school", "cafe", "stranger"])
        closed = {key: {**each, "open_to_partners": False} for key, each in known.items()}
        documents.write(work, "organisation", closed)
        work.commit()
    page = text_of(reader)
    assert "Nobody is left to suggest" in page
    assert f'href="{PAGE}?include_current=1"' in page


def test_the_best_few_are_a_part_of_the_organisations_page(reader: Client) -> None:
    page = text_of(reader, PAGE + "/top")
    assert "<html" not in page
    assert len(suggestions_in(page)) == 3
    assert page.count('data-role="reason"') == 3 * SIGNALS
    assert f'href="{PAGE}"' in page
    assert "Fill in the profile" not in text_of(reader, "/organisations/stranger/partners/top")


@pytest.mark.parametrize("path", ["/organisations/nobody/partners", "/organisations/Kult/partners"])
def test_an_organisation_that_is_not_there_has_no_page(reader: Client, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_strangers_are_led_to_sign_in(client: Client) -> None:
    assert client.get(PAGE).status_code == 303
    assert client.post("/shortlists/add", data={"organisation": "school"}).status_code == 401


def test_readers_cannot_add(reader: Client, installation: Installation) -> None:
    fields = {"for": "house", "organisation": "school", "title": "A"}
    assert reader.post("/shortlists/add", data=fields).status_code == 403
    assert list_shortlists(installation, READER) == ()


def test_names_are_only_names(reader: Client, installation: Installation) -> None:
    make_organisation(installation, "<script>alert(1)</script>", needs=["volunteers"])
    page = reader.get(PAGE).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_asks_the_database_only_so_often(reader: Client, queries: Any) -> None:
    reader.get(PAGE)
    with queries() as sent:
        reader.get(PAGE + "?top=50")
    assert len(sent) <= 10, sent
