"""The session that use cases hand to queries; its type, for those who may not know SQL."""

from sqlalchemy.orm import Session

__all__ = ["Session"]
