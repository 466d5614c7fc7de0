"""Words of names, as they are spelled."""

from __future__ import annotations

import pytest

from matcher.landscape.names import in_name
from matcher.wording.suggestion.names import spelled, whose

NAMES = ("Foreningen af Københavns Havnebade", "HAVNEKORET", "koret ved havnen", "DNP Denmark A/S")


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_name_is_spelled_as_there(name: str) -> None:
    for part in in_name(name):
        assert spelled(name, part) in name.replace("/", " ").split()
        assert whose(name, part) in name.lower()


def test_the_end_of_a_word_keeps_its_ending() -> None:
    assert in_name("Grønnevangsskolen") == ["grønnevangsskol"]
    assert spelled("Grønnevangsskolen", "-skol") == "-skolen"
    assert whose("Grønnevangsskolen", "-skol") == "grønnevangsskolen"


def test_a_letter_is_not_looked_for_within_words() -> None:
    assert spelled("Chemical A/S", "a") == "A"


def test_what_is_not_in_the_name_stays_as_it_is() -> None:
    assert spelled("Koret", "havn") == "havn"
    assert spelled("", "havn") == whose("", "havn") == "havn"
