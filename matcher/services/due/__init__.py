"""What is due for whom: gathered from all subjects."""

from matcher.services.due.show import DueLine, DueList, due_list, may_see_everybodys, show_due

__all__ = ["DueLine", "DueList", "due_list", "may_see_everybodys", "show_due"]
