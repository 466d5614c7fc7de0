"""Messages in Danish and English."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.wording.message import Words, listed, message, messages_n
from matcher.wording.say import say


def test_values_are_said_in_the_same_language() -> None:
    room = Words(da="et lokale", en="a room")
    told = message("{what} on {day}: {n} and {km}", what=room, day=date(2026, 1, 2), n=1234, km=2.5)
    assert say(told, "en") == "a room on 2 January 2026: 1,234 and 2.5"
    assert say(told, "da").startswith("et lokale")
    assert say(told, "da").endswith("2. januar 2026: 1.234 and 2,5")


@pytest.mark.parametrize(("n", "expected"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_counts_choose_their_form(n: int, expected: str) -> None:
    assert say(messages_n("{n} row", "{n} rows", n=n), "en") == expected


def test_a_number_beyond_all_counting_is_said_by_its_digits() -> None:
    assert say(message("{number}", number=10**40), "da") == "1" + "0" * 40
    assert say(message("{number}", number=10**17), "en") == "100,000,000,000,000,000"


def test_lists_are_read_as_the_language_reads_them() -> None:
    assert say(listed(["a", "b", "c"]), "da") == "a, b og c"
    assert say(listed(["a", "b"]), "en") == "a and b"
    assert say(listed([]), "da") == ""


def test_text_and_messages_within_messages() -> None:
    assert say("as it is {here}", "da") == "as it is {here}"
    assert say(message("[{inner}]", inner=message("in")), "en") == "[in]"


def test_a_language_without_texts_is_an_error() -> None:
    with pytest.raises(ValueError, match="no texts in 'fr'"):
        say(message("x"), "fr")


def test_labels_are_parted_so_that_and_within_them_is_no_end() -> None:
    music = Words(da="Musik og sang", en="Music and singing")
    room = Words(da="Lokale", en="Room")
    assert say(listed([music, room]), "da") == "Musik og sang; Lokale"
    assert say(listed([music]), "en") == "Music and singing"
