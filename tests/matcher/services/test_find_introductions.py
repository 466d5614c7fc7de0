"""Who can introduce two organisations in the records."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.find_introductions import find_introductions
from matcher.services.installation import Installation
from tests.factories import READER
from tests.neighbourhood import AS_OF, make_neighbourhood


def test_the_way_leads_over_the_common_partner(installation: Installation) -> None:
    make_neighbourhood(installation)
    answer = find_introductions(installation, READER, "Kulturhuset", "ålholm", as_of=AS_OF)
    (path,) = answer["paths"]
    assert path["organisations"] == [
        {"id": "house", "name": "Kulturhuset"},
        {"id": "bridge", "name": "Brobyggerne"},
        {"id": "school", "name": "Ålholm Skole"},
    ]
    assert 0 < path["strength"] <= 1


def test_no_way_is_an_answer_too(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert find_introductions(installation, READER, "house", "cafe", as_of=AS_OF) == {"paths": []}


@pytest.mark.parametrize(
    ("b", "paths", "code"),
    [("house", 3, "invalid"), ("school", 0, "invalid"), ("x", 3, "not_found")],
)
def test_what_makes_no_sense_is_refused(
    installation: Installation, b: str, paths: int, code: str
) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refusal:
        find_introductions(installation, READER, "house", b, as_of=AS_OF, paths=paths)
    assert refusal.value.code == code
