from __future__ import annotations

from datetime import date

import numpy as np

from matcher.landscape import InterestRow, Landscape, OrganisationRow, Rows, TermRow, build
from matcher.network.group_names import group_names
from matcher.wording.say import say

THEMES = (
    TermRow(id="food", vocabulary="theme", da="Mad og måltider", en="Food and shared meals"),
    TermRow(id="lonely", vocabulary="theme", da="Ensomhed og fællesskab", en="Loneliness"),
    TermRow(id="song", vocabulary="theme", da="Sang", en="Song"),
    TermRow(id="it", vocabulary="theme", da="IT", en="IT"),
)


def make_landscape(
    themes: list[str], places: list[tuple[str, str]] | None = None, names: list[str] | None = None
) -> Landscape:
    """One organisation for each text of themes ("food lonely"), by id in that order."""
    at = places or [("Byen", "")] * len(themes)
    return build(
        Rows(
            organisations=tuple(
                OrganisationRow(
                    id=f"o{number:03}",
                    name=names[number] if names else f"Aktør {number:03}",
                    municipality=town or None,
                    district=district or None,
                )
                for number, (town, district) in enumerate(at)
            ),
            terms=THEMES,
            interests=tuple(
                InterestRow(organisation=f"o{number:03}", vocabulary="theme", term=term)
                for number, words in enumerate(themes)
                for term in words.split()
            ),
        ),
        as_of=date(2026, 5, 1),
        revision=1,
    )


def named(landscape: Landscape, group: list[int], language: str = "en") -> list[str]:
    degree = np.array([1 + (number % 7 == 3) for number in range(len(group))])
    names = group_names(landscape, np.array(group), degree)
    return [say(name, language) for name in names]


def test_themes_and_a_district_that_stand_out() -> None:
    themes = ["food lonely"] * 4 + ["food"] + ["song"] * 5 + [""] * 10
    places = [("Byen", "Valby")] * 4 + [("Byen", "")] + [("Byen", "Nord")] * 5 + [("Byen", "")] * 10
    landscape = make_landscape(themes, places)
    group = [0] * 5 + [1] * 5 + [2] * 10
    assert named(landscape, group)[:2] == ["Food and loneliness in Valby", "Song in Nord"]
    danish = named(landscape, group, "da")
    assert danish[0].startswith("Mad ")
    assert " ensomhed " in danish[0]


def test_what_everybody_cares_about_names_nobody() -> None:
    landscape = make_landscape(["food"] * 20)
    assert named(landscape, [0] * 10 + [1] * 10) == ["Around Aktør 003", "Around Aktør 010"]


def test_what_two_of_many_care_about_names_nobody() -> None:
    landscape = make_landscape(["song"] * 2 + [""] * 18)
    assert named(landscape, [0] * 10 + [1] * 10)[0] == "Around Aktør 003"


def test_a_label_alone_is_said_in_full_and_abbreviations_keep_their_letters() -> None:
    landscape = make_landscape(["food"] * 4 + ["song it"] * 4 + [""] * 12)
    names = named(landscape, [0] * 4 + [1] * 4 + [-1] * 12)
    assert names[0] == "Food and shared meals"
    assert names[1] in {"Song and IT", "IT and song"}


def test_two_groups_never_have_the_same_name() -> None:
    """Three groups of the same people's interests, the best-tied of two of them namesakes."""
    names = ["Klubben"] * 12 + [f"Anden {number}" for number in range(30)]
    landscape = make_landscape(["song"] * 12 + [""] * 30, names=names)
    group = [0] * 4 + [1] * 4 + [2] * 4 + [-1] * 30
    said = named(landscape, group)
    assert len(set(said)) == 3
    assert said[0] == "Song"
    assert set(said[1:]) == {"Around Klubben", "Around Klubben (2)"}


def test_the_larger_group_chooses_first_and_the_same_network_is_named_the_same() -> None:
    landscape = make_landscape(["song"] * 9 + [""] * 20)
    group = [0] * 3 + [1] * 6 + [-1] * 20
    assert named(landscape, group)[1] == "Song"
    assert named(landscape, group) == named(landscape, group)


def test_no_groups_no_names() -> None:
    assert named(make_landscape(["song"] * 3), [-1] * 3) == []
    assert group_names(make_landscape([]), np.array([], dtype=int), np.array([], dtype=int)) == ()
