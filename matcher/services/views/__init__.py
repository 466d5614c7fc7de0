"""Views of the map that somebody keeps."""

from matcher.services.views.content import ViewNote, ViewText, ViewWindow
from matcher.services.views.save import delete_view, save_view
from matcher.services.views.show import KeptView, Neighbours, list_views, neighbours, show_view
from matcher.store.queries.views import ViewLine

__all__ = [
    "list_views",
    "show_view",
    "neighbours",
    "save_view",
    "delete_view",
    "KeptView",
    "Neighbours",
    "ViewLine",
    "ViewNote",
    "ViewText",
    "ViewWindow",
]
