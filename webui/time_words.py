"""What the numbers of a year are called, and what each means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext

from matcher.network.over_time.timeline import Year
from webui.say import number


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """A number of a year: its field, its name, what it means, and decimals to show."""

    key: str
    name: Any
    means: Any
    digits: int = 0


MEASURES = (
    Measure(
        key="organisations",
        name=lazy_gettext("Organisations with ties"),
        means=lazy_gettext("How many worked with somebody that year."),
    ),
    Measure(
        key="ties",
        name=lazy_gettext("Ties"),
        means=lazy_gettext("How many pairs of organisations worked together that year."),
    ),
    Measure(
        key="collaborations",
        name=lazy_gettext("Collaborations"),
        means=lazy_gettext("How many collaborations with a date went on that year."),
    ),
    Measure(
        key="mean_degree",
        name=lazy_gettext("Ties to an organisation"),
        means=lazy_gettext("With how many others an organisation worked, on average."),
        digits=1,
    ),
    Measure(
        key="density",
        name=lazy_gettext("Density"),
        means=lazy_gettext("The share of all possible pairs that worked together."),
        digits=3,
    ),
    Measure(
        key="components",
        name=lazy_gettext("Separate parts"),
        means=lazy_gettext("Into how many parts the network fell that no tie led between."),
    ),
    Measure(
        key="largest",
        name=lazy_gettext("Share in the largest part"),
        means=lazy_gettext("1 means that everybody could be reached through partners of partners."),
        digits=2,
    ),
    Measure(
        key="centralisation",
        name=lazy_gettext("Centralisation"),
        means=lazy_gettext(
            "1 means that all ties go to one organisation, 0 that all have equally many."
        ),
        digits=2,
    ),
    Measure(
        key="ei_index",
        name=lazy_gettext("Across sectors (E–I index)"),
        means=lazy_gettext("1 means that all ties lead to another sector, −1 that none does."),
        digits=2,
    ),
)


def told(year: Year, measure: Measure) -> str:
    """The number of a year as a table shows it; a dash where there is too little to say."""
    value = getattr(year, measure.key)
    return "–" if value is None else number(value, measure.digits)
