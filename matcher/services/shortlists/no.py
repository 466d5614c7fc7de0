"""What a "no" on a shortlist says to later suggestions: a verdict with the same reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.services.verdicts.give import noted_verdict, says, verdict_id
from matcher.store import documents
from matcher.store.queries import history
from matcher.store.unit_of_work import UnitOfWork

Entry = dict[str, Any]


def with_verdict(
    work: UnitOfWork, shortlist: Mapping[str, Any], before: Entry, after: Entry
) -> Entry:
    """The entry as it is to be kept, once the verdict has followed its last step.

    A reason makes a verdict for the kept brief that the shortlist is for, else for its
    organisation; where it is for neither there is nobody to tell. When the "no" is corrected,
    taken back or overcome, the verdict that it made becomes what it was before, unless somebody
    has changed it meanwhile. `judged` of a step says that the verdict is its own.
    """
    if not (shortlist["brief"] or shortlist["organisation"]):
        return after
    brief, candidate = shortlist["brief"], after["organisation"]
    asker = None if brief else shortlist["organisation"]
    was = before["steps"][-1] if before["steps"] else None
    steps = [dict(step) for step in after["steps"]]
    last = steps[-1] if steps else None
    if was is not None and was["judged"] and not (was in steps and _no(last)):
        _as_before(work, verdict_id(asker, brief, candidate), _said(was))
        steps = [{**step, "judged": False} if step == was else step for step in steps]
    if last is not None and _no(last) and not last["judged"]:
        judged = noted_verdict(work, asker, brief, candidate, _said(last))
        steps[-1] = {**last, "judged": judged}
    return {**after, "steps": steps}


def _no(step: Mapping[str, Any] | None) -> bool:
    return step is not None and step["state"] == "declined" and step["reason"] is not None


def _said(step: Mapping[str, Any]) -> dict[str, str | None]:
    return {"verdict": "not_relevant", "reason": step["reason"], "note": step["note"]}


def _as_before(work: UnitOfWork, key: str, said: Mapping[str, str | None]) -> None:
    """Take back the last change to a verdict, if it still says what that change said."""
    there = documents.read(work.session, "verdict", [key])
    noted = history.newest(work.session, "verdict", key)
    if key not in there or noted is None or not says(there[key], said):
        return
    earlier = None if noted.before is None else {**there[key], **noted.before}
    documents.write(work, "verdict", {key: earlier}, before=there, undoes=noted.id)
