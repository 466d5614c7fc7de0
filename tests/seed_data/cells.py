"""What a cell of the demo network's tables says."""

from datetime import date


def words(cell: str) -> list[str]:
    """The values of a cell with several, none for an empty one."""
    return cell.split("|") if cell else []


def day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
