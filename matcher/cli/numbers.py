"""Numbers that options take."""

from __future__ import annotations

import argparse


def count(text: str) -> int:
    """A whole number above 0; anything else is wrong usage."""
    if text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
