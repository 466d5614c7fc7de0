"""The outlines of areas: reading them from files, looking through them, taking them away."""

from matcher.services.boundaries.check import Areas, show_boundaries
from matcher.services.boundaries.imports import BoundariesRead, BoundaryOptions, import_boundaries
from matcher.services.boundaries.removal import remove_boundaries

__all__ = [
    "import_boundaries",
    "BoundaryOptions",
    "BoundariesRead",
    "show_boundaries",
    "Areas",
    "remove_boundaries",
]
