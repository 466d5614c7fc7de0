"""What one installation knows of itself."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from matcher.store.tables.base import Base


class InstallationValue(Base):
    """A named value of the installation, such as the key that signs sessions."""

    __tablename__ = "installation_value"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
