"""Options that are given as KEY=VALUE, several times."""

from __future__ import annotations

import argparse
from typing import Any


class Conditions(argparse.Action):
    """Collects conditions by key, each of another key: two of one would be either or both."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        key, value = values
        before: dict[str, str] = getattr(namespace, self.dest)
        if key in before:
            raise argparse.ArgumentError(self, f"{key!r} is given twice")
        setattr(namespace, self.dest, {**before, key: value})


def condition(text: str) -> tuple[str, str]:
    """A key, in which - may stand for _, and its value; wrong usage if either is missing.

    >>> condition("target-group=young people")
    ('target_group', 'young people')
    """
    key, sign, value = text.partition("=")
    if not (sign and key and value):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key.replace("-", "_"), value
