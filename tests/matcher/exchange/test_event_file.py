"""Events from files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.event_file import EventText, event_of, read_event
from matcher.wording.say import say


def test_a_file_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "event.toml"
    path.write_text(
        'participants = ["A", "B ", "C"]\nabsent = { 2 = ["A"], 10 = ["B", "C"] }\n'
        'never = [["A", "B"]]\n',
        encoding="utf-8",
    )
    assert read_event(path) == EventText(
        participants=("A", "B", "C"), absent={2: ("A",), 10: ("B", "C")}, never=(("A", "B"),)
    )


def test_only_participants_are_needed() -> None:
    assert event_of({"participants": ["A", "B"]}) == EventText(participants=("A", "B"))


@pytest.mark.parametrize(
    ("changed", "field", "told"),
    [
        ({"participants": None}, "participants", "at least two"),
        ({"participants": ["A"]}, "participants", "at least two"),
        ({"participants": ["A", " "]}, "participants", "at least two"),
        ({"participants": ["A", "B", "A"]}, "participants", "twice"),
        ({"participants": "A"}, "participants", "must be a list"),
        ({"participants": [str(i) for i in range(1001)]}, "participants", "1,000"),
        ({"particpants": ["A", "B"]}, "particpants", "participants"),
        ({"absent": ["A"]}, "absent", "must be a table"),
        ({"absent": {"one": ["A"]}}, "absent.one", "not the number of a round"),
        ({"absent": {"0": ["A"]}}, "absent.0", "not the number of a round"),
        ({"absent": {"01": ["A"]}}, "absent.01", "not the number of a round"),
        ({"absent": {"": ["A"]}}, "absent.", "not the number of a round"),
        ({"absent": {"-1": ["A"]}}, "absent.-1", "not the number of a round"),
        ({"absent": {"1": "A"}}, "absent.1", "must be a list"),
        ({"never": [["A"]]}, "never[1]", "two different"),
        ({"never": [["A", "A"]]}, "never[1]", "two different"),
        ({"never": [["A", ""]]}, "never[1]", "two different"),
        ({"never": [["A", "B", "C"]]}, "never[1]", "two different"),
        ({"never": ["A"]}, "never[1]", "two different"),
        ({"never": [["A", 1]]}, "never[1]", "must be a text"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    changed: dict[str, Any], field: str, told: str
) -> None:
    with pytest.raises(Refusal) as refused:
        event_of({"participants": ["A", "B"], **changed})
    said = refused.value
    assert said.code == "invalid"
    assert list(said.details["fields"]) == [field]  # type: ignore[call-overload]
    hint = say(said.hint, "en") if said.hint else ""
    assert told in f"{say(said.text, 'en')} {hint}"
