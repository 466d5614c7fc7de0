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


def test_an_unknown_name_is_refused_and_the_nearest_named() -> None:
    with pytest.raises(Refusal) as refused:
        read_settings({"SAMSPIL_DATABSE_URL": "sqlite://"})
    assert refused.value.hint is not None
    assert "SAMSPIL_DATABASE_URL" in say(refused.value.hint, "en")


def test_names_of_the_tests_are_passed_over() -> None:
    assert read_settings({"SAMSPIL_TEST_BROWSER": "/usr/bin/chromium"}) == Settings()
