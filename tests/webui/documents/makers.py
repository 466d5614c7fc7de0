"""Maps to be set on paper, small and large, without a database."""

from __future__ import annotations

from datetime import date

import numpy as np

from matcher.landscape import OrganisationRow, Rows, build
from matcher.network.arrangement import network
from matcher.network.drawing import draw
from matcher.network.picture import MapPicture, MapView
from tests.matcher.network.evidence_makers import Stay, make_evidence
from webui.maps.look import Look, styled
from webui.maps.sheet import Sheet

AS_OF = date(2026, 5, 1)
SECTORS = ("association", "public", "business", None)
NASTY = '#evil[$x$] </script><b title="\'&amp;href"> *_`~@<label> 中😀'
"""What a name may hold, and no document may read as markup."""


def make_map(organisations: int, *, meetings: int | None = None, name: str = "Aktør") -> MapPicture:
    """So many organisations, and meetings (default: one each) of three drawn among neighbours."""
    rng = np.random.default_rng(1)
    landscape = build(
        Rows(
            organisations=tuple(
                OrganisationRow(id=f"n{row}", name=f"{name} {row}", sector=SECTORS[row % 4])
                for row in range(organisations)
            )
        ),
        as_of=AS_OF,
        revision=1,
    )
    count = organisations if meetings is None else meetings
    stays = [
        Stay(
            collaboration=f"c{number}",
            organisation=f"n{row}",
            since=date(2024, 1, 1),
            until=None if number % 3 else date(2025, 1, 1),
            agreement=None,
        )
        for number in range(count)
        for row in sorted({int(each) % organisations for each in rng.normal(number, 9, 3) % 1e6})
    ]
    return draw(network(landscape, make_evidence(stays, [], landscape.index, AS_OF)), MapView())


def make_sheet(picture: MapPicture, language: str = "da", **look: str) -> Sheet:
    """A map with all that a document says of it."""
    return Sheet(
        picture=picture,
        styled=styled(picture, Look(**look)),
        title="Netværket i Byen",
        conditions=("Kun Østre.",),
        language=language,
    )
