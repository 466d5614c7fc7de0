"""`/briefs`: an idea is written, answered, kept, changed and composed for."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest

from matcher.services.briefs import list_briefs, save_brief, show_brief
from matcher.services.installation import Installation
from matcher.services.shortlists import list_shortlists, show_shortlist
from matcher.services.verdicts import give_verdict
from tests.factories import EDITOR, READER, make_brief, make_organisation, make_shortlist
from tests.neighbourhood import make_neighbourhood
from tests.webui.conftest import Client
from tests.webui.filled import form_on

ENGLISH = {"Accept-Language": "en"}
ROOM = "meeting-room"


@pytest.fixture(autouse=True)
def neighbourhood(installation: Installation) -> None:
    make_neighbourhood(installation, kind="music-school", target_group="older-people")


@pytest.fixture
def idea(installation: Installation) -> str:
    """An idea of the house's, which needs a meeting room."""
    return make_brief(installation, "Mødested", purpose="Et sted", needs=[ROOM], asker="house")


@pytest.fixture
def reader(client_as: Callable[[str], Client]) -> Client:
    return client_as("reader")


@pytest.fixture
def editor(client_as: Callable[[str], Client]) -> Client:
    return client_as("editor")


def page_of(client: Client, path: str, status: int = 200) -> str:
    """The page in English, entities read."""
    answer = client.get(path, headers=ENGLISH)
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


def sent(client: Client, path: str, fields: dict[str, Any], status: int = 422) -> str:
    """The page that comes back when a form is not accepted."""
    answer = client.post(path, data=fields, headers=ENGLISH)
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


def suggested(page: str) -> list[str]:
    return re.findall(r'data-role="suggestion"[^>]* data-organisation="([^"]+)"', page)


# Finding partners without keeping anything


def test_the_list_says_what_ideas_are_for_and_who_has_one(
    reader: Client, installation: Installation
) -> None:
    assert "No ideas are kept yet" in page_of(reader, "/briefs")
    key = make_brief(installation, "Mødested", purpose="Et sted", asker="house")
    page = page_of(reader, "/briefs")
    assert f'href="/briefs/{key}"' in page
    assert 'href="/organisations/house"' in page
    assert "Et sted" in page


def test_an_empty_form_asks_and_suggests_nobody(reader: Client) -> None:
    page = page_of(reader, "/briefs/new")
    assert 'name="purpose"' in page
    assert suggested(page) == []
    assert "error-summary" not in page
    begun = page_of(reader, "/briefs/new?asker=Kulturhuset&asker_id=house")
    assert 'value="Kulturhuset"' in begun
    assert suggested(begun) == []


def test_a_reader_finds_partners_at_an_address_that_can_be_kept(reader: Client) -> None:
    fields = {
        "purpose": "Et sted at være",
        "asker": "kulturh",
        "needs-0-term": "",
        "needs-1-term": "meeting-room",
        "themes": ["loneliness"],
        "title": "",
    }
    answer = reader.post("/briefs/new", data=fields)
    assert answer.status_code == 303
    address = urlsplit(answer.location)
    assert "title" not in address.query
    assert "needs-0-term=meeting-room" in address.query
    page = page_of(reader, f"{address.path}?{address.query}")
    assert suggested(page)[0] == "school"
    assert "Et sted at være" in page
    assert 'value="kulturh"' in page
    assert "They offer what" in page
    assert 'data-role="introduction"' in page
    assert 'href="/organisations/house/introductions?to=school"' in page
    assert "No ideas are kept yet" in page_of(reader, "/briefs")


def test_a_reader_keeps_nothing(reader: Client, idea: str) -> None:
    page = page_of(reader, "/briefs/new?purpose=Sang&needs-0-term=meeting-room")
    for role in ("add-to-shortlist", "keep-best"):
        assert f'data-role="{role}"' not in page
        assert f'data-role="{role}"' not in page_of(reader, f"/briefs/{idea}")
    assert "Keep the idea" not in page
    assert "Edit" not in page_of(reader, f"/briefs/{idea}")
    for path in ("", f"/{idea}/edit", f"/{idea}/copy", f"/{idea}/delete", f"/{idea}/shortlist"):
        assert reader.post(f"/briefs{path}", data={"purpose": "x"}).status_code == 403


def test_a_long_idea_is_answered_at_once(reader: Client) -> None:
    answer = reader.post(
        "/briefs/new", data={"purpose": "Sang " * 900, "needs-0-term": "meeting-room"}
    )
    assert answer.status_code == 200
    assert suggested(answer.text)[0] == "school"


