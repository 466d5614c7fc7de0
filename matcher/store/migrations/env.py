"""Runs migrations on the connection that `matcher.store.migrate` hands over."""

from __future__ import annotations

from alembic import context

from matcher.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
