"""How far candidates have come, counted for a period and told by theme, sector and district."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from matcher.exchange.dates import first_day, last_day
from matcher.exchange.fault import Fault
from matcher.partnership import ledger as rules
from matcher.partnership.ledger_entry import Entry
from matcher.partnership.ledger_groups import (
    By,
    Period,
    fits,
    grouped,
    named_period,
    quarter_of,
)
from matcher.services.access import Actor, require
from matcher.services.forms import Errors, refuse_errors
from matcher.services.installation import Installation, without_collecting
from matcher.services.ledger.gather import Gathered, gather
from matcher.services.ledger.naming import label_of, order_of, period_words
from matcher.services.ledger.results import (
    Collaborations,
    Ledger,
    LedgerAsked,
    LedgerRow,
    LedgerTable,
)
from matcher.services.vocabularies import Vocabularies
from matcher.store.queries.terms import terms
from matcher.text import danish_key
from matcher.wording.labels import sector_label
from matcher.wording.message import Message, message
from matcher.wording.say import say

TABLES: tuple[By, ...] = ("period", "theme", "sector", "district")


def show_ledger(
    installation: Installation,
    actor: Actor,
    asked: LedgerAsked | None = None,
    *,
    as_of: date,
    language: str = "da",
) -> Ledger:
    """The ledger of what is asked for; rows of themes stand in the order of a language.

    Refusal (invalid, with `fields`) for days that are none, or the wrong way round.
    """
    require(actor, "show_ledger")
    asked = asked or LedgerAsked()
    period = _period(asked)
    with without_collecting(), installation.reading() as session:
        found = gather(session, as_of, ZoneInfo(installation.settings.time_zone))
        words = Vocabularies(terms(session))
    fitting = {
        key: each
        for key, each in found.entries.items()
        if fits(each, period, theme=asked.theme, sector=asked.sector, district=asked.district)
    }
    entries = tuple(fitting.values())
    everything = tuple(found.entries.values())
    return Ledger(
        as_of=as_of,
        period=period,
        words=_words(asked, period, words),
        total=rules.funnel(entries),
        tables=tuple(_table(entries, by, period, words, language) for by in TABLES),
        reasons=rules.reasons(entries),
        collaborations=_collaborations(found, fitting),
        quarters=tuple(sorted({quarter_of(each.listed) for each in everything}, reverse=True)),
        themes=tuple(
            sorted(
                ((key, words.words("theme", key)) for key in _all_themes(everything)),
                key=lambda each: danish_key(say(each[1], language)),
            )
        ),
        districts=tuple(
            sorted({each.district for each in everything if each.district}, key=danish_key)
        ),
    )


def _all_themes(entries: Sequence[Entry]) -> frozenset[str]:
    return frozenset().union(*{each.themes for each in entries})


def _period(asked: LedgerAsked) -> Period:
    if named := named_period(asked.period):
        return named
    errors: Errors = {}
    days: dict[str, date | None] = {}
    for field, reader in (("since", first_day), ("until", last_day)):
        try:
            days[field] = reader(getattr(asked, field).strip())
        except Fault as fault:
            errors[field] = fault.reason
    refuse_errors(errors)
    since, until = days["since"], days["until"]
    if since is not None and until is not None and until < since:
        refuse_errors({"until": message("The end is before the start.")})
    return Period(since=since, until=until)


def _words(asked: LedgerAsked, period: Period, words: Vocabularies) -> tuple[Message, ...]:
    said = [period_words(asked.period, period)]
    if asked.theme:
        theme = words.words("theme", asked.theme)
        said.append(message("Theme: {theme}.", theme=theme))
    if asked.sector:
        said.append(message("Sector: {sector}.", sector=sector_label(asked.sector)))
    if asked.district:
        said.append(message("District: {district}.", district=asked.district))
    return tuple(said)


def _table(
    entries: Sequence[Entry], by: By, period: Period, words: Vocabularies, language: str
) -> LedgerTable:
    rows = [
        LedgerRow(key=key or "", label=label_of(by, key, words), funnel=rules.funnel(those))
        for key, those in grouped(entries, by, period).items()
    ]
    return LedgerTable(by=by, rows=tuple(sorted(rows, key=order_of(by, language))))


def _collaborations(found: Gathered, fitting: Mapping[tuple[str, str], Entry]) -> Collaborations:
    those = [
        each
        for each in found.started
        if any((each.shortlist, organisation) in fitting for organisation in each.organisations)
    ]
    written = [found.outcomes[each.id] for each in those if found.outcomes[each.id].written]
    return Collaborations(
        started=len(those),
        written=len(written),
        alive=sum(each.alive is True for each in written),
        ended=sum(each.alive is False for each in written),
        unknown=sum(each.alive is None for each in written),
    )
