"""The operator's guide tells every setting, its default and its meaning as the code has them."""

from __future__ import annotations

import re
from pathlib import Path

from matcher.settings import PREFIX, SETTINGS
from matcher.wording.say import say

GUIDE = Path(__file__).parents[2] / "docs" / "operator.md"


def shown(default: str | int | bool) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return "empty" if default == "" else f"`{default}`"


def test_the_table_of_settings_is_that_of_the_code() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    rows = re.findall(rf"^\| `({PREFIX}\w+)` \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    assert rows == [
        (PREFIX + one.name, shown(one.default), say(one.help, "en")) for one in SETTINGS
    ]
