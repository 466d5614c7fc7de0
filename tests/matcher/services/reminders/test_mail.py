"""What a mail looks like when it arrives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.reminders import send_reminders
from matcher.services.reminders.letter import Closing, LetterLine, plain, write
from matcher.services.reminders.mail import as_mail, sender
from matcher.services.reminders.mailbox import MOST
from matcher.services.reminders.way_out import way_out
from matcher.settings import Settings
from matcher.wording.message import message
from tests.mail_servers import Inbox
from tests.matcher.services.dues import TODAY, make_due, make_party, set_dues
from tests.matcher.services.reminders.conftest import MakeUser, mailing

CLOSING = Closing(text=message("Bye."))
SETTINGS = Settings(mail_from="samspil@samspil.example", public_url="https://samspil.example")


def body(mail: EmailMessage, kind: str) -> str:
    """The text of one of its bodies."""
    found = mail.get_body((kind,))
    assert found is not None
    return str(found.get_content())


def make_line(about: str = "Havedag", days: int = 0, text: str = "Hold the talk.") -> LetterLine:
    return LetterLine(
        day=TODAY + timedelta(days=days),
        about=about,
        text=message("{what}", what=text),
        address="https://samspil.example/x",
    )


def make_content(**fields: str) -> dict[str, Any]:
    return {
        "name": "Kim",
        "language": "da",
        "subject": "Skal gøres",
        "text": "Tekst\n",
        "html": "<p>Tekst</p>",
        "written": "2026-03-02T06:00:00+00:00",
        **fields,
        "ways_out": ["https://samspil.example/no-mail/x", "mailto:samspil@samspil.example"],
    }


def test_a_mail_has_what_a_mail_must_have(
    installation: Installation,
    inbox: Inbox,
    make_user: MakeUser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kim = make_user(name="Åse Ørsted Æbeltoft", language="en")
    set_dues(monkeypatch, make_due(user=kim, about="Blåbærgrød på Ærø"))
    send_reminders(installation, OPERATOR, TODAY, lambda: datetime(2026, 3, 2, 6, tzinfo=UTC))
    (mail,), (raw,) = inbox.mails, inbox.raw
    assert mail["From"] == "Samspil i Byen <samspil@samspil.example>"
    assert mail["To"].addresses[0].display_name == "Åse Ørsted Æbeltoft"
    assert "Blåbærgrød på Ærø" in mail["Subject"]
    assert mail["Date"].datetime == datetime(2026, 3, 2, 6, tzinfo=UTC)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "en"
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    for kind in ("plain", "html"):
        assert "https://samspil.example/by/collaborations/x" in body(mail, kind)
        assert "Blåbærgrød på Ærø" in body(mail, kind)
        assert "https://samspil.example/by/account#reminders" in body(mail, kind)
    assert raw.isascii()
    head, _, rest = raw.partition(b"\r\n\r\n")
    assert max(len(line) for line in rest.split(b"\r\n")) <= 78
    assert b"\r\nList-Unsubscribe: <https://samspil.example/by/no-mail/" in head
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert list(mail.defects) == []


def test_it_is_in_the_language_of_who_gets_it(
    installation: Installation, inbox: Inbox, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    danish = make_party(installation, "A", contact_email="a@forening.example", language="da")
    english = make_party(installation, "B", contact_email="b@forening.example", language="en")
    user = make_user("c@samspil.example")
    dues = [make_due(party, party=party) for party in (danish, english)]
    set_dues(monkeypatch, *dues, make_due(user=user))
    send_reminders(installation, OPERATOR, TODAY)
    assert [mail["Content-Language"] for mail in inbox.mails] == ["da", "en", "da"]
    assert ["<html lang=\"da\">" in body(mail, "html") for mail in inbox.mails] == [
        True, False, True,
    ]  # fmt: skip
    assert "2. marts 2026" in body(inbox.mails[0], "plain")
    assert "2 March 2026" in body(inbox.mails[1], "plain")


@pytest.mark.parametrize(
    ("url", "one_press"),
    [("https://samspil.example/by", True), ("http://samspil.example/by", False)],
)
def test_everybody_finds_the_way_out_in_the_mail_and_by_the_mail_program(
    url: str,
    one_press: bool,
    installation: Installation,
    inbox: Inbox,
    make_user: MakeUser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    email = f"{'grethe-fra-bestyrelsen' * 2}@forening.example"
    kim, party = make_user(), make_party(installation, contact_email=email)
    set_dues(monkeypatch, make_due(party=party), make_due("a", user=kim))
    mailing(installation, inbox.port, public_url=url)
    send_reminders(installation, OPERATOR, TODAY)
    for mail, raw, to in zip(inbox.mails, inbox.raw, (email, "kim@samspil.example"), strict=True):
        out = url + way_out(installation, to, "da")
        head = raw.partition(b"\r\n\r\n")[0].decode()
        subject = "Ingen%20flere%20p%C3%A5mindelser"
        assert (
            f"\r\nList-Unsubscribe: <{out}>,\r\n"
            f" <mailto:samspil@samspil.example?subject={subject}>\r\n"
        ) in head
        posted = "List-Unsubscribe=One-Click" if one_press else None
        assert mail["List-Unsubscribe-Post"] == posted
        led = out if to == email else f"{url}/account#reminders"
        for kind in ("plain", "html"):
            assert led in body(mail, kind)


def test_what_is_overdue_comes_first_under_its_own_heading() -> None:
    lines = [make_line("Late", -3), make_line("Now"), make_line("Soon", 7)]
    letter = write("Kim", lines, [CLOSING], TODAY, "en")
    order = [letter.text.index(word) for word in ("OVERDUE", "Late", "COMING UP", "Now", "Soon")]
    assert order == sorted(order)
    assert "27 February 2026" in letter.text
    assert "today" not in letter.text.lower()


@pytest.mark.parametrize(
    ("abouts", "subject"),
    [
        (["Havedag"], "To do: Havedag"),
        (["Havedag", "Havedag"], "To do: Havedag"),
        (["Havedag", "Fest"], "To do: Havedag and one more"),
        (["Havedag", "Fest", "Have", "Fest"], "To do: Havedag and 2 more"),
    ],
)
def test_the_subject_says_what_it_is_about(abouts: list[str], subject: str) -> None:
    lines = [make_line(about) for about in abouts]
    assert write("Kim", lines, [CLOSING], TODAY, "en").subject == subject


def test_what_several_have_in_common_is_said_in_the_mails_language() -> None:
    line = replace(make_line(), about=message("Grants that end"))
    letter = write("Kim", [line, line, make_line()], [CLOSING], TODAY, "da")
    assert letter.subject == "Skal gøres: Bevillinger der udløber og en ting mere"
    for said in (letter.text, letter.html):
        assert said.count("Bevillinger der udløber") == 2 + (said is letter.html)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


@given(st.text(), st.text(), st.text())
def test_no_text_of_anybodys_becomes_markup_or_a_header(name: str, about: str, text: str) -> None:
    letter = write(name, [make_line(about or "x", text=text)], [CLOSING], TODAY, "en")
    seen = _Tags()
    seen.feed(letter.html)
    assert seen.tags <= {
        "html", "head", "meta", "title", "body", "p", "h2", "ul", "li", "a", "strong", "br", "span",
    }  # fmt: skip
    assert letter.subject.isprintable()
    content = make_content(name=name, subject=letter.subject, text=letter.text, html=letter.html)
    raw, again = (
        as_mail(SETTINGS, "kim@samspil.example", "<1@samspil.example>", content).as_bytes()
        for _ in range(2)
    )
    head = raw.partition(b"\r\n\r\n")[0]
    assert len(re.findall(rb"^(?:To|Subject|Message-ID|From|Bcc):[ \r]", head, re.MULTILINE)) == 4
    assert raw == again
    (receiver,) = message_from_bytes(raw, policy=default)["To"].addresses
    assert receiver.addr_spec == "kim@samspil.example"


@pytest.mark.parametrize(
    "name",
    [
        "Kim\r\nBcc: all@example.org",
        'Kim "den lille" <x@y.example>, Bo',
        "Kim\u2028\u0000\u0085Prøve",
        "=?utf-8?q?Kim?=",
        "",
        "Å" * 300,
    ],
)
def test_a_name_stays_a_name(name: str) -> None:
    mail = as_mail(SETTINGS, "kim@samspil.example", "<1@x>", make_content(name=name))
    (receiver,) = mail["To"].addresses
    assert receiver.addr_spec == "kim@samspil.example"
    assert receiver.display_name == plain(name)
    assert mail["Bcc"] is None


@pytest.mark.parametrize(
    ("setting", "name", "address"),
    [
        ("samspil@samspil.example", "Samspil", "samspil@samspil.example"),
        ("Frivilligcenter Ærø <post@aeroe.example>", "Frivilligcenter Ærø", "post@aeroe.example"),
        ('"Center, Byens" <post@ærø.example>', "Center, Byens", "post@xn--r-3fa9c.example"),
    ],
)
def test_whom_it_is_from(setting: str, name: str, address: str) -> None:
    found = sender(Settings(mail_from=setting))
    assert (found.display_name, found.addr_spec) == (name, address)


def test_who_has_very_much_to_do_is_told_the_first_of_it_and_where_the_rest_is(
    installation: Installation, inbox: Inbox, make_user: MakeUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = make_user()
    set_dues(monkeypatch, *(make_due(f"{n}", user=kim) for n in range(MOST + 7)))
    (told,) = send_reminders(installation, OPERATOR, TODAY)
    assert told.things == MOST + 7
    text = body(inbox.mails[0], "plain")
    assert text.count("/collaborations/x") == MOST
    assert "https://samspil.example/by/due" in text
    assert send_reminders(installation, OPERATOR, TODAY + timedelta(days=1)) == ()


def test_days_are_written_out() -> None:
    line = LetterLine(
        day=date(2028, 2, 29), about="A", text=message("B"), address="https://samspil.example"
    )
    assert "29. februar 2028" in write("Kim", [line], [CLOSING], TODAY, "da").text
