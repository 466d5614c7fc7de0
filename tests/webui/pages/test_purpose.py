"""The purpose's pages: of the house, and of a party by its link."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from matcher.services.installation import Installation
from matcher.services.personal_links import withdraw
from tests.factories import EDITOR
from tests.matcher.services.purposes.making import (
    Together,
    answer,
    give,
    make_form,
    make_together,
    write,
)
from tests.webui.conftest import Client

ClientAs = Callable[..., Client]


@pytest.fixture
def together(installation: Installation) -> Together:
    """A collaboration of two, each with a link."""
    return make_together(installation)


def house(together: Together) -> str:
    return f"/collaborations/{together.id}/purpose"


def own(together: Together, name: str = "Beboerhuset") -> str:
    return f"/with/{together.tokens[name]}/purpose"


def typed(**written: str) -> dict[str, str]:
    """What a browser sends of a form."""
    return dict(make_form(**written).values)


def value(page: str, name: str) -> str:
    """The value of a field of a page that nobody types into."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None, name
    return found[1]


def test_all_pages_show_whatever_stage_it_is(
    together: Together, client_as: ClientAs, client: Client
) -> None:
    editor, reader = client_as("editor", "en"), client_as("reader", "en")

    def all_show() -> None:
        for path in (f"/collaborations/{together.id}", house(together)):
            assert editor.get(path).status_code == reader.get(path).status_code == 200
        for token in together.tokens.values():
            assert client.get(f"/with/{token}").status_code == 200
            assert client.get(f"/with/{token}/purpose").status_code == 200

    all_show()
    answer(together, "Beboerhuset", purpose="Mad\ntil alle")
    all_show()
    answer(together, "Plejehjemmet", target_group="Unge", heard="not_yet")
    all_show()
    write(together, target_group="")
    all_show()
    write(together)
    all_show()
    for name in together.parties:
        give(together, name, 3)
    all_show()


def test_a_party_answers_without_a_session(together: Together, client: Client) -> None:
    form = client.get(own(together)).text
    sent = {**typed(name="Kim", purpose="Mad <b>til</b> alle\nhver uge"), "do": "send"}
    done = client.post(own(together), data={**sent, "mark": value(form, "mark")})
    assert done.status_code == 303
    read = client.get(own(together)).text
    assert 'data-question="purpose"' in read
    assert 'data-question="target_group"' not in read, "nobody has answered it"
    assert 'data-role="nobody-answered"' in read
    assert "Mad &lt;b&gt;til&lt;/b&gt; alle<br>hver uge" in read


def test_who_has_not_answered_is_a_click_from_being_reminded(
    together: Together, client_as: ClientAs
) -> None:
    editor, reader = client_as("editor", "en"), client_as("reader", "en")
    answer(together, "Beboerhuset", purpose="Mad til alle")
    waited_for = f"/parties#party-{together.parties['Plejehjemmet']}"
    answered = f"/parties#party-{together.parties['Beboerhuset']}"
    page = editor.get(house(together)).text
    assert waited_for in page
    assert answered not in page
    assert waited_for not in reader.get(house(together)).text


def test_what_is_kept_for_later_stands_in_the_form(together: Together, client: Client) -> None:
    client.post(own(together), data={**typed(purpose="Begyndt"), "do": "keep"})
    assert "Begyndt" in client.get(own(together)).text
    answer(together, "Plejehjemmet", purpose="Vores")
    assert "Begyndt" not in client.get(own(together, "Plejehjemmet")).text


def test_what_cannot_be_sent_comes_back_as_written(together: Together, client: Client) -> None:
    done = client.post(own(together), data={**typed(need="Det ved vi"), "do": "send"})
    assert done.status_code == 422
    assert "Det ved vi" in done.text
    assert 'href="#name"' in done.text


def test_both_answers_are_shown_when_two_write_for_a_party(
    together: Together, client: Client
) -> None:
    mark = value(client.get(own(together)).text, "mark")
    answer(together, "Beboerhuset", purpose="Den andens svar")
    late = {**typed(name="Kim", purpose="Mit svar"), "do": "send", "mark": mark}
    refused = client.post(own(together), data=late)
    assert refused.status_code == 409
    assert "Den andens svar" in refused.text
    assert "Mit svar" in refused.text
    again = client.post(own(together), data={**late, "mark": value(refused.text, "mark")})
    assert again.status_code == 303


def test_a_changed_text_is_shown_instead_of_being_confirmed(
    together: Together, client: Client
) -> None:
    write(together)
    edition = value(client.get(own(together)).text, "edition")
    write(together, need="Vi har spurgt dem.")
    sent = {"name": "Kim", "edition": edition}
    refused = client.post(f"{own(together)}/confirm", data=sent)
    assert refused.status_code == 409
    assert "Vi har spurgt dem." in refused.text
    assert 'value="Kim"' in refused.text
    now = {**sent, "edition": value(refused.text, "edition")}
    assert client.post(f"{own(together)}/confirm", data=now).status_code == 303
    assert client.post(f"{own(together)}/confirm", data=now).status_code == 303, "twice is once"


def test_a_confirmation_needs_a_name(together: Together, client: Client) -> None:
    write(together)
    sent = {"name": " ", "edition": value(client.get(own(together)).text, "edition")}
    refused = client.post(f"{own(together)}/confirm", data=sent)
    assert refused.status_code == 422
    assert 'href="#confirm-name"' in refused.text


