"""What the words of a brief mean in the records."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.brief import Brief, Near, Need, Slot
from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NearText, NeedText, SlotText
from matcher.landscape import Landscape
from matcher.services.briefs_meant import brief_meant
from matcher.services.installation import Installation
from matcher.wording.say import say
from tests.factories import make_organisation
from tests.neighbourhood import AS_OF, make_neighbourhood


def _meant(installation: Installation, **said: Any) -> tuple[Landscape, Brief]:
    return brief_meant(installation, BriefText(**said), AS_OF)


def test_names_and_words_become_rows_and_columns(installation: Installation) -> None:
    make_neighbourhood(installation)
    landscape, brief = _meant(
        installation,
        purpose="Sang",
        themes=("ENSOMHED", "loneliness", "Green spaces"),
        target_groups=("ældre",),
        needs=(NeedText(term="Mødelokale", amount=20.0), NeedText(term="transport")),
        funding_source="Puljen",
        asker="kulturhuset",
        members=("bridge", "Kulturhuset", "Brobyggerne"),
        exclude=("Café",),
        sectors=("virksomhed", "public", "offentlig"),
        slots=(SlotText(name="Vært", needs=("meeting room", "Frivillige"), sector="forening"),),
    )
    words = {name: landscape.vocabularies[name].index for name in landscape.vocabularies}
    rows = landscape.index
    room, volunteers, transport = (
        words["capacity"][term] for term in ("meeting-room", "volunteers", "transport")
    )
    assert brief == Brief(
        purpose="Sang",
        themes=(words["theme"]["loneliness"], words["theme"]["green"]),
        target_groups=(words["target_group"]["older"],),
        needs=(Need(term=room, amount=20.0), Need(term=transport)),
        funding_source="Puljen",
        asker=rows["house"],
        members=(rows["bridge"],),
        exclude=(rows["cafe"],),
        sectors=(2, 1),
        slots=(
            Slot(name="Vært", needs=(room, volunteers), sector=0),
            Slot(name="transport", needs=(transport,)),
        ),
    )


def test_a_need_that_is_said_twice_counts_once_at_its_largest(installation: Installation) -> None:
    landscape, brief = _meant(
        installation,
        needs=(
            NeedText(term="Frivillige", amount=5.0, when="lørdag"),
            NeedText(term="volunteers", amount=9.0),
        ),
    )
    term = landscape.vocabularies["capacity"].index["volunteers"]
    assert brief.needs == (Need(term=term, amount=9.0, when="lørdag"),)
    assert [slot.name for slot in brief.slots] == ["Frivillige"]


def test_a_need_called_like_a_slot_gets_a_number(installation: Installation) -> None:
    _, brief = _meant(
        installation,
        needs=(NeedText(term="Frivillige"),),
        slots=(SlotText(name="Frivillige", needs=("transport",)),),
    )
    assert [slot.name for slot in brief.slots] == ["Frivillige", "Frivillige (2)"]


def test_a_postcode_is_where_those_who_have_it_are(installation: Installation) -> None:
    for number, (lat, lon) in enumerate([(55.0, 12.0), (55.2, 12.4), (None, None)]):
        make_organisation(installation, f"A{number}", postcode="2450", lat=lat, lon=lon)
    make_organisation(installation, "B", postcode="2500", lat=50.0, lon=10.0)
    near = NearText(postcode="2450", km=5.0)
    _, brief = _meant(installation, purpose="Sang", near=near)
    assert brief.near is not None
    assert (brief.near.lat, brief.near.lon) == pytest.approx((55.1, 12.2))
    _, brief = _meant(installation, purpose="Sang", near=NearText(lat=1.0, lon=2.0, km=3.0))
    assert brief.near == Near(lat=1.0, lon=2.0, km=3.0)


@pytest.mark.parametrize("area", ["Valby", "københavn", "Region Midtjylland"])
def test_an_area_may_be_one_that_nobody_is_in(installation: Installation, area: str) -> None:
    make_neighbourhood(installation)
    assert _meant(installation, purpose="Sang", area=area)[1].area == area


@pytest.mark.parametrize(
    ("said", "code", "field", "told"),
    [
        ({}, "invalid", None, "purpose"),
        ({"asker": "house", "area": "Valby"}, "invalid", None, "purpose"),
        ({"themes": ("Ensomhet",)}, "invalid", "themes", "Loneliness"),
        ({"themes": ("qqq",)}, "invalid", "themes", "nearest"),
        ({"target_groups": ("Ældrre",)}, "invalid", "target_groups", "Older people"),
        ({"needs": (NeedText(term="Mødelokal"),)}, "invalid", "needs", "Meeting room"),
        ({"sectors": ("kirke",)}, "invalid", "sectors", "Public body"),
        (
            {"slots": (SlotText(name="Vært", needs=("køresl",)),)},
            "invalid",
            "slots.Vært",
            "Transport",
        ),
        ({"slots": (SlotText(name="Vært", sector="kirke"),)}, "invalid", "slots.Vært", "Business"),
        ({"purpose": "x", "area": "Vallby"}, "invalid", "area", "Valby"),
        (
            {"purpose": "x", "near": NearText(postcode="9999", km=5.0)},
            "invalid",
            "near.postcode",
            "lat",
        ),
        (
            {"purpose": "x", "asker": "house", "exclude": ("Kulturhuset",)},
            "invalid",
            "exclude",
            "Take it out",
        ),
        (
            {"purpose": "x", "members": ("cafe",), "exclude": ("cafe",)},
            "invalid",
            "exclude",
            "Take it out",
        ),
        ({"purpose": "x", "asker": "Kulturhusset"}, "not_found", None, "Kulturhuset"),
        ({"purpose": "x", "members": ("nobody at all",)}, "not_found", None, ""),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_change(
    installation: Installation, said: dict[str, Any], code: str, field: str | None, told: str
) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refused:
        _meant(installation, **said)
    assert refused.value.code == code
    assert refused.value.hint is not None
    assert told in say(refused.value.hint, "en")
    named = refused.value.details.get("fields", {})
    assert list(named) == ([field] if field else [])  # type: ignore[call-overload]
