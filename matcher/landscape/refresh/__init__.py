"""A landscape that follows its records without being built anew."""

from matcher.landscape.refresh.changed import Changed, tied_before
from matcher.landscape.refresh.refreshed import refreshed

__all__ = ["refreshed", "Changed", "tied_before"]
