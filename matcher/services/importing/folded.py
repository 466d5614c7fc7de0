"""Names as they are compared, each folded once although it is looked up in many ways."""

from __future__ import annotations

from functools import lru_cache

from matcher.text import fold

folded = lru_cache(maxsize=1 << 17)(fold)
"""What `matcher.text.fold` gives; the newest hundred thousand or so are kept."""
