"""Partnerships: steps, purpose, agreement, anchoring, pulse, events, personal links, digests"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BEFORE = "'organisation', 'collaboration', 'tie', 'shortlist', 'user', 'access_link', 'term', 'verdict', 'brief', 'recipe', 'recipe_in_use', 'view', 'boundary'"
ADDED = "'partnership', 'party', 'purpose', 'agreement', 'anchoring_plan', 'talk', 'event', 'intention', 'personal_link'"


def upgrade() -> None:
    """Bring the tables to this step."""
    op.create_table(
        "digest",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("claimed", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent", sa.DateTime(timezone=True), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest")),
        sa.UniqueConstraint("email", "day", name=op.f("uq_digest_email_day")),
        sa.UniqueConstraint("message_id", name=op.f("uq_digest_message_id")),
    )
    op.create_table(
        "mail_stop",
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("email", name=op.f("pk_mail_stop")),
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["collaboration.id"],
            name=op.f("fk_agreement_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_table(
        "agreement_version",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("collaboration_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_agreement_version_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_version")),
        sa.UniqueConstraint(
            "collaboration_id", "number", name=op.f("uq_agreement_version_collaboration_id_number")
        ),
    )
    op.create_table(
        "anchoring_plan",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["collaboration.id"],
            name=op.f("fk_anchoring_plan_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchoring_plan")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=True),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["user.id"], name=op.f("fk_event_owner_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "personal_link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(), nullable=True),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "subject IN ('party', 'event', 'calendar')", name=op.f("ck_personal_link_subject")
        ),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["user.id"],
            name=op.f("fk_personal_link_created_by_user"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_link")),
    )
    with op.batch_alter_table("personal_link", schema=None) as batch_op:
        batch_op.create_index("ix_personal_link_subject", ["subject", "subject_id"], unique=False)

    op.create_table(
        "pulse",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("collaboration_id", sa.String(), nullable=False),
        sa.Column("opened", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("closed", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_pulse_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pulse")),
    )
    with op.batch_alter_table("pulse", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_pulse_collaboration_id"), ["collaboration_id"], unique=False
        )

    op.create_table(
        "purpose",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["collaboration.id"],
            name=op.f("fk_purpose_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purpose")),
    )
    op.create_table(
        "talk",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("collaboration_id", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_talk_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
    )
    with op.batch_alter_table("talk", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_talk_collaboration_id"), ["collaboration_id"], unique=False
        )

    op.create_table(
        "intention",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("a_id", sa.String(), nullable=False),
        sa.Column("b_id", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.CheckConstraint("a_id <> b_id", name=op.f("ck_intention_two_ends")),
        sa.ForeignKeyConstraint(
            ["a_id"],
            ["organisation.id"],
            name=op.f("fk_intention_a_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["b_id"],
            ["organisation.id"],
            name=op.f("fk_intention_b_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_intention_event_id_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intention")),
    )
    with op.batch_alter_table("intention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intention_a_id"), ["a_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_intention_b_id"), ["b_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_intention_event_id"), ["event_id"], unique=False)

    op.create_table(
        "party",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("collaboration_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=True),
        sa.Column("contact_email", sa.String(), nullable=True),
        sa.Column("contact_phone", sa.String(), nullable=True),
        sa.Column("deputy_name", sa.String(), nullable=True),
        sa.Column("deputy_email", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_party_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_party_organisation_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        sa.UniqueConstraint(
            "collaboration_id",
            "organisation_id",
            name=op.f("uq_party_collaboration_id_organisation_id"),
        ),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_contact_email"), ["contact_email"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_party_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "sign_up",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("signed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_sign_up_event_id_event"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_sign_up_organisation_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_up")),
    )
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_up_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_sign_up_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "acceptance",
        sa.Column("agreement_version_id", sa.String(), nullable=False),
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("accepted", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_version_id"],
            ["agreement_version.id"],
            name=op.f("fk_acceptance_agreement_version_id_agreement_version"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_acceptance_party_id_party"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("agreement_version_id", "party_id", name=op.f("pk_acceptance")),
    )
    with op.batch_alter_table("acceptance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_acceptance_party_id"), ["party_id"], unique=False)

    op.create_table(
        "agreement_remark",
        sa.Column("agreement_version_id", sa.String(), nullable=False),
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("said", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_version_id"],
            ["agreement_version.id"],
            name=op.f("fk_agreement_remark_agreement_version_id_agreement_version"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_agreement_remark_party_id_party"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "agreement_version_id", "party_id", name=op.f("pk_agreement_remark")
        ),
    )
    with op.batch_alter_table("agreement_remark", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agreement_remark_party_id"), ["party_id"], unique=False
        )

    op.create_table(
        "partnership",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=True),
        sa.Column("shortlist_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["id"],
            ["collaboration.id"],
            name=op.f("fk_partnership_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["user.id"],
            name=op.f("fk_partnership_owner_id_user"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["shortlist_id"],
            ["shortlist.id"],
            name=op.f("fk_partnership_shortlist_id_shortlist"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership")),
    )
    with op.batch_alter_table("partnership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partnership_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_partnership_shortlist_id"), ["shortlist_id"], unique=False
        )

    op.create_table(
        "pulse_answer",
        sa.Column("pulse_id", sa.String(), nullable=False),
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("answered", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_pulse_answer_party_id_party"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pulse_id"],
            ["pulse.id"],
            name=op.f("fk_pulse_answer_pulse_id_pulse"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("pulse_id", "party_id", name=op.f("pk_pulse_answer")),
    )
    with op.batch_alter_table("pulse_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pulse_answer_party_id"), ["party_id"], unique=False)

    op.create_table(
        "purpose_answer",
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("answered", sa.DateTime(timezone=True), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_purpose_answer_party_id_party"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("party_id", name=op.f("pk_purpose_answer")),
    )
    op.create_table(
        "purpose_confirmation",
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("confirmed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["party.id"],
            name=op.f("fk_purpose_confirmation_party_id_party"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("party_id", "edition", name=op.f("pk_purpose_confirmation")),
    )
    op.create_table(
        "shortlist_step",
        sa.Column("shortlist_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("came_from", sa.String(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("by_id", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.Column("next_day", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "came_from IN ('suggested', 'contacted', 'answered', 'met', 'agreed', 'declined')",
            name=op.f("ck_shortlist_step_came_from"),
        ),
        sa.CheckConstraint(
            "reason IN ('too_far', 'other_target_group', 'other_theme', 'lacks_capacity', 'too_busy', 'tried_before', 'other')",
            name=op.f("ck_shortlist_step_reason"),
        ),
        sa.CheckConstraint(
            "state IN ('suggested', 'contacted', 'answered', 'met', 'agreed', 'declined')",
            name=op.f("ck_shortlist_step_state"),
        ),
        sa.ForeignKeyConstraint(
            ["shortlist_id", "organisation_id"],
            ["shortlist_entry.shortlist_id", "shortlist_entry.organisation_id"],
            name=op.f("fk_shortlist_step_shortlist_id_organisation_id_shortlist_entry"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "shortlist_id", "organisation_id", "position", name=op.f("pk_shortlist_step")
        ),
    )
    with op.batch_alter_table("shortlist_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shortlist_step_next_day"), ["next_day"], unique=False)

    with op.batch_alter_table("shortlist", schema=None) as batch_op:
        batch_op.add_column(sa.Column("brief_id", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_shortlist_brief_id"), ["brief_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_shortlist_brief_id_brief"),
            "brief",
            ["brief_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("term", schema=None) as batch_op:
        batch_op.add_column(sa.Column("age_from", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("age_to", sa.Integer(), nullable=True))

    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("reminders", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
    _changes_of(f"{BEFORE}, {ADDED}")


def downgrade() -> None:
    """Take this step back; what was changed in the records that go is forgotten with them."""
    op.execute(
        f"UPDATE change SET undoes = NULL WHERE undoes IN (SELECT id FROM change WHERE record IN ({ADDED}))"  # noqa: S608 – words written here, nobody's input
    )
    op.execute(f"DELETE FROM change WHERE record IN ({ADDED})")  # noqa: S608 – words written here, nobody's input
    _changes_of(BEFORE)
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_column("reminders")

    with op.batch_alter_table("term", schema=None) as batch_op:
        batch_op.drop_column("age_to")
        batch_op.drop_column("age_from")

    with op.batch_alter_table("shortlist", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_shortlist_brief_id_brief"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_shortlist_brief_id"))
        batch_op.drop_column("brief_id")

    op.drop_table("shortlist_step")
    op.drop_table("purpose_confirmation")
    op.drop_table("purpose_answer")
    op.drop_table("pulse_answer")
    op.drop_table("partnership")
    op.drop_table("agreement_remark")
    op.drop_table("acceptance")
    op.drop_table("sign_up")
    op.drop_table("party")
    op.drop_table("intention")
    op.drop_table("talk")
    op.drop_table("purpose")
    op.drop_table("pulse")
    op.drop_table("personal_link")
    op.drop_table("event")
    op.drop_table("anchoring_plan")
    op.drop_table("agreement_version")
    op.drop_table("agreement")
    op.drop_table("mail_stop")
    op.drop_table("digest")


def _changes_of(records: str) -> None:
    """Let the history keep changes to these kinds of record, and no others."""
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_change_record"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_change_record"), f"record IN ({records})")
