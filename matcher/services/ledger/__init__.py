"""The ledger: from suggestion to what is alive a year after the grant."""

from matcher.services.ledger.export import export_ledger
from matcher.services.ledger.results import (
    Collaborations,
    Ledger,
    LedgerAsked,
    LedgerRow,
    LedgerTable,
)
from matcher.services.ledger.show import show_ledger

__all__ = [
    "Collaborations",
    "Ledger",
    "LedgerAsked",
    "LedgerRow",
    "LedgerTable",
    "export_ledger",
    "show_ledger",
]
