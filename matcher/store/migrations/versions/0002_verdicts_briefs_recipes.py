"""Verdicts, briefs, recipes, and the area of a collaboration"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BEFORE = "'organisation', 'collaboration', 'tie', 'shortlist', 'user', 'access_link', 'term'"
ADDED = "'verdict', 'brief', 'recipe', 'recipe_in_use'"


def upgrade() -> None:
    """Bring the tables to this step."""
    with op.batch_alter_table("collaboration", schema=None) as batch_op:
        batch_op.add_column(sa.Column("area", sa.String(), nullable=True))

    op.create_table(
        "brief",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brief")),
    )
    op.create_table(
        "recipe",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_recipe")),
    )
    with op.batch_alter_table("recipe", schema=None) as batch_op:
        batch_op.create_index(
            "uq_recipe_in_use",
            ["in_use"],
            unique=True,
            sqlite_where=sa.text("in_use"),
            postgresql_where=sa.text("in_use"),
        )

    op.create_table(
        "verdict",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asker_id", sa.String(), nullable=True),
        sa.Column("brief_id", sa.String(), nullable=True),
        sa.Column("candidate_id", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("given", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by_id", sa.String(), nullable=True),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.CheckConstraint(
            "reason IN ('too_far', 'other_target_group', 'other_theme', 'lacks_capacity', 'too_busy', 'tried_before', 'other')",
            name=op.f("ck_verdict_reason"),
        ),
        sa.CheckConstraint(
            "verdict IN ('relevant', 'not_relevant', 'in_touch', 'hide')",
            name=op.f("ck_verdict_verdict"),
        ),
        sa.CheckConstraint(
            "(asker_id IS NULL) <> (brief_id IS NULL)", name=op.f("ck_verdict_one_asker")
        ),
        sa.CheckConstraint(
            "verdict = 'not_relevant' OR reason IS NULL", name=op.f("ck_verdict_why_not")
        ),
        sa.CheckConstraint("asker_id <> candidate_id", name=op.f("ck_verdict_two_ends")),
        sa.ForeignKeyConstraint(
            ["asker_id"],
            ["organisation.id"],
            name=op.f("fk_verdict_asker_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["brief_id"],
            ["brief.id"],
            name=op.f("fk_verdict_brief_id_brief"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["organisation.id"],
            name=op.f("fk_verdict_candidate_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
        sa.UniqueConstraint(
            "asker_id", "candidate_id", name=op.f("uq_verdict_asker_id_candidate_id")
        ),
        sa.UniqueConstraint(
            "brief_id", "candidate_id", name=op.f("uq_verdict_brief_id_candidate_id")
        ),
    )
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_verdict_candidate_id"), ["candidate_id"], unique=False)

    _changes_of(f"{BEFORE}, {ADDED}")


def downgrade() -> None:
    """Take this step back; what was changed in the records that go is forgotten with them."""
    op.execute(
        f"UPDATE change SET undoes = NULL WHERE undoes IN (SELECT id FROM change WHERE record IN ({ADDED}))"  # noqa: S608 – words written here, nobody's input
    )
    op.execute(f"DELETE FROM change WHERE record IN ({ADDED})")  # noqa: S608 – words written here, nobody's input
    _changes_of(BEFORE)
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_verdict_candidate_id"))

    op.drop_table("verdict")
    with op.batch_alter_table("recipe", schema=None) as batch_op:
        batch_op.drop_index("uq_recipe_in_use")

    op.drop_table("recipe")
    op.drop_table("brief")
    with op.batch_alter_table("collaboration", schema=None) as batch_op:
        batch_op.drop_column("area")


def _changes_of(records: str) -> None:
    """Let the history keep changes to these kinds of record, and no others."""
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_change_record"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_change_record"), f"record IN ({records})")
