"""How a list of suggestions is asked for: how long, known or new ones, places for small ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext

HOW_MANY = (5, 10, 20, 50)
NEWNESS = (
    ("-1", lazy_gettext("Known ones above all")),
    ("-0.5", lazy_gettext("Rather known ones")),
    ("0", lazy_gettext("Both alike")),
    ("0.5", lazy_gettext("Rather new ones")),
    ("1", lazy_gettext("New ones above all")),
)
"""How far the weights lean to those one knows, or knows through others, or to new ones."""

MOST_SMALL = 5
_USUAL = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How a list is asked for; what an address does not say, or says oddly, is as usual."""

    top: int = _USUAL
    newness: str = "0"
    also_small: int = 0
    include_current: bool = False

    @property
    def options(self) -> dict[str, Any]:
        """As the use cases take them."""
        return {
            "top": self.top,
            "newness": float(self.newness),
            "also_small": self.also_small,
            "include_current": self.include_current,
        }

    @property
    def address(self) -> dict[str, str]:
        """What an address has to say to ask for this list; the usual says nothing."""
        return {
            name: "1" if value is True else str(value)
            for name in ("top", "newness", "also_small", "include_current")
            if (value := getattr(self, name)) != getattr(USUAL, name)
        }


USUAL = Settings()


def settings(values: Mapping[str, str]) -> Settings:
    """The settings that an address or a form names."""
    top, small = values.get("top", ""), values.get("also_small", "")
    newness = values.get("newness", "")
    return Settings(
        top=int(top) if top in map(str, HOW_MANY) else _USUAL,
        newness=newness if newness in dict(NEWNESS) else "0",
        also_small=int(small) if small in map(str, range(MOST_SMALL + 1)) else 0,
        include_current=values.get("include_current") == "1",
    )


def choices() -> dict[str, list[tuple[str, str]]]:
    """What the lists of settings offer, by their names."""
    small = [(str(k), ngettext("The last place", "The last %(num)s places", k))
             for k in range(1, MOST_SMALL + 1)]  # fmt: skip
    return {
        "top": [(str(number), str(number)) for number in HOW_MANY],
        "newness": [(value, str(text)) for value, text in NEWNESS],
        "also_small": [("0", _("No places of their own")), *small],
    }
