"""Reminders by mail: one digest a person, of what is due and of what falls due within a week.

`plan` says who gets what, `mailbox` and `letter` write it, `claims` keeps it from being lost or
sent twice, `mail` and `server` send it, `send` does all of it in turn.
"""

from matcher.services.reminders.plan import Reminded, plan_reminders
from matcher.services.reminders.send import send_reminders

__all__ = ["Reminded", "plan_reminders", "send_reminders"]
