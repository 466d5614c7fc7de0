"""The vocabularies as lists to choose from."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.vocabularies import list_terms
from matcher.wording.message import Words
from tests.factories import READER, TERMS


def test_lists_are_in_the_order_of_the_readers_language(installation: Installation) -> None:
    words = list_terms(installation, READER)
    assert [line.words.da for line in words.ordered("theme", "da")] == [
        "Ensomhed",
        "Grønne byrum",
        "Åben mad",
    ]
    assert [line.words.en for line in words.ordered("theme", "en")] == [
        "Green spaces",
        "Loneliness",
        "Open food",
    ]


def test_labels_and_ids(installation: Installation) -> None:
    words = list_terms(installation, READER)
    assert words.words("kind", "club") == Words(da="Klub", en="Club")
    assert words.words("kind", "gone") == Words(da="gone", en="gone")
    assert words.ids("capacity") == set(TERMS["capacity"])


def test_nobody_must_sign_in(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        list_terms(installation, NOBODY)
    assert refusal.value.code == "not_signed_in"
