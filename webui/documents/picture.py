"""The drawn map with its legend as one picture, for documents that bring their own words."""

from __future__ import annotations

from webui.documents.poster import described, legend_data
from webui.documents.scene import Frame, scene
from webui.documents.typeset import Form, typeset
from webui.maps.sheet import Sheet


def picture(drawn: Sheet, frame: Frame, form: Form, *, ppi: float) -> bytes:
    """The picture of a map in a frame, and its legend below; without a title."""
    data = {
        "scene": scene(drawn.picture, drawn.styled, frame),
        "alt": described(drawn),
        "legend": legend_data(drawn.styled.legend, drawn.language),
        "language": drawn.language,
    }
    return typeset("picture", data, form, ppi=ppi)
