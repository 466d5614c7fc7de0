"""The ledger as plain data, for programs."""

from __future__ import annotations

from typing import Any

from matcher.partnership.ledger import Funnel
from matcher.services.ledger.results import Ledger
from matcher.wording.say import say


def told(found: Ledger, language: str) -> dict[str, Any]:
    """Everything in a language; days that are not known are null."""
    together = found.collaborations
    return {
        "as_of": found.as_of.isoformat(),
        "all": _funnel(found.total),
        "collaborations": {
            "started": together.started,
            "written": together.written,
            "alive": together.alive,
            "ended": together.ended,
            "not_known_yet": together.unknown,
        },
        "reasons": [{"reason": reason, "count": count} for reason, count in found.reasons.counts],
        "verdicts": found.reasons.judged,
        **{
            f"by_{table.by}": [
                {"key": row.key or None, "label": say(row.label, language), **_funnel(row.funnel)}
                for row in table.rows
            ]
            for table in found.tables
        },
    }


def _funnel(funnel: Funnel) -> dict[str, Any]:
    return {
        "stages": [
            {
                "stage": each.key,
                "count": each.count,
                "days": each.days,
                "rests_on": each.rests_on,
            }
            for each in funnel.stages
        ],
        "declined": funnel.declined,
        "ended": funnel.ended,
        "not_known_yet": funnel.unknown,
    }
