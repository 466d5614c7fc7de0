"""The report for a funder is two pages whatever there is to tell, and can be read by everybody."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest

from matcher.partnership.ledger import Funnel, Reasons, Stage
from matcher.partnership.ledger_entry import STAGES
from matcher.partnership.ledger_groups import By, Period
from matcher.services.ledger import Collaborations, Ledger, LedgerRow, LedgerTable
from matcher.wording.labels import WHY_NOT
from matcher.wording.message import message
from webui.documents.ledger_pdf import ledger_pdf

LONG = "Fællesskaber for ældre medborgere og pårørende i udsatte boligområder"


def make_funnel(most: int = 98_765) -> Funnel:
    """Stages with large numbers and long times."""
    return Funnel(
        stages=tuple(
            Stage(key=key, count=most - at, days=1234.5 if at else None, rests_on=most if at else 0)
            for at, key in enumerate(STAGES)
        ),
        declined=most,
        ended=most,
        unknown=most,
    )


def make_ledger(rows: int) -> Ledger:
    """A ledger with so many rows in each table, all with long names."""
    kinds: tuple[By, ...] = ("period", "theme", "sector", "district")
    return Ledger(
        as_of=date(2026, 9, 30),
        period=Period(),
        words=(message("Candidates put on a list since {since}.", since=date(2026, 1, 1)),
               message("District: {district}.", district=LONG)),
        total=make_funnel() if rows else make_funnel(0),
        tables=tuple(
            LedgerTable(
                by=by,
                rows=tuple(
                    LedgerRow(key=str(at), label=f"{LONG} {at}", funnel=make_funnel())
                    for at in range(rows)
                ),
            )
            for by in kinds
        ),
        reasons=Reasons(
            counts=tuple((key, 9) for key in [*WHY_NOT, None]) if rows else (), judged=5
        ),
        collaborations=Collaborations(
            started=9_999 if rows else 0, written=8, alive=7, ended=6, unknown=5
        ),
        quarters=(),
        themes=(),
        districts=(),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("rows", [0, 1, 200])
def test_it_is_two_pages_tagged_and_in_its_language(rows: int, language: str) -> None:
    with pikepdf.open(io.BytesIO(ledger_pdf(make_ledger(rows), language))) as pdf:
        assert len(pdf.pages) == 2
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith(language)
        assert "pdfuaid" in str(pdf.Root.Metadata.read_bytes())
        assert pdf.docinfo["/Title"]