def test_a_remark_reaches_the_house(
    together: Together, client: Client, client_as: ClientAs
) -> None:
    write(together)
    sent = {"remark": "Også de unge", "edition": value(client.get(own(together)).text, "edition")}
    assert client.post(f"{own(together)}/remark", data=sent).status_code == 303
    assert "Også de unge" in client_as("reader").get(house(together)).text
    too_long = {**sent, "remark": "x" * 3001}
    assert client.post(f"{own(together)}/remark", data=too_long).status_code == 422


def test_a_withdrawn_link_opens_and_writes_nothing(together: Together, client: Client) -> None:
    with together.installation.writing(EDITOR) as work:
        withdraw(work, "party", together.parties["Beboerhuset"])
        work.commit()
    assert client.get(own(together)).status_code == 410
    assert client.post(own(together), data=typed(purpose="Mad")).status_code == 410
    assert client.post(f"{own(together)}/confirm", data={"name": "Kim"}).status_code == 410


def test_a_late_answer_is_refused_and_still_on_the_page(together: Together, client: Client) -> None:
    write(together)
    for name in together.parties:
        give(together, name, 2)
    refused = client.post(own(together), data=typed(name="Kim", purpose="For sent"))
    assert refused.status_code == 409
    assert "For sent" in refused.text


def test_the_house_begins_with_a_partys_answer(together: Together, client_as: ClientAs) -> None:
    for name in together.parties:
        answer(together, name, target_group=f"Gæster i {name}")
    editor = client_as("editor", "en")
    take = f"target_group:{together.parties['Plejehjemmet']}"
    begun = editor.post(house(together), data={**typed(need="Spurgt"), "take": take})
    assert begun.status_code == 200
    assert ">Gæster i Plejehjemmet</textarea>" in begun.text
    assert ">Spurgt</textarea>" in begun.text
    assert 'data-role="agreed-text"' not in begun.text, "nothing is saved by it"


def test_an_answer_that_is_closed_cannot_be_begun_with(
    together: Together, client_as: ClientAs
) -> None:
    answer(together, "Beboerhuset", purpose="hemmeligt")
    take = f"purpose:{together.parties['Beboerhuset']}"
    begun = client_as("editor").post(house(together), data={**typed(), "take": take})
    assert "hemmeligt" not in begun.text


def test_the_text_is_saved_with_both_versions_shown_to_who_comes_second(
    together: Together, client_as: ClientAs
) -> None:
    editor = client_as("editor", "en")
    version = value(editor.get(house(together)).text, "version")
    first = {**typed(purpose="Mad", target_group="Ældre"), "version": version}
    assert editor.post(house(together), data=first).status_code == 303
    second = {**typed(purpose="Musik", target_group=""), "version": version}
    refused = editor.post(house(together), data=second)
    assert refused.status_code == 409
    assert "Mad" in refused.text
    assert ">Musik</textarea>" in refused.text
    assert ">Ældre</textarea>" in refused.text
    again = {**second, "version": value(refused.text, "version")}
    assert editor.post(house(together), data=again).status_code == 303


def test_readers_see_it_without_buttons(together: Together, client_as: ClientAs) -> None:
    answer(together, "Beboerhuset", purpose="Mad")
    reader = client_as("reader")
    page = reader.get(house(together)).text
    for role in ("lay-open", "write", "to-links"):
        assert f'data-role="{role}"' not in page
    assert "Kontakt i Beboerhuset" not in page
    assert reader.post(f"{house(together)}/lay-open").status_code == 403
    assert reader.post(house(together), data=typed()).status_code == 403


def test_laying_open_and_taking_over(together: Together, client_as: ClientAs) -> None:
    editor = client_as("editor")
    answer(together, "Beboerhuset", purpose="Mad")
    assert 'data-role="lay-open"' in editor.get(house(together)).text
    assert editor.post(f"{house(together)}/lay-open").status_code == 303
    assert 'data-role="missing"' in editor.get(house(together)).text
    write(together)
    assert editor.post(f"{house(together)}/take-over").status_code == 409
    for name in together.parties:
        give(together, name, 3)
    assert editor.post(f"{house(together)}/take-over").status_code == 303
    assert "Ingen spiser alene." in editor.get(f"/collaborations/{together.id}").text


def test_there_is_no_purpose_without_a_collaboration(client_as: ClientAs) -> None:
    editor = client_as("editor")
    assert editor.get("/collaborations/findesikke/purpose").status_code == 404
    assert editor.post("/collaborations/findesikke/purpose", data=typed()).status_code == 404
    assert editor.post("/collaborations/findesikke/purpose/lay-open").status_code == 404


def test_the_text_is_asked_for_when_the_parties_have_answered(
    together: Together, client_as: ClientAs
) -> None:
    editor = client_as("editor", "en")

    def is_open() -> bool:
        found = re.search(r'<details class="mt-5"( open)? data-role="write">', page_of(editor))
        assert found is not None
        return found[1] is not None

    def page_of(reading: Client) -> str:
        return reading.get(house(together)).text

    assert not is_open()
    for name in together.parties:
        answer(together, name, purpose="Mad", target_group="Unge")
    assert is_open()
    write(together)
    assert not is_open()
