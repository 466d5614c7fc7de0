"""Read-only links: they open one thing, for a time, until they are withdrawn."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from matcher.errors import Refusal
from matcher.services.access import OPERATOR, Actor, may
from matcher.services.installation import Installation
from matcher.services.links import (
    Shared,
    ShareOptions,
    asks_password,
    holder_of,
    list_links,
    open_link,
    revoke,
    share,
    sites_of,
)
from matcher.services.views import ViewText, save_view
from matcher.store.queries import people
from matcher.store.tables import AccessLink, Change
from matcher.store.tables.base import now
from tests.factories import READER, make_shortlist

OPTIONS = ShareOptions(label="Styregruppen")
PASSWORD = "kun for udvalget"


@pytest.fixture
def editor(installation: Installation) -> Actor:
    """An editor with an account."""
    with installation.writing(OPERATOR) as work:
        user = people.add(work, email="e@samspil.example", role="editor", name="Else")
        work.commit()
    return Actor(role="editor", id=user.id, name=user.name)


@pytest.fixture
def shortlist(installation: Installation) -> str:
    """The id of a shortlist."""
    return make_shortlist(installation)


def token_of(shared: Shared) -> str:
    return shared.path.removeprefix("/links/")


def test_a_link_opens_what_it_is_for_and_nothing_else(
    installation: Installation, editor: Actor, shortlist: str
) -> None:
    made = share(installation, editor, "shortlist", shortlist, OPTIONS)
    opened = open_link(installation, token_of(made))
    assert (opened.subject, opened.subject_id) == ("shortlist", shortlist)
    holder = holder_of(installation, opened.id)
    assert may(holder, "show_shortlist", shortlist)
    assert not may(holder, "show_shortlist", "another")
    assert not may(holder, "draw_map")
    assert not may(holder, "show_organisation")


def test_a_link_to_the_map(installation: Installation, editor: Actor) -> None:
    made = share(installation, editor, "map", None, OPTIONS)
    holder = holder_of(installation, made.link.id)
    assert may(holder, "draw_map")
    assert not may(holder, "show_shortlist", "any")


@pytest.mark.parametrize(
    ("subject", "subject_id"),
    [("shortlist", "none"), ("shortlist", None), ("map", "x"), ("organisation", "x")],
)
def test_nothing_to_share(
    installation: Installation, editor: Actor, subject: str, subject_id: str | None
) -> None:
    with pytest.raises(Refusal) as refused:
        share(installation, editor, subject, subject_id, OPTIONS)
    assert refused.value.code == "not_found"


@pytest.mark.parametrize(
    ("options", "field"),
    [
        (ShareOptions(label=" "), "label"),
        (ShareOptions(label="x" * 101), "label"),
        (ShareOptions(label="x", days=0), "days"),
        (ShareOptions(label="x", days=366), "days"),
        (ShareOptions(label="x", password="kort"), "password"),
        (ShareOptions(label="x", sites=("http://www.valby.example",)), "sites"),
        (ShareOptions(label="x", sites=("https://*",)), "sites"),
        (ShareOptions(label="x", sites=("https://a.example",), password=PASSWORD), "sites"),
    ],
)
def test_faulty_options(
    installation: Installation, editor: Actor, options: ShareOptions, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        share(installation, editor, "map", None, options)
    assert list(refused.value.details["fields"]) == [field]  # type: ignore[call-overload]


def test_a_link_with_a_password_opens_for_who_has_it(
    installation: Installation, editor: Actor
) -> None:
    made = share(installation, editor, "map", None, ShareOptions(label="x", password=PASSWORD))
    token = token_of(made)
    assert made.link.has_password
    assert asks_password(installation, token)
    for wrong in ("", "noget andet"):
        with pytest.raises(Refusal, match="not the password") as refused:
            open_link(installation, token, wrong)
        assert refused.value.code == "invalid"
    assert open_link(installation, token, PASSWORD).id == made.link.id
    with installation.reading() as session:
        kept = session.execute(select(AccessLink.password_hash)).scalar_one()
    assert str(kept).startswith("$argon2id$")


def test_a_link_without_a_password_asks_for_none(installation: Installation, editor: Actor) -> None:
    made = share(installation, editor, "map", None, OPTIONS)
    assert not asks_password(installation, token_of(made))


def test_a_link_for_frames_of_other_sites(installation: Installation, editor: Actor) -> None:
    sites = ("https://www.valby.example/om", "https://www.valby.example", "http://localhost:8080")
    made = share(installation, editor, "map", None, ShareOptions(label="x", sites=sites))
    token = made.path.removeprefix("/embed/")
    assert made.link.sites == ("https://www.valby.example", "http://localhost:8080")
    assert open_link(installation, token).embedding
    revoke(installation, editor, made.link.id)
    assert sites_of(installation, token) == made.link.sites  # they may say that it is withdrawn
    assert sites_of(installation, "none") == ()


def test_a_shortlist_is_not_for_frames(
    installation: Installation, editor: Actor, shortlist: str
) -> None:
    options = ShareOptions(label="x", sites=("https://www.valby.example",))
    with pytest.raises(Refusal) as refused:
        share(installation, editor, "shortlist", shortlist, options)
    assert list(refused.value.details["fields"]) == ["sites"]  # type: ignore[call-overload]


def test_a_link_to_a_saved_view_is_listed_with_the_map(
    installation: Installation, editor: Actor
) -> None:
    view = save_view(installation, OPERATOR, ViewText(title="Mad i Valby")).id
    made = share(installation, editor, "map", view, OPTIONS)
    share(installation, editor, "map", None, ShareOptions(label="Alle"))
    assert holder_of(installation, made.link.id).subject_id == view
    listed = {link.label: link.view for link in list_links(installation, editor, "map", None)}
    assert listed == {"Styregruppen": "Mad i Valby", "Alle": None}


def test_a_link_lasts_thirty_days_unless_said(installation: Installation, editor: Actor) -> None:
    for options, days in ((OPTIONS, 30), (ShareOptions(label="x", days=7), 7)):
        link = share(installation, editor, "map", None, options).link
        assert link.expires - link.created == pytest.approx(
            timedelta(days=days), abs=timedelta(minutes=1)
        )


def test_an_expired_link_opens_nothing(installation: Installation, editor: Actor) -> None:
    made = share(installation, editor, "map", None, OPTIONS)
    with installation.writing(OPERATOR) as work:
        work.session.execute(update(AccessLink).values(expires=now() - timedelta(seconds=1)))
        work.commit()
    for use in (
        lambda: open_link(installation, token_of(made)),
        lambda: holder_of(installation, made.link.id),
    ):
        with pytest.raises(Refusal, match="good until") as refused:
            use()
        assert refused.value.code == "link_expired"
    assert [link.expired for link in list_links(installation, editor, "map", None)] == [True]


def test_a_withdrawn_link_opens_nothing(installation: Installation, editor: Actor) -> None:
    made = share(installation, editor, "map", None, OPTIONS)
    kept = share(installation, editor, "map", None, ShareOptions(label="Bestyrelsen"))
    revoke(installation, editor, made.link.id)
    revoke(installation, editor, made.link.id)  # twice is once
    for use in (
        lambda: open_link(installation, token_of(made)),
        lambda: holder_of(installation, made.link.id),
    ):
        with pytest.raises(Refusal, match="withdrawn"):
            use()
    assert [link.id for link in list_links(installation, editor, "map", None)] == [kept.link.id]


@pytest.mark.parametrize("token", ["", "x", "x" * 43])
def test_no_such_link(installation: Installation, editor: Actor, token: str) -> None:
    with pytest.raises(Refusal) as refused:
        open_link(installation, token)
    assert refused.value.code == "link_expired"
    with pytest.raises(Refusal):
        revoke(installation, editor, token)


def test_links_are_listed_where_they_lead(
    installation: Installation, editor: Actor, shortlist: str
) -> None:
    share(installation, editor, "map", None, OPTIONS)
    share(installation, editor, "shortlist", shortlist, ShareOptions(label="Bestyrelsen"))
    (link,) = list_links(installation, editor, "shortlist", shortlist)
    assert (link.label, link.made_by, link.expired) == ("Bestyrelsen", "Else", False)


def test_readers_do_not_share(installation: Installation, editor: Actor) -> None:
    link = share(installation, editor, "map", None, OPTIONS).link
    for use in (
        lambda: share(installation, READER, "map", None, OPTIONS),
        lambda: list_links(installation, READER, "map", None),
        lambda: revoke(installation, READER, link.id),
    ):
        with pytest.raises(Refusal) as refused:
            use()
        assert refused.value.code == "forbidden"


def test_neither_token_nor_hash_is_told(installation: Installation, editor: Actor) -> None:
    made = share(installation, editor, "map", None, OPTIONS)
    revoke(installation, editor, made.link.id)
    with installation.reading() as session:
        hashed = session.execute(select(AccessLink.token_hash)).scalar_one()
        changes = list(session.execute(select(Change).order_by(Change.id)).scalars())
    told = json.dumps([[c.before, c.after] for c in changes])
    assert [(c.record, c.action) for c in changes[-2:]] == [
        ("access_link", "created"),
        ("access_link", "updated"),
    ]
    assert token_of(made) not in told
    assert hashed not in told
    assert hashed != token_of(made)
