"""A brief's form read: the brief, or what is wrong with each field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NeedText
from matcher.exchange.fault import Fault
from matcher.exchange.numbers import amount
from matcher.services import form_readers, forms
from matcher.services.brief_forms.named import Named, organisations_named, told
from matcher.services.brief_forms.place import PLACE, near_said
from matcher.services.brief_forms.slots import slots_said
from matcher.services.briefs.save import LONGEST_PURPOSE, LONGEST_TITLE
from matcher.services.briefs_meant import brief_meant
from matcher.services.forms import Errors, Form, Reader
from matcher.services.installation import Installation
from matcher.services.vocabularies import Vocabularies
from matcher.store.queries.terms import terms
from matcher.wording.labels import SECTORS
from matcher.wording.message import Message, message

_LINE = 500
_READERS: Mapping[str, Reader] = {
    "title": form_readers.text_within(LONGEST_TITLE),
    "purpose": form_readers.text_within(LONGEST_PURPOSE),
    "area": form_readers.text_within(_LINE),
    "funding_source": form_readers.text_within(_LINE),
    **PLACE,
}


_NEEDS_A_TITLE = message("Write a title.")
_ELSEWHERE = message("Write a postcode nearby, or an area instead.")


def read_brief_form(
    installation: Installation, form: Form, *, as_of: date, titled: bool = False
) -> BriefText:
    """The brief that a form says, organisations and terms by id; `titled` asks for a title.

    Refusal (invalid, with `fields` by the names of the form's fields) for what cannot be read,
    contradicts itself or means nothing here, and for a brief that does not say what is looked for.
    """
    with installation.reading() as session:
        known = Vocabularies(terms(session))
    named = organisations_named(installation, _written(form), as_of)
    values, errors = forms.read_fields(form, None, {}, _READERS)
    asker = _asker(form, named, errors)
    members = _organisations(form, "members", named, errors)
    exclude = _organisations(form, "exclude", named, errors)
    _refuse_both({*members.values(), asker}, exclude, errors)
    text = BriefText(
        title=values["title"],
        purpose=values["purpose"] or "",
        themes=_chosen(form, "themes", known.ids("theme"), errors),
        target_groups=_chosen(form, "target_groups", known.ids("target_group"), errors),
        needs=_needs(form, known, errors),
        area=values["area"],
        near=near_said(values, errors),
        funding_source=values["funding_source"],
        asker=asker,
        members=tuple(dict.fromkeys(members.values())),
        sectors=_chosen(form, "sectors", frozenset(SECTORS), errors),
        exclude=tuple(dict.fromkeys(exclude.values())),
        slots=slots_said(form, known, errors),
    )
    if titled and not text.title:
        errors.setdefault("title", _NEEDS_A_TITLE)
    if not (errors.keys() - {"title"}) and not text.says_something:
        errors["purpose"] = message(
            "Say what you look for: a purpose, a theme, a target group or something it needs."
        )
    forms.refuse_errors(errors)
    _refuse_meaningless(installation, text, as_of)
    return text


def _refuse_meaningless(installation: Installation, text: BriefText, as_of: date) -> None:
    """Refusal (invalid) for a place that is not known here."""
    try:
        brief_meant(installation, text, as_of)
    except Refusal as refusal:
        fields = refusal.details.get("fields")
        if not isinstance(fields, Mapping):
            raise
        if "near.postcode" in fields:
            wrong = message("{what} {advice}", what=refusal.text, advice=_ELSEWHERE)
            forms.refuse_errors({"postcode": wrong})
        forms.refuse_errors({name: told(refusal) for name in fields})


def _written(form: Form) -> list[tuple[str, str]]:
    """Every (name, id) that is written in the form."""
    rows = [row for part in ("members", "exclude") for _, row in forms.filled_rows(form, part)]
    written = [(row["organisation"], row["organisation_id"]) for row in rows]
    asker = (form.text("asker"), form.text("asker_id"))
    return [asker, *written] if asker[0] else written


def _asker(form: Form, named: Named, errors: Errors) -> str | None:
    name, key = form.text("asker"), form.text("asker_id")
    return _known(named[name, key], "asker", errors) if name else None


def _organisations(form: Form, part: str, named: Named, errors: Errors) -> dict[str, str]:
    """The organisations of a part by the names of their fields."""
    found = {
        (at := f"{part}-{number}-organisation"): _known(
            named[row["organisation"], row["organisation_id"]], at, errors
        )
        for number, row in forms.filled_rows(form, part)
    }
    return {at: key for at, key in found.items() if key is not None}


def _known(found: str | Message, at: str, errors: Errors) -> str | None:
    if isinstance(found, Message):
        errors[at] = found
        return None
    return found


def _refuse_both(inside: set[str | None], exclude: Mapping[str, str], errors: Errors) -> None:
    for at, key in exclude.items():
        if key in inside:
            errors[at] = message("This one is in already. Take it out here, or there.")


def _chosen(form: Form, name: str, known: frozenset[str], errors: Errors) -> tuple[str, ...]:
    return tuple(forms.read_choices(form, name, known, (), errors))


def _needs(form: Form, known: Vocabularies, errors: Errors) -> tuple[NeedText, ...]:
    readers: Mapping[str, Reader] = {
        "term": form_readers.needed(
            form_readers.word_among(known.ids("capacity"), message("Choose one from the list.")),
            message("Choose what it is."),
        ),
        "amount": _above_nothing,
        "when": form_readers.text_within(_LINE),
    }
    read = [
        forms.read_cells(row, f"needs-{number}", readers, errors)
        for number, row in forms.filled_rows(form, "needs")
    ]
    return tuple(
        NeedText(term=each["term"] or "", amount=each["amount"], when=each["when"]) for each in read
    )


def _above_nothing(text: str) -> float | None:
    number = amount(text)
    if number is not None and number <= 0:
        raise Fault(message("An amount must be above 0."))
    return number
