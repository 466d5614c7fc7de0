"""A reading in which no question is asked twice, for pages whose parts ask alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Result, Select, event
from sqlalchemy.orm import ORMExecuteState, Session


@contextmanager
def asked_once(session: Session) -> Iterator[None]:
    """Meanwhile the session answers what it has been asked before as it did then.

    For readings alone: what is written meanwhile would not be seen.
    """
    kept: dict[Any, Callable[[], Result[Any]]] = {}

    def answer(asked: ORMExecuteState) -> Result[Any] | None:
        # As in SQLAlchemy's own example of a session that keeps answers.
        statement = asked.statement
        key = statement._generate_cache_key() if isinstance(statement, Select) else None
        if key is None or asked.parameters:
            return None
        values = tuple(_hashable(each.effective_value) for each in key.bindparams)
        if (key.key, values) not in kept:
            kept[key.key, values] = asked.invoke_statement().freeze()
        return kept[key.key, values]()

    event.listen(session, "do_orm_execute", answer)
    try:
        yield
    finally:
        event.remove(session, "do_orm_execute", answer)


def _hashable(value: Any) -> Any:
    """Of the values of an IN, whose order says nothing, the set."""
    return frozenset(value) if isinstance(value, list | set) else value
