"""The demo network's collaboration that is carried on: told through the use cases, as people would.

What each says stands in `demo/partnership.toml`.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from matcher.services.access import Actor
from matcher.services.agreements import edit_agreement, save_agreement
from matcher.services.anchoring import hold_talk, save_talk
from matcher.services.collaborations import list_collaborations
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere, make_links, party_here, show_parties
from matcher.services.pulses import AnswerForm, answer_pulse, close_pulse, open_pulse, party_pulse
from matcher.services.purposes import save_answer


def carry_on(installation: Installation, actor: Actor, today: date) -> str:
    """Have the parties write what they write, as of a day; gives the collaboration's id.

    To be done once, after the demo network has been loaded. LookupError if it has not.
    """
    told = read()
    found = list_collaborations(installation, actor, as_of=today, text=told["collaboration"])
    if not found.lines:
        raise LookupError(f"{told['collaboration']} is not there: load the demo network first")
    collaboration = found.lines[0].line.id
    make_links(installation, actor, collaboration, as_of=today)
    parties = _parties(installation, actor, collaboration, today)
    for key, answer in told["answers"].items():
        form = Form(values=answer)
        save_answer(installation, parties[key], form, mark=None, send=True, as_of=today)
    _draft(installation, actor, collaboration, told["draft"], today)
    _talk(installation, actor, collaboration, told["talk"], today)
    open_pulse(installation, actor, collaboration, today=today)
    for key, ratings in told["pulse"].items():
        _answer_pulse(installation, parties[key], ratings, today)
    close_pulse(installation, actor, collaboration, today=today)
    return collaboration


def read() -> dict[str, Any]:
    """What `demo/partnership.toml` says.

    >>> read()["collaboration"]
    'Musikken ud af huset'
    """
    # By this package's own name: `demo` is also a module, the folder holds only data.
    path = files("seed_data").joinpath("demo", "partnership.toml")
    told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return told


def _parties(
    installation: Installation, actor: Actor, collaboration: str, today: date
) -> dict[str, PartyHere]:
    """The parties at their own pages, by the names of their organisations."""
    page = show_parties(installation, actor, collaboration, as_of=today)
    tokens = {
        each.line.name: each.link.path.rpartition("/")[2]
        for each in page.parties
        if each.link is not None
    }
    return {name: party_here(installation, token, today) for name, token in tokens.items()}


def _draft(
    installation: Installation,
    actor: Actor,
    collaboration: str,
    told: Mapping[str, Any],
    today: date,
) -> None:
    page = edit_agreement(installation, actor, collaboration, language="da", as_of=today)
    columns = {name: key for key, name in page.parties}
    tasks = tuple(
        {
            **dict.fromkeys(columns.values(), ""),
            "task": row["task"],
            **{columns[name]: part for name, part in row["parts"].items()},
        }
        for row in told["tasks"]
    )
    values = {name: text for name, text in told.items() if name != "tasks"}
    form = Form(values={**page.form.values, **values}, rows={"roles-tasks": tasks})
    save_agreement(installation, actor, collaboration, form, version=page.version, as_of=today)


def _talk(
    installation: Installation,
    actor: Actor,
    collaboration: str,
    told: Mapping[str, Any],
    today: date,
) -> None:
    page = hold_talk(installation, actor, collaboration, about=told["about"], as_of=today)
    notes = {name: text for name, text in told.items() if name.startswith("note-")}
    held = today + timedelta(days=told["days_from_today"])
    values = {**page.form.values, **notes, "log": told["log"], "held": held.isoformat()}
    decisions = tuple(
        {
            "what": each["what"],
            "owner": each["owner"],
            "day": (today + timedelta(days=each["days_from_today"])).isoformat(),
            "decision_id": "",
        }
        for each in told["decisions"]
    )
    form = Form(values=values, rows={"decisions": decisions})
    save_talk(installation, actor, collaboration, page.key, form, version=0, as_of=today)


def _answer_pulse(
    installation: Installation, party: PartyHere, ratings: Mapping[str, int], today: date
) -> None:
    running = party_pulse(installation, party, today=today).page.running
    if running is None:
        raise LookupError("no pulse is open")
    form = AnswerForm(
        pulse=running.id, ratings={key: str(rating) for key, rating in ratings.items()}
    )
    answer_pulse(installation, party, form, today=today)
