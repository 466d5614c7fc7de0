"""The first tables"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this step."""
    op.create_table(
        "area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("municipality", "district", name=op.f("uq_area_municipality_district")),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("batch", sa.String(), nullable=True),
        sa.CheckConstraint(
            "action IN ('created', 'updated', 'deleted')", name=op.f("ck_change_action")
        ),
        sa.CheckConstraint(
            "record IN ('organisation', 'collaboration', 'tie', 'shortlist', 'user', 'access_link', 'term')",
            name=op.f("ck_change_record"),
        ),
        sa.ForeignKeyConstraint(["undoes"], ["change.id"], name=op.f("fk_change_undoes_change")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sa.UniqueConstraint("undoes", name=op.f("uq_change_undoes")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_batch"), ["batch"], unique=False)
        batch_op.create_index("ix_change_record", ["record", "record_id", "id"], unique=False)

    op.create_table(
        "collaboration",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_folded", sa.String(), nullable=False),
        sa.Column(
            "title_sort",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("funding_source", sa.String(), nullable=True),
        sa.Column("funding_amount", sa.Double(), nullable=True),
        sa.Column("funding_end", sa.Date(), nullable=True),
        sa.Column("agreement", sa.String(), nullable=True),
        sa.CheckConstraint(
            "agreement IN ('none', 'oral', 'written')", name=op.f("ck_collaboration_agreement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collaboration")),
    )
    with op.batch_alter_table("collaboration", schema=None) as batch_op:
        batch_op.create_index("ix_collaboration_sort", ["title_sort", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_collaboration_title_folded"), ["title_folded"], unique=False
        )

    op.create_table(
        "installation_value",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_installation_value")),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_revision_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_table(
        "revision_change",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", "record", "record_id", name=op.f("pk_revision_change")),
    )
    op.create_table(
        "term",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("vocabulary", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("da", sa.String(), nullable=False),
        sa.Column("en", sa.String(), nullable=False),
        sa.Column("synonyms", sa.JSON(), nullable=False),
        sa.Column("group", sa.String(), nullable=True),
        sa.CheckConstraint(
            "vocabulary IN ('capacity', 'theme', 'target_group', 'kind')",
            name=op.f("ck_term_vocabulary"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_term")),
        sa.UniqueConstraint("vocabulary", "id", name=op.f("uq_term_vocabulary_id")),
    )
    op.create_table(
        "user",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("session_key", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "role IN ('reader', 'editor', 'administrator')", name=op.f("ck_user_role")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email", name=op.f("uq_user_email")),
    )
    op.create_table(
        "access_link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(), nullable=True),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("subject IN ('shortlist', 'map')", name=op.f("ck_access_link_subject")),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["user.id"],
            name=op.f("fk_access_link_created_by_user"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_access_link_token_hash")),
    )
    with op.batch_alter_table("access_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_access_link_subject_id"), ["subject_id"], unique=False)

    op.create_table(
        "collaboration_identity",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("collaboration_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_collaboration_identity_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("source", "source_id", name=op.f("pk_collaboration_identity")),
    )
    with op.batch_alter_table("collaboration_identity", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_collaboration_identity_collaboration_id"),
            ["collaboration_id"],
            unique=False,
        )

    op.create_table(
        "collaboration_interest",
        sa.Column("collaboration_id", sa.String(), nullable=False),
        sa.Column("term_key", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_collaboration_interest_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["term_key"], ["term.key"], name=op.f("fk_collaboration_interest_term_key_term")
        ),
        sa.PrimaryKeyConstraint(
            "collaboration_id", "term_key", name=op.f("pk_collaboration_interest")
        ),
    )
    with op.batch_alter_table("collaboration_interest", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_collaboration_interest_term_key"), ["term_key"], unique=False
        )

    op.create_table(
        "one_time_link",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_one_time_link_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_one_time_link")),
    )
    with op.batch_alter_table("one_time_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_one_time_link_user_id"), ["user_id"], unique=False)

    op.create_table(
        "organisation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column(
            "name_sort",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("kind_key", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("cvr", sa.String(), nullable=True),
        sa.Column("p_number", sa.String(), nullable=True),
        sa.Column("advertising_protected", sa.Boolean(), nullable=False),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("contact_person", sa.String(), nullable=True),
        sa.Column("may_pass_on", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("town", sa.String(), nullable=True),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("open_to_partners", sa.Boolean(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "sector IN ('association', 'public', 'business')", name=op.f("ck_organisation_sector")
        ),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_organisation_area_id_area")
        ),
        sa.ForeignKeyConstraint(
            ["kind_key"], ["term.key"], name=op.f("fk_organisation_kind_key_term")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_parent_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_cvr"), ["cvr"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_kind_key"), ["kind_key"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_organisation_name_folded"), ["name_folded"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_organisation_p_number"), ["p_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_postcode"), ["postcode"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_sector"), ["sector"], unique=False)
        batch_op.create_index("ix_organisation_sort", ["name_sort", "id"], unique=False)

    op.create_table(
        "capacity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("term_key", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("amount", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("when", sa.String(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.CheckConstraint("side IN ('offers', 'needs')", name=op.f("ck_capacity_side")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_capacity_organisation_id_organisation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["term_key"], ["term.key"], name=op.f("fk_capacity_term_key_term")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capacity")),
    )
    with op.batch_alter_table("capacity", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_capacity_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_capacity_term_key"), ["term_key"], unique=False)

    op.create_table(
        "organisation_identity",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_identity_organisation_id_organisation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("source", "source_id", name=op.f("pk_organisation_identity")),
    )
    with op.batch_alter_table("organisation_identity", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organisation_identity_organisation_id"),
            ["organisation_id"],
            unique=False,
        )

    op.create_table(
        "organisation_interest",
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("term_key", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_interest_organisation_id_organisation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["term_key"], ["term.key"], name=op.f("fk_organisation_interest_term_key_term")
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "term_key", name=op.f("pk_organisation_interest")
        ),
    )
    with op.batch_alter_table("organisation_interest", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organisation_interest_term_key"), ["term_key"], unique=False
        )

    op.create_table(
        "participation",
        sa.Column("collaboration_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_participation_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_participation_organisation_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "collaboration_id", "organisation_id", name=op.f("pk_participation")
        ),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_participation_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "shortlist",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_shortlist_organisation_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist")),
    )
    with op.batch_alter_table("shortlist", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shortlist_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "tie",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("a_id", sa.String(), nullable=False),
        sa.Column("b_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("reporter", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.CheckConstraint("a_id <> b_id", name=op.f("ck_tie_two_ends")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_tie_confidence")),
        sa.ForeignKeyConstraint(
            ["a_id"],
            ["organisation.id"],
            name=op.f("fk_tie_a_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["b_id"],
            ["organisation.id"],
            name=op.f("fk_tie_b_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie")),
    )
    with op.batch_alter_table("tie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tie_a_id"), ["a_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tie_b_id"), ["b_id"], unique=False)

    op.create_table(
        "shortlist_entry",
        sa.Column("shortlist_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('suggested', 'contacted', 'answered', 'met', 'agreed', 'declined')",
            name=op.f("ck_shortlist_entry_status"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_shortlist_entry_organisation_id_organisation"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["shortlist_id"],
            ["shortlist.id"],
            name=op.f("fk_shortlist_entry_shortlist_id_shortlist"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("shortlist_id", "organisation_id", name=op.f("pk_shortlist_entry")),
    )
    with op.batch_alter_table("shortlist_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shortlist_entry_organisation_id"), ["organisation_id"], unique=False
        )
    op.execute("INSERT INTO revision (id, number) VALUES (1, 0)")


def downgrade() -> None:
    """Take this step back."""
    with op.batch_alter_table("shortlist_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shortlist_entry_organisation_id"))

    op.drop_table("shortlist_entry")
    with op.batch_alter_table("tie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tie_b_id"))
        batch_op.drop_index(batch_op.f("ix_tie_a_id"))

    op.drop_table("tie")
    with op.batch_alter_table("shortlist", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shortlist_organisation_id"))

    op.drop_table("shortlist")
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participation_organisation_id"))

    op.drop_table("participation")
    with op.batch_alter_table("organisation_interest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_interest_term_key"))

    op.drop_table("organisation_interest")
    with op.batch_alter_table("organisation_identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_identity_organisation_id"))

    op.drop_table("organisation_identity")
    with op.batch_alter_table("capacity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_capacity_term_key"))
        batch_op.drop_index(batch_op.f("ix_capacity_organisation_id"))

    op.drop_table("capacity")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_index("ix_organisation_sort")
        batch_op.drop_index(batch_op.f("ix_organisation_sector"))
        batch_op.drop_index(batch_op.f("ix_organisation_postcode"))
        batch_op.drop_index(batch_op.f("ix_organisation_parent_id"))
        batch_op.drop_index(batch_op.f("ix_organisation_p_number"))
        batch_op.drop_index(batch_op.f("ix_organisation_name_folded"))
        batch_op.drop_index(batch_op.f("ix_organisation_kind_key"))
        batch_op.drop_index(batch_op.f("ix_organisation_cvr"))
        batch_op.drop_index(batch_op.f("ix_organisation_area_id"))

    op.drop_table("organisation")
    with op.batch_alter_table("one_time_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_one_time_link_user_id"))

    op.drop_table("one_time_link")
    with op.batch_alter_table("collaboration_interest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_collaboration_interest_term_key"))

    op.drop_table("collaboration_interest")
    with op.batch_alter_table("collaboration_identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_collaboration_identity_collaboration_id"))

    op.drop_table("collaboration_identity")
    with op.batch_alter_table("access_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_access_link_subject_id"))

    op.drop_table("access_link")
    op.drop_table("user")
    op.drop_table("term")
    op.drop_table("revision_change")
    op.drop_table("revision")
    op.drop_table("installation_value")
    with op.batch_alter_table("collaboration", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_collaboration_title_folded"))
        batch_op.drop_index("ix_collaboration_sort")

    op.drop_table("collaboration")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index("ix_change_record")
        batch_op.drop_index(batch_op.f("ix_change_batch"))

    op.drop_table("change")
    op.drop_table("area")
