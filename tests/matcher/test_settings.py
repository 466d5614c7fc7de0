"""Settings come from one table."""

from __future__ import annotations

from dataclasses import fields

import pytest

from matcher.errors import Refusal
from matcher.settings import SETTINGS, Settings, read_settings
from matcher.wording.say import say


def test_the_table_and_the_class_say_the_same() -> None:
    table = {setting.name.lower(): setting.default for setting in SETTINGS}
    assert table == {field.name: field.default for field in fields(Settings)}


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read_settings({"PATH": "/bin"}) == Settings()


def test_values_have_their_types() -> None:
    given = read_settings(
        {"SAMSPIL_PROXIES": "2", "SAMSPIL_SECURE_COOKIES": "yes", "SAMSPIL_LANGUAGE": "en"}
    )
    assert (given.proxies, given.secure_cookies, given.language) == (2, True, "en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMSPIL_PROXIES", "two"),
        ("SAMSPIL_PROXIES", "-1"),
        ("SAMSPIL_SECURE_COOKIES", "maybe"),
        ("SAMSPIL_LANGUAGE", "fr"),
        ("SAMSPIL_TIME_ZONE", "Mars/Olympus"),
        ("SAMSPIL_SMTP_PORT", "0"),
        ("SAMSPIL_SMTP_PORT", "65536"),
        ("SAMSPIL_SMTP_PORT", "9" * 5000),
        ("SAMSPIL_SMTP_HOST", "smtp://mail.example.org"),
        ("SAMSPIL_SMTP_HOST", "mail.example.org 25"),
        ("SAMSPIL_SMTP_HOST", "me@mail.example.org"),
        ("SAMSPIL_SMTP_SECURITY", "ssl"),
        ("SAMSPIL_MAIL_FROM", "Samspil"),
        ("SAMSPIL_MAIL_FROM", "samspil@localhost"),
        ("SAMSPIL_MAIL_FROM", "a@example.org, b@example.org"),
        ("SAMSPIL_MAIL_FROM", "Samspil <samspil@example.org>\nBcc: all@example.org"),
        ("SAMSPIL_TILE_URL", "https://tiles.example.org/tile.png"),
        ("SAMSPIL_TILE_URL", "file:///{z}/{x}/{y}.png"),
        ("SAMSPIL_TILE_URL", "https://{x}.example.org/{z}/{y}.png"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_its_name(name: str, value: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_settings({name: value})
    assert name in say(refused.value.text, "en")
    assert value in say(refused.value.text, "en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMSPIL_SMTP_HOST", "127.0.0.1"),
        ("SAMSPIL_SMTP_HOST", "::1"),
        ("SAMSPIL_SMTP_HOST", ""),
        ("SAMSPIL_SMTP_SECURITY", "tls"),
        ("SAMSPIL_MAIL_FROM", ""),
        ("SAMSPIL_MAIL_FROM", "samspil@example.org"),
        ("SAMSPIL_MAIL_FROM", "Frivilligcenter Ærø <post@ærø.example>"),
        ("SAMSPIL_MAIL_FROM", '"Center, Byens" <post@example.org>'),
    ],
)
def test_what_says_where_mail_goes_is_taken_as_it_is(name: str, value: str) -> None:
    given = read_settings({name: value})
    assert getattr(given, name.removeprefix("SAMSPIL_").lower()) == value


def test_a_password_is_not_shown_with_the_settings() -> None:
    assert "hemmelig" not in repr(read_settings({"SAMSPIL_SMTP_PASSWORD": "hemmelig"}))


def test_an_unknown_name_is_refused_and_the_nearest_named() -> None:
    with pytest.raises(Refusal) as refused:
        read_settings({"SAMSPIL_DATABSE_URL": "sqlite://"})
    assert refused.value.hint is not None
    assert "SAMSPIL_DATABASE_URL" in say(refused.value.hint, "en")


def test_names_of_the_tests_are_passed_over() -> None:
    assert read_settings({"SAMSPIL_TEST_BROWSER": "/usr/bin/chromium"}) == Settings()
