"""Importing organisations, collaborations and ties from people's own files."""

from matcher.services.importing.report import ImportReport
from matcher.services.importing.use_case import import_files

__all__ = ["ImportReport", "import_files"]
