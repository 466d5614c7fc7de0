"""Saved views, places and measures of the map, boundaries of areas, links with a password"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BEFORE = "'organisation', 'collaboration', 'tie', 'shortlist', 'user', 'access_link', 'term', 'verdict', 'brief', 'recipe', 'recipe_in_use'"
ADDED = "'view', 'boundary'"


def upgrade() -> None:
    """Bring the tables to this step."""
    op.create_table(
        "saved_view",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_table(
        "map_layout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisations", sa.Integer(), nullable=False),
        sa.Column("ties", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_map_layout_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_layout")),
    )
    op.create_table(
        "map_place",
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("x", sa.Double(), nullable=False),
        sa.Column("y", sa.Double(), nullable=False),
        sa.Column("cluster", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_map_place_organisation_id_organisation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_map_place")),
    )
    op.create_table(
        "measurement",
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("revision", "as_of", name=op.f("pk_measurement")),
    )
    op.create_table(
        "boundary",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column("geometry", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.CheckConstraint("level IN ('municipality', 'district')", name=op.f("ck_boundary_level")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boundary")),
        sa.UniqueConstraint(
            "level",
            "municipality",
            "name_folded",
            name=op.f("uq_boundary_level_municipality_name_folded"),
        ),
    )
    with op.batch_alter_table("access_link", schema=None) as batch_op:
        batch_op.add_column(sa.Column("password_hash", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("embedding", sa.String(), nullable=True))

    _changes_of(f"{BEFORE}, {ADDED}")


def downgrade() -> None:
    """Take this step back; what was changed in the records that go is forgotten with them.

    Links with a password and those to a saved view go too: without either they would open more.
    """
    op.execute(
        f"UPDATE change SET undoes = NULL WHERE undoes IN (SELECT id FROM change WHERE record IN ({ADDED}))"  # noqa: S608 – words written here, nobody's input
    )
    op.execute(f"DELETE FROM change WHERE record IN ({ADDED})")  # noqa: S608 – words written here, nobody's input
    _changes_of(BEFORE)
    op.execute(
        "DELETE FROM access_link WHERE password_hash IS NOT NULL"
        " OR (subject = 'map' AND subject_id IS NOT NULL)"
    )
    with op.batch_alter_table("access_link", schema=None) as batch_op:
        batch_op.drop_column("embedding")
        batch_op.drop_column("password_hash")

    op.drop_table("boundary")
    op.drop_table("measurement")
    op.drop_table("map_place")
    op.drop_table("map_layout")
    op.drop_table("saved_view")


def _changes_of(records: str) -> None:
    """Let the history keep changes to these kinds of record, and no others."""
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_change_record"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_change_record"), f"record IN ({records})")
