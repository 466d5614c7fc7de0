"""Pages by a personal link: only for the link that is meant, whatever is sent to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule

from matcher.services import events
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.pulses import open_pulse
from matcher.store.tables import PersonalLink
from matcher.store.tables.base import now
from tests.factories import (
    EDITOR,
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)
from tests.webui.conftest import Client, as_client
from tests.webui.walk import ARGUMENT
from webui.party import BLUEPRINTS

KINDS = {"sign_up": "event", "calendar": "calendar"}
"""What the links of a blueprint are for; those of the others are for a party."""

HOSTILE = (
    "x" * 100_001,
    "9" * 5000,
    "-" + "9" * 30,
    "<script>alert(1)</script>\"'>",
    "\u202e\u200f\ufdd0\x0b\x1b\U0001f600",
    "a@b.example\r\nBcc: c@d.example",
    "{name} %s %(name)s #let x = 1 \\ $a$",
    "=1+1",
)
BODIES = (
    ("application/json", b'{"purpose": "\\ud800", "name": 5}'),
    ("application/json", b"["),
    ("text/plain", b"\xff\xfe"),
    ("multipart/form-data", b"x"),
    (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="name"; filename="a.csv"\r\n\r\nx\r\n--b--',
    ),
    ("application/x-www-form-urlencoded", b"name=%ed%a0%80&purpose=%ff"),
)


@pytest.fixture
def paths(installation: Installation) -> dict[str, str]:
    """The path of a link of each kind, to things that there are."""
    ends = [make_organisation(installation, name) for name in ("Huset", "Klubben")]
    collaboration = make_collaboration(installation, "Havedag", ends)
    party = make_parties(installation, collaboration)[ends[0]]
    day = date.today() + timedelta(days=7)
    form = {"title": "Aften", "day": day.isoformat(), "starts": "17:00", "rounds": "2"}
    event = events.save_event(
        installation, EDITOR, Form(values={**form, "minutes": "10", "pause": "5"})
    ).id
    open_pulse(installation, EDITOR, collaboration, today=date.today())
    subjects = {"party": party, "event": event, "calendar": "nobody"}
    return {
        kind: make_personal_link(installation, kind, subject)  # type: ignore[arg-type]
        for kind, subject in subjects.items()
    }


def token(path: str) -> str:
    return path.split("/")[2].removesuffix(".ics")


def by_link(app: Flask) -> Iterator[tuple[Rule, str]]:
    """The addresses that a personal link opens, with its kind; the way out of mails has no link."""
    for rule in app.url_map.iter_rules():
        blueprint = rule.endpoint.partition(".")[0]
        if blueprint in {*BLUEPRINTS, "calendar"} - {"no_mail"} and "token" in rule.arguments:
            yield rule, KINDS.get(blueprint, "party")


def refused(app: Flask, client: Client, rule: Rule, key: str) -> int:
    """The status of the answer to a token."""
    choices = {"number": 1, "form": "pdf"}
    values = {name: choices.get(name, ARGUMENT) for name in rule.arguments - {"token"}}
    path = app.url_map.bind("localhost").build(rule.endpoint, {**values, "token": key})
    method = "POST" if "POST" in (rule.methods or ()) else "GET"
    return client.open(path, method=method, csrf=False).status_code


def test_a_link_opens_the_pages_of_its_kind_and_no_others(
    app: Flask, paths: dict[str, str]
) -> None:
    client, rules = as_client(app), list(by_link(app))
    assert len(rules) >= 14
    for rule, kind in rules:
        for other in paths.keys() - {kind}:
            assert refused(app, client, rule, token(paths[other])) == 410, (rule, other)
        if kind != "calendar":  # nobody has this one
            assert refused(app, client, rule, token(paths[kind])) != 410, rule


@pytest.mark.parametrize("why", ["withdrawn", "expired", "cut", "signed otherwise"])
def test_a_link_that_is_no_good_opens_nothing(
    app: Flask, installation: Installation, paths: dict[str, str], why: str
) -> None:
    keys = {kind: token(path) for kind, path in paths.items()}
    if why == "cut":
        keys = {kind: key[:-3] for kind, key in keys.items()}
    elif why == "signed otherwise":
        keys = {
            kind: ".".join((key.split(".")[0], key.split(".")[1][::-1]))
            for kind, key in keys.items()
        }
    else:
        with installation.writing(EDITOR) as work:
            for link in work.session.scalars(select(PersonalLink)):
                if why == "withdrawn":
                    link.revoked = now()
                else:
                    link.expires = now() - timedelta(seconds=1)
            work.commit()
    client = as_client(app)
    for rule, kind in by_link(app):
        assert refused(app, client, rule, keys[kind]) == 410, rule


@pytest.mark.parametrize("where", ["purpose", "purpose/remark", "agreement", "pulse", "sign-up"])
def test_whatever_is_sent_gets_an_answer(app: Flask, paths: dict[str, str], where: str) -> None:
    client = as_client(app)
    page = paths["event"] if where == "sign-up" else f"{paths['party']}/{where}"
    read = page.removesuffix("/remark")
    names = ("purpose", "target_group", "name", "remark", "edition", "version", "mark", "pulse",
             "aim", "organisation", "person", "email", "absent")  # fmt: skip
    for text in HOSTILE:
        data = dict.fromkeys(names, text)
        for sent in (data, {**data, "email": "a@b.example", "mark": "", "aim": "3"}):
            assert client.post(page, data=sent, csrf=False).status_code < 500, text[:40]
    for content_type, body in BODIES:
        answer = client.post(page, data=body, content_type=content_type, csrf=False)
        assert answer.status_code < 500, (content_type, body)
    assert client.post(page, data={"name": "a\0b"}, csrf=False).status_code == 400
    assert client.post(page, data={"name": "x" * 3_000_000}, csrf=False).status_code == 413
    shown = client.get(read)
    assert shown.status_code == 200
    assert "<script>alert" not in shown.text
