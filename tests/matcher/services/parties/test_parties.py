"""The parties to a collaboration: contacts, links, who answers for it, and who has left."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.errors import Refusal
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.parties import (
    PartiesPage,
    begin,
    edit_party,
    make_link,
    make_links,
    name_owner,
    party_here,
    save_party,
    show_parties,
    withdraw_link,
)
from matcher.store import documents
from matcher.store.queries import people
from tests.factories import EDITOR, READER, make_collaboration, make_organisation
from tests.neighbourhood import make_neighbourhood

TODAY = date(2026, 3, 1)
FORM = {
    "contact_name": "Ny kontakt",
    "contact_email": "ny@skole.example",
    "contact_phone": "",
    "deputy_name": "Stedfortræderen",
    "deputy_email": "",
    "language": "en",
}


@pytest.fixture
def collaboration(installation: Installation) -> str:
    make_neighbourhood(installation)
    return make_collaboration(installation, "Høstfest", ["school", "cafe"])


@pytest.fixture
def parties(installation: Installation, collaboration: str) -> dict[str, str]:
    """The ids of the parties by organisation."""
    begin(installation, EDITOR, collaboration, as_of=TODAY)
    page = show_parties(installation, EDITOR, collaboration, as_of=TODAY)
    return {each.line.organisation_id: each.line.id for each in page.parties}


def shown(installation: Installation, collaboration: str) -> PartiesPage:
    """The page as an editor sees it."""
    return show_parties(installation, EDITOR, collaboration, as_of=TODAY)


def make_user(installation: Installation, email: str, role: str, *, active: bool = True) -> str:
    """A person with an account."""
    with installation.writing(EDITOR) as work:
        user = people.add(work, email=email, role=role, name=email.partition("@")[0])
        user.active = active
        work.commit()
        return str(user.id)


def test_whoever_takes_part_becomes_a_party_once(
    installation: Installation, collaboration: str
) -> None:
    assert [name for _, name in shown(installation, collaboration).missing] == [
        "Café Grøn",
        "Ålholm Skole",
    ]
    assert begin(installation, EDITOR, collaboration, as_of=TODAY).changed
    assert not begin(installation, EDITOR, collaboration, as_of=TODAY).changed
    page = shown(installation, collaboration)
    assert (len(page.parties), page.missing, page.without_contact) == (2, (), ())
    assert page.without_link == ("Café Grøn", "Ålholm Skole")


def test_readers_see_who_the_parties_are_and_no_contacts(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    make_links(installation, EDITOR, collaboration, as_of=TODAY)
    page = show_parties(installation, READER, collaboration, as_of=TODAY)
    assert page.protected
    for party in page.parties:
        assert (party.line.contact_name, party.line.contact_email, party.link) == (None, None, None)


def test_a_contact_is_changed_and_two_at_it_lose_nothing(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    school = parties["school"]
    opened = edit_party(installation, EDITOR, collaboration, school, as_of=TODAY)
    done = save_party(
        installation,
        EDITOR,
        collaboration,
        school,
        Form(values=FORM),
        as_of=TODAY,
        version=opened.version,
    )
    assert done.changed
    mine = {**opened.form.values, "contact_phone": "12 34 56 78"}
    with pytest.raises(Refusal) as refusal:
        save_party(
            installation,
            EDITOR,
            collaboration,
            school,
            Form(values=mine),
            as_of=TODAY,
            version=opened.version,
        )
    assert refusal.value.code == "conflict"
    merged = refusal.value.details["form"]
    assert isinstance(merged, Form)
    assert merged.values["contact_phone"] == "12 34 56 78"
    assert merged.values["contact_name"] == "Ny kontakt"


@pytest.mark.parametrize(
    ("field", "text"), [("contact_email", "ikke en adresse"), ("language", "fr"), ("language", "")]
)
def test_what_is_wrong_is_said_at_its_field(
    installation: Installation,
    collaboration: str,
    parties: dict[str, str],
    field: str,
    text: str,
) -> None:
    form = Form(values={**FORM, field: text})
    with pytest.raises(Refusal) as refusal:
        save_party(installation, EDITOR, collaboration, parties["school"], form, as_of=TODAY)
    assert list(refusal.value.details["fields"]) == [field]  # type: ignore[call-overload]


def test_a_link_is_made_once_renewed_and_withdrawn(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    def token() -> str:
        link = {each.line.id: each.link for each in shown(installation, collaboration).parties}[
            school
        ]
        assert link is not None
        return link.path.removeprefix("/with/")

    school = parties["school"]
    for _ in range(2):
        assert make_links(installation, EDITOR, collaboration, as_of=TODAY) == 2
    first = token()
    assert party_here(installation, first, TODAY).party.organisation_id == "school"
    make_link(installation, EDITOR, collaboration, school, as_of=TODAY)
    assert token() == first
    make_link(installation, EDITOR, collaboration, school, as_of=TODAY, anew=True)
    assert token() != first
    with pytest.raises(Refusal) as refusal:
        party_here(installation, first, TODAY)
    assert refusal.value.code == "link_expired"
    assert withdraw_link(installation, EDITOR, collaboration, school, as_of=TODAY)
    assert not withdraw_link(installation, EDITOR, collaboration, school, as_of=TODAY)
    assert shown(installation, collaboration).without_link == ("Ålholm Skole",)


@pytest.mark.parametrize(
    ("changes", "good"),
    [
        ({"contact_email": "NY@skole.example", "contact_name": "Ny Kontakt"}, True),
        ({"contact_phone": "12 34 56 78"}, True),
        ({"contact_email": "vikar@skole.example", "deputy_email": "ny@skole.example"}, True),
        ({"contact_email": "efterfølger@skole.example"}, False),
        ({"contact_email": ""}, False),
        ({"deputy_email": ""}, False),
    ],
)
def test_a_link_that_was_sent_to_somebody_else_opens_nothing(
    installation: Installation,
    collaboration: str,
    parties: dict[str, str],
    changes: dict[str, str],
    good: bool,
) -> None:
    def save(**values: str) -> tuple[object, ...]:
        form = Form(values={**FORM, "deputy_email": "vikar@skole.example", **values})
        return save_party(installation, EDITOR, collaboration, school, form, as_of=TODAY).notes

    def tokens() -> list[str]:
        found = shown(installation, collaboration).parties
        return [each.link.path.removeprefix("/with/") for each in found if each.link]

    school = parties["school"]
    assert save() == ()  # it had no link
    make_link(installation, EDITOR, collaboration, school, as_of=TODAY)
    (sent,) = tokens()
    assert bool(save(**changes)) is not good
    (now,) = tokens()
    assert (now == sent) is good
    assert party_here(installation, now, TODAY).party.id == school
    if not good:
        with pytest.raises(Refusal, match="withdrawn"):
            party_here(installation, sent, TODAY)


def test_a_link_that_was_withdrawn_is_not_made_again_by_another_address(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    school = parties["school"]
    for address in ("en@skole.example", "to@skole.example"):
        form = Form(values={**FORM, "contact_email": address})
        saved = save_party(installation, EDITOR, collaboration, school, form, as_of=TODAY)
        assert saved.notes == ()
        make_link(installation, EDITOR, collaboration, school, as_of=TODAY)
        withdraw_link(installation, EDITOR, collaboration, school, as_of=TODAY)
    assert all(each.link is None for each in shown(installation, collaboration).parties)


def test_a_party_of_another_collaboration_is_none_here(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    other = make_collaboration(installation, "Andet", ["school", "house"])
    with pytest.raises(Refusal) as refusal:
        make_link(installation, EDITOR, other, parties["school"], as_of=TODAY)
    assert refusal.value.code == "not_found"


@pytest.mark.parametrize("until", [None, "2026-02-28"])
def test_who_leaves_is_shown_as_left_and_kept(
    installation: Installation, collaboration: str, parties: dict[str, str], until: str | None
) -> None:
    make_links(installation, EDITOR, collaboration, as_of=TODAY)
    with installation.writing(EDITOR) as work:
        found = documents.read(work.session, "collaboration", [collaboration])
        document = found[collaboration]
        there = [each for each in document["participants"] if each["organisation"] != "cafe"]
        if until:
            there.append({"organisation": "cafe", "role": None, "since": None, "until": until})
        after = {**document, "participants": there}
        documents.write(work, "collaboration", {collaboration: after}, before=found)
        work.commit()
    page = shown(installation, collaboration)
    assert [party.line.left for party in page.parties] == [True, False]
    assert [party.line.organisation_id for party in page.there] == ["school"]
    assert make_links(installation, EDITOR, collaboration, as_of=TODAY) == 1


def test_who_left_is_not_told_how_to_reach_the_others(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    save_party(
        installation, EDITOR, collaboration, parties["school"], Form(values=FORM), as_of=TODAY
    )
    make_links(installation, EDITOR, collaboration, as_of=TODAY)
    cafe = shown(installation, collaboration).parties[0]
    assert cafe.link is not None
    token = cafe.link.path.removeprefix("/with/")
    (other,) = party_here(installation, token, TODAY).others
    assert (other.contact_email, other.deputy_name) == ("ny@skole.example", "Stedfortræderen")
    with installation.writing(EDITOR) as work:
        found = documents.read(work.session, "collaboration", [collaboration])
        there = [
            {**each, "until": "2026-02-28" if each["organisation"] == "cafe" else None}
            for each in found[collaboration]["participants"]
        ]
        after = {**found[collaboration], "participants": there}
        documents.write(work, "collaboration", {collaboration: after}, before=found)
        work.commit()
    (other,) = party_here(installation, token, TODAY).others
    assert other.name == "Ålholm Skole"
    assert {getattr(other, name) for name in FORM if name != "language"} == {None}


@pytest.mark.parametrize(
    ("protected", "passed_on", "told"),
    [(False, None, True), (False, True, True), (True, True, True), (True, None, False),
     (True, False, False), (False, False, False)],
)  # fmt: skip
def test_a_party_begins_with_the_contact_that_may_be_passed_on(
    installation: Installation, protected: bool, passed_on: bool | None, told: bool
) -> None:
    own = {"email": "en@hus.example", "phone": "12 34 56 78", "contact_person": "Grethe"}
    held = make_organisation(
        installation, "Huset", advertising_protected=protected, may_pass_on=passed_on, **own
    )
    key = make_collaboration(installation, "Høstfest", [held, make_organisation(installation, "B")])
    begin(installation, EDITOR, key, as_of=TODAY)
    line = next(each.line for each in shown(installation, key).parties if each.line.name == "Huset")
    expected = ("Grethe", "en@hus.example", "12 34 56 78") if told else (None, None, None)
    assert (line.contact_name, line.contact_email, line.contact_phone) == expected


def test_another_editor_can_answer_for_it(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    one = make_user(installation, "en@hus.example", "editor")
    other = make_user(installation, "to@hus.example", "administrator")
    reader = make_user(installation, "tre@hus.example", "reader")
    gone = make_user(installation, "fire@hus.example", "editor", active=False)
    page = shown(installation, collaboration)
    assert (page.owner, [key for key, _ in page.owners]) == (None, [one, other])
    assert name_owner(installation, EDITOR, collaboration, one, "", as_of=TODAY).changed
    assert shown(installation, collaboration).owner == (one, "en")
    with pytest.raises(Refusal) as refusal:
        name_owner(installation, EDITOR, collaboration, other, "", as_of=TODAY)
    assert refusal.value.code == "conflict"
    for nobody in (reader, gone, "", "unknown"):
        with pytest.raises(Refusal) as refusal:
            name_owner(installation, EDITOR, collaboration, nobody, one, as_of=TODAY)
        assert refusal.value.code == "invalid"


def test_readers_change_nothing(
    installation: Installation, collaboration: str, parties: dict[str, str]
) -> None:
    for verb in (
        lambda: begin(installation, READER, collaboration, as_of=TODAY),
        lambda: make_links(installation, READER, collaboration, as_of=TODAY),
        lambda: name_owner(installation, READER, collaboration, "x", as_of=TODAY),
        lambda: edit_party(installation, READER, collaboration, parties["cafe"], as_of=TODAY),
    ):
        with pytest.raises(Refusal) as refusal:
            verb()
        assert refusal.value.code == "forbidden"


def test_a_collaboration_that_is_not_there_is_said(installation: Installation) -> None:
    for verb in (
        lambda: show_parties(installation, READER, "none", as_of=TODAY),
        lambda: begin(installation, EDITOR, "none", as_of=TODAY),
        lambda: make_links(installation, EDITOR, "none", as_of=TODAY),
    ):
        with pytest.raises(Refusal) as refusal:
            verb()
        assert refusal.value.code == "not_found"
