"""A small neighbourhood in the records, whose right suggestions are plain to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.factories import Where, make_collaboration, make_organisation

AS_OF = date(2026, 3, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbourhood:
    """The ids of those who live here.

    `house` asks: it needs a meeting room and offers volunteers. `school` is the very partner:
    the other way round, same theme, same district, and `bridge`, which works with both, can
    introduce them; its contact points may be passed on. `cafe` shares only the district, and has
    not said that they may. Of `stranger` nothing is known. `closed` wants no new partners.
    """

    house: str
    school: str
    bridge: str
    cafe: str
    stranger: str
    closed: str


def make_neighbourhood(
    where: Where, *, kind: str = "school", target_group: str = "older"
) -> Neighbourhood:
    """The neighbourhood with its two collaborations.

    `kind` is what the school is and `target_group` whom the bridge is there for; they are terms of
    tests/factories.py unless said, and all others are in the shipped vocabularies, too.
    """
    here = {"municipality": "København", "district": "Valby"}
    made = Neighbourhood(
        house=make_organisation(
            where,
            "Kulturhuset",
            id="house",
            sector="association",
            needs=["meeting-room"],
            offers=["volunteers"],
            themes=["loneliness"],
            **here,
        ),
        school=make_organisation(
            where,
            "Ålholm Skole",
            id="school",
            sector="public",
            kind=kind,
            offers=["meeting-room"],
            needs=["volunteers"],
            themes=["loneliness"],
            email="kontor@skole.example",
            phone="70 10 20 30",
            contact_person="Kim Prøve",
            website="https://skole.example",
            may_pass_on=True,
            **here,
        ),
        bridge=make_organisation(
            where, "Brobyggerne", id="bridge", sector="association", target_groups=[target_group]
        ),
        cafe=make_organisation(
            where,
            "Café Grøn",
            id="cafe",
            sector="business",
            offers=["transport"],
            email="hej@cafe.example",
            phone="70 99 99 99",
            contact_person="Bo Prøve",
            **here,
        ),
        stranger=make_organisation(where, "Ubeskrevet", id="stranger"),
        closed=make_organisation(
            where,
            "Lukkede Døre",
            id="closed",
            offers=["meeting-room"],
            open_to_partners=False,
            **here,
        ),
    )
    make_collaboration(where, "Fælles måltider", ["house", "bridge"], start=date(2024, 1, 1))
    make_collaboration(
        where, "Læsehjælp", ["bridge", "school"], start=date(2020, 1, 1), end=date(2022, 12, 31)
    )
    return made