@pytest.mark.parametrize(
    ("fields", "at", "text"),
    [
        ({}, "purpose", "Say what you look for"),
        ({"asker": "house"}, "purpose", "Say what you look for"),
        ({"purpose": "x", "asker": "zzzz"}, "asker", "No organisation is called"),
        ({"purpose": "x", "area": "Valbi"}, "area", "Did you mean Valby?"),
        ({"purpose": "x", "postcode": "9999", "km": "5"}, "postcode", "9999"),
        ({"purpose": "x", "postcode": "9999"}, "km", "how far away"),
        ({"purpose": "x", "area": "Valby", "postcode": "2500", "km": "5"}, "area", "not both"),
        ({"needs-0-term": "unicorns"}, "needs-0-term", "Choose one from the list"),
        (
            {"purpose": "x", "members-0-organisation": "cafe", "exclude-0-organisation": "cafe"},
            "exclude-0-organisation",
            "in already",
        ),
        ({"slots-0-name": "Vært"}, "slots-0-need1", "Choose what is needed there"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(
    reader: Client, fields: dict[str, str], at: str, text: str
) -> None:
    page = sent(reader, "/briefs/new", fields)
    summary = page.split('data-role="error-summary"')[1].split("</ul>")[0]
    assert f'href="#{at}"' in summary
    assert text in summary
    assert f'id="{at}"' in page
    assert suggested(page) == []
    for name, typed in fields.items():
        shown = f">{typed}</textarea>" if name == "purpose" else f'value="{typed}"'
        assert typed == "unicorns" or f'name="{name}"' in page
        assert typed == "unicorns" or shown in page


def test_an_address_that_no_longer_means_anything_says_so(reader: Client) -> None:
    page = page_of(reader, "/briefs/new?purpose=x&asker=zzzz", 422)
    assert 'data-role="error-summary"' in page


@pytest.mark.parametrize("path", ["/briefs/new", "/briefs"])
def test_rows_come_and_go_without_a_script(editor: Client, path: str) -> None:
    fields = {"purpose": "x", "slots-0-name": "Vært", "add": "slots"}
    page = unescape(editor.post(path, data=fields).text)
    assert 'name="slots-2-name"' in page
    assert 'value="Vært"' in page
    assert re.search(r'id="slots-1-name"[^>]*autofocus', page)
    fields = {"members-0-organisation": "A", "members-1-organisation": "B", "remove": "members-0"}
    page = editor.post(path, data=fields).text
    assert 'name="members-0-organisation" value="B"' in page


def test_the_settings_of_the_list_are_in_the_address(reader: Client) -> None:
    address = "/briefs/new?purpose=Sang&needs-0-term=meeting-room"
    page = page_of(reader, f"{address}&newness=0.5&also_small=2&top=5")
    groups = re.findall(r'data-group="(\w+)"', page)
    assert groups == ["best"] * 3 + ["also"] * 2
    assert "Small organisations, too" in page
    assert '<option value="0.5" selected>' in page
    assert '<input type="hidden" form="idea" name="newness" value="0.5">' in page
    answer = reader.post("/briefs/new", data={"purpose": "Sang", "newness": "0.5", "top": "5"})
    assert "newness=0.5" in answer.location
    assert "top=5" in answer.location


# When nobody fits


def test_what_could_be_loosened_is_said(reader: Client, installation: Installation) -> None:
    everybody = {f"exclude-{at}-organisation": key for at, key in enumerate(
        ("house", "school", "bridge", "cafe", "stranger")
    )}  # fmt: skip
    answer = reader.post("/briefs/new", data={"purpose": "Sang", **everybody})
    page = page_of(reader, answer.location)
    assert "Nobody fits" in page
    loosen = page.split('data-role="loosen"')[1]
    assert "not to be asked" in loosen
    assert "distance" not in loosen.split("</ul>")[0]


def test_needs_that_nobody_offers_are_named(reader: Client) -> None:
    page = page_of(reader, "/briefs/new?needs-0-term=meeting-room&needs-1-term=minibus")
    assert "Nobody who could be asked offers this: Minibus." in page
    assert suggested(page)[0] == "school"


def test_nobody_known_to_be_near_is_said(reader: Client) -> None:
    page = page_of(reader, "/briefs/new?needs-0-term=meeting-room&lat=1&lon=1&km=5")
    assert "Nobody is known to be within 5 km." in page


# Keeping somebody


def test_a_candidate_of_an_idea_that_is_not_kept_goes_on_a_shortlist(
    editor: Client, installation: Installation
) -> None:
    address = "/briefs/new?purpose=Sang&needs-0-term=meeting-room&themes=loneliness&top=5"
    page = page_of(editor, address)
    assert page.count('data-role="add-to-shortlist"') == len(suggested(page)) == 5
    assert 'name="idea-needs-0-term" value="meeting-room"' in page
    fields = {
        "idea-purpose": "Sang",
        "idea-needs-0-term": "meeting-room",
        "idea-themes": ["loneliness"],
        "organisation": "school",
        "top": "5",
        "title": "Sang i Valby",
    }
    answer = editor.post("/briefs/new/candidates", data=fields, headers=ENGLISH)
    assert answer.status_code == 303
    (line,) = list_shortlists(installation, READER)
    assert (line.title, line.organisation) == ("Sang i Valby", None)
    (entry,) = show_shortlist(installation, READER, line.id).entries
    assert entry.id == "school"
    assert entry.why is not None
    assert any(fact.id == "meeting-room" for reason in entry.why.reasons for fact in reason.facts)
    back = page_of(editor, answer.location.split("#")[0])
    assert answer.location.endswith("#suggestion-school")
    assert "Ålholm Skole is on the shortlist “Sang i Valby” now." in back
    assert "top=5" in answer.location
    assert f"shortlist={line.id}" in answer.location
    wrong = sent(editor, "/briefs/new/candidates", {**fields, "title": " "})
    assert "Write a title." in wrong
    assert suggested(wrong)
    gone = {**fields, "organisation": "nobody"}
    assert editor.post("/briefs/new/candidates", data=gone).status_code == 404


def test_candidates_of_an_idea_that_is_kept_go_on_a_shortlist(
    editor: Client, installation: Installation, idea: str
) -> None:
    fields = {"organisation": "school", "title": "Mødested", "newness": "1"}
    answer = editor.post(f"/briefs/{idea}/candidates", data=fields)
    (line,) = list_shortlists(installation, READER)
    assert line.organisation == ("house", "Kulturhuset")
    assert answer.location.startswith(f"/briefs/{idea}?")
    assert "newness=1" in answer.location
    again = {"organisation": "school", "shortlist": line.id}
    answer = editor.post(f"/briefs/{idea}/candidates", data=again, headers=ENGLISH)
    page = page_of(editor, answer.location)
    assert "already" in page
    assert 'data-role="kept-on"' in page
    wrong = sent(editor, f"/briefs/{idea}/candidates", {"organisation": "cafe", "title": ""})
    assert "Write a title." in wrong


def test_the_best_five_become_a_shortlist(
    editor: Client, installation: Installation, idea: str
) -> None:
    assert 'data-role="keep-best"' in page_of(editor, f"/briefs/{idea}")
    answer = editor.post(f"/briefs/{idea}/shortlist", data={"include_current": "1"})
    (line,) = list_shortlists(installation, READER)
    assert answer.location == f"/shortlists/{line.id}"
    shown = show_shortlist(installation, READER, line.id)
    assert (shown.title, shown.organisation) == ("Mødested", ("house", "Kulturhuset"))
    assert {each.id for each in shown.entries} == {"school", "cafe", "stranger", "bridge"}


# Ideas that are kept


def test_an_idea_is_kept_and_shown_with_its_partners(
    editor: Client, installation: Installation
) -> None:
    fields = {
        "title": "Mødested",
        "purpose": "Et sted\nat være",
        "asker": "Kulturhuset",
        "area": "Valby",
        "needs-0-term": "meeting-room",
        "needs-0-amount": "2",
        "needs-0-when": "tirsdag",
        "sectors": ["public"],
        "exclude-0-organisation": "Café Grøn",
        "slots-0-name": "Vært",
        "slots-0-sector": "public",
        "slots-0-need1": "volunteers",
        "funding_source": "Nordea-fonden",
    }
    answer = editor.post("/briefs", data=fields, headers=ENGLISH)
    (line,) = list_briefs(installation, READER)
    assert answer.location == f"/briefs/{line.id}"
    page = page_of(editor, answer.location)
    assert "The idea is kept." in page
    for text in ("Mødested", "Et sted<br>at være", "Meeting room (2), tirsdag", "Valby",
                 "Nordea-fonden", "Café Grøn", "Place: Vært", "Public body"):  # fmt: skip
        assert text in page, text
    assert suggested(page)[0] == "school"
    assert "cafe" not in suggested(page)


def test_an_idea_needs_a_title_to_be_kept(editor: Client, installation: Installation) -> None:
    page = sent(editor, "/briefs", {"purpose": "Sang", "title": " "})
    assert 'href="#title"' in page
    assert ">Sang</textarea>" in page
    assert list_briefs(installation, READER) == ()


def test_the_form_sends_what_it_was_filled_with(editor: Client, installation: Installation) -> None:
    key = make_brief(
        installation,
        "Mødested",
        needs=[ROOM],
        near={"lat": 55.5, "lon": 12.5, "km": 5.0},
        asker="house",
        members=["cafe"],
        themes=["loneliness"],
        slots=[{"name": "Vært", "needs": ["meeting-room", "volunteers"], "sector": "public"}],
    )
    before = show_brief(installation, READER, key)
    form = form_on(editor.get(f"/briefs/{key}/edit").text)
    answer = editor.post(f"/briefs/{key}/edit", data=form, headers=ENGLISH)
    assert answer.location == f"/briefs/{key}"
    assert "Nothing was changed." in page_of(editor, answer.location)
    assert show_brief(installation, READER, key) == before


def test_an_idea_is_changed(editor: Client, installation: Installation, idea: str) -> None:
    form = form_on(editor.get(f"/briefs/{idea}/edit").text)
    form["title"] = "Mødested to"
    assert editor.post(f"/briefs/{idea}/edit", data=form).status_code == 303
    assert show_brief(installation, READER, idea).title == "Mødested to"
    form["purpose"], form["needs-0-term"] = "", "unicorns"
    assert "Choose one from the list." in sent(editor, f"/briefs/{idea}/edit", form)


def test_who_is_later_is_told_and_keeps_what_was_typed(
    editor: Client, installation: Installation, idea: str
) -> None:
    form = form_on(editor.get(f"/briefs/{idea}/edit").text)
    other = show_brief(installation, READER, idea).text.as_document() | {"title": "Deres"}
    save_brief(installation, EDITOR, other, brief_id=idea)
    form["title"] = "Min"
    page = sent(editor, f"/briefs/{idea}/edit", form, 409)
    assert "Somebody else has changed this" in page
    assert 'value="Min"' in page
    assert editor.post(f"/briefs/{idea}/edit", data=form_on(page)).status_code == 303
    assert show_brief(installation, READER, idea).title == "Min"


def test_an_idea_is_copied_and_deleted(
    editor: Client, installation: Installation, idea: str
) -> None:
    copied = editor.post(f"/briefs/{idea}/copy", headers=ENGLISH)
    assert copied.location.endswith("/edit")
    titles = {line.title for line in list_briefs(installation, READER)}
    assert titles == {"Mødested", "Copy of Mødested"}
    deleted = editor.post(f"/briefs/{idea}/delete", headers=ENGLISH)
    assert deleted.location == f"/history/brief/{idea}"
    history = page_of(editor, deleted.location)
    assert "can be brought back here" in history
    assert editor.get(f"/briefs/{idea}").status_code == 404
    undo = re.search(r'action="(/history/\d+/undo)"', history)
    assert undo is not None
    assert f'href="/briefs/{idea}"' in page_of(editor, editor.post(undo[1]).location)
    assert editor.get(f"/briefs/{idea}").status_code == 200


def test_an_idea_that_means_nothing_any_longer_says_what_to_change(
    editor: Client, installation: Installation
) -> None:
    key = make_brief(installation, "Uden noget", asker="house")
    page = page_of(editor, f"/briefs/{key}")
    assert 'data-role="error-summary"' in page
    assert "does not say what is looked for" in page
    assert f'href="/briefs/{key}/edit"' in page
    assert suggested(page) == []


def test_verdicts_for_an_idea_are_given_and_taken_back_on_its_page(
    editor: Client, installation: Installation, idea: str
) -> None:
    page = page_of(editor, f"/briefs/{idea}")
    assert f"/briefs/{idea}/verdicts/school" in page
    give_verdict(installation, EDITOR, brief=idea, candidate="school", verdict="not_relevant")
    give_verdict(installation, EDITOR, asker="house", candidate="cafe", verdict="hide")
    page = page_of(editor, f"/briefs/{idea}")
    assert suggested(page) == ["stranger"]
    assert "Ålholm Skole" in page.split('data-role="left-out"')[1]
    assert "1 organisation is left out because of what was said for Kulturhuset." in page


@pytest.mark.parametrize("path", ["", "/edit", "/consortium"])
def test_an_idea_that_is_not_there_has_no_page(editor: Client, path: str) -> None:
    assert editor.get(f"/briefs/nothing{path}").status_code == 404


# The consortium


def test_the_consortium_is_a_table_with_a_picture(
    reader: Client, installation: Installation
) -> None:
    key = make_brief(
        installation,
        "Mødested",
        asker="house",
        needs=[ROOM, "transport", "minibus"],
        sectors=["public"],
    )
    page = page_of(reader, f"/briefs/{key}/consortium")
    best = page.split('data-role="consortium"')[1].split('data-role="greedy"')[0]
    assert re.findall(r'data-role="member" data-organisation="(\w+)"', best) == [
        "cafe",
        "school",
    ]
    assert "1 place is not covered" in best
    assert "Minibus:" in best.split('data-role="gaps"')[1]
    assert "No cheaper one covers as much." in best
    assert 'href="/organisations/house/introductions?to=school"' in best
    picture = re.search(r'<svg class="consortium-picture".*?</svg>', best, re.DOTALL)
    assert picture is not None
    assert 'aria-label="Meeting room: Ålholm Skole. ' in picture[0]
    assert "Minibus: nobody." in picture[0]
    assert picture[0].count("consortium-picture__gap") == 1
    assert "style=" not in best
    assert 'data-role="greedy"' in page
    assert 'data-role="keep-consortium"' not in page


def test_reserves_stand_with_the_place_they_are_for(
    reader: Client, installation: Installation
) -> None:
    make_organisation(installation, "Biblioteket", id="library", offers=["meeting-room"])
    key = make_brief(installation, needs=[ROOM], asker="house")
    best = page_of(reader, f"/briefs/{key}/consortium").split('data-role="consortium"')[1]
    assert "In reserve" in best
    assert "<strong>Meeting room:</strong> <a" in best
    assert "/organisations/library" in best


def test_the_number_of_new_members_can_be_bounded(
    reader: Client, installation: Installation
) -> None:
    key = make_brief(installation, needs=[ROOM, "transport"], asker="house")
    page = page_of(reader, f"/briefs/{key}/consortium?size=1")
    best = page.split('data-role="consortium"')[1]
    assert "if more members are allowed" in best
    for odd in ("0", "-1", "many", "1000000"):
        page = page_of(reader, f"/briefs/{key}/consortium?size={odd}")
        assert "if more members are allowed" not in page


def test_an_idea_without_anything_to_cover_says_what_to_add(
    editor: Client, installation: Installation
) -> None:
    key = make_brief(installation, purpose="Sang")
    page = page_of(editor, f"/briefs/{key}/consortium", 422)
    assert 'data-role="error-summary"' in page
    assert f'href="/briefs/{key}/edit"' in page


def test_the_members_become_a_shortlist(
    editor: Client, installation: Installation, idea: str
) -> None:
    page = page_of(editor, f"/briefs/{idea}/consortium")
    form = page.split(f'action="/briefs/{idea}/consortium/shortlist"')[1].split("</form>")[0]
    chosen = re.findall(r'name="organisation" value="(\w+)"', form)
    assert chosen == ["school"]
    answer = editor.post(f"/briefs/{idea}/consortium/shortlist", data={"organisation": chosen})
    (line,) = list_shortlists(installation, READER)
    assert answer.location == f"/shortlists/{line.id}"
    assert [each.id for each in show_shortlist(installation, READER, line.id).entries] == chosen
    assert editor.post(f"/briefs/{idea}/consortium/shortlist").status_code == 422


# For all


def test_names_and_words_are_only_text(editor: Client, installation: Installation) -> None:
    bad = "<script>alert(1)</script>"
    make_organisation(installation, bad, id="bad", offers=["meeting-room"])
    key = make_brief(
        installation, bad, purpose=bad, needs=[ROOM], asker="bad",
        slots=[{"name": bad, "needs": ["meeting-room"], "sector": None}],
    )  # fmt: skip
    for path in ("", "/edit", "/consortium"):
        assert "<script>alert" not in editor.get(f"/briefs/{key}{path}").text
    assert "<script>alert" not in editor.get("/briefs").text
    assert "<script>alert" not in editor.post("/briefs/new", data={"asker": bad * 2}).text


def test_strangers_are_led_to_sign_in(client: Client, idea: str) -> None:
    assert client.get("/briefs/new").status_code == 303
    assert client.post("/briefs/new", data={"purpose": "x"}).status_code == 401


def test_the_pages_ask_the_database_only_so_often(
    editor: Client, installation: Installation, idea: str, queries: Any
) -> None:
    make_shortlist(installation, "Fest", "house", ["school"])
    for path, most in ((f"/briefs/{idea}?top=50", 24), (f"/briefs/{idea}/consortium", 17),
                       ("/briefs", 5)):  # fmt: skip
        editor.get(path)
        with queries() as sent_:
            editor.get(path)
        assert len(sent_) <= most, (path, len(sent_))
