"""What was changed, by whom and when; and taking it back."""

from matcher.services.history.show import History, show_history
from matcher.services.history.tell import FieldChange, ToldChange
from matcher.services.history.undo import Undone, undo_change

__all__ = ["show_history", "undo_change", "History", "ToldChange", "FieldChange", "Undone"]
