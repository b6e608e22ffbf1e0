import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.lookups
import goldenthread.people.tables
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("inspections", "0001_initial"),
        ("people", "0001_initial"),
        ("people", "__first__"),
        ("results", "0001_initial"),
        ("sources", "0001_initial"),
    ]

    operations = [
        goldenthread.people.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("public_id", models.CharField(max_length=12)),
                        ("title", models.CharField(max_length=500)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("current", "Current"),
                                    ("archived", "Archived"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="current",
                                max_length=10,
                            ),
                        ),
                        ("first_round_closed_on", models.DateField(blank=True, null=True)),
                        ("used_on", models.DateField(blank=True, null=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="people.authority",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "public_id"), name="plans_plan_public_id_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), _negated=True),
                                    ("used_on__isnull", True),
                                    _connector="OR",
                                ),
                                name="plans_plan_withdrawn_only_unused",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatusRules",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("content", models.JSONField()),
                        ("approved_in", models.CharField(max_length=300)),
                        ("at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="status_rules",
                                to="people.authority",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "status rules",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="plans_statusrules_dates_in_order",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("approved_at__isnull", False), ("ended_on__isnull", True)
                                ),
                                fields=("authority",),
                                name="plans_statusrules_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_at__isnull", True), ("approved_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("approved_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_statusrules_approved_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by__isnull", True),
                                    models.Q(("approved_by", models.F("by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_statusrules_approved_by_somebody_else",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("approved_in", ""), _negated=True),
                                name="plans_statusrules_approved",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=300)),
                        ("printed", models.TextField(blank=True)),
                        ("day", models.DateField(blank=True, null=True)),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "name"), name="plans_event_named_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("public_id", models.CharField(max_length=24)),
                        ("kind", models.CharField(max_length=40)),
                        ("title", models.CharField(max_length=500)),
                        (
                            "marking",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("internal", "Internal"),
                                    ("restricted", "Restricted"),
                                ],
                                default="internal",
                                max_length=10,
                            ),
                        ),
                        ("outside", models.BooleanField(default=False)),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.partnerorganisation",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "evidence",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "public_id"), name="plans_evidence_public_id_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True),
                                name="plans_evidence_has_a_title",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("marking__in", ["open", "internal", "restricted"])
                                ),
                                name="plans_evidence_marking_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Checker",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checkers",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="plans_checker_dates_in_order",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("plan", "user"),
                                name="plans_checker_once_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Version",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=500)),
                        ("label", models.CharField(blank=True, max_length=200)),
                        ("day", models.DateField(blank=True, null=True)),
                        (
                            "day_precision",
                            models.CharField(
                                choices=[
                                    ("day", "to the day"),
                                    ("month", "to the month"),
                                    ("unknown", "not known"),
                                ],
                                default="unknown",
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("current", "Current"),
                                    ("replaced", "Replaced by a later one"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="current",
                                max_length=10,
                            ),
                        ),
                        ("used_on", models.DateField(blank=True, null=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "upload",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sources.upload",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "number"), name="plans_version_number_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "current")),
                                fields=("plan",),
                                name="plans_version_one_current",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), _negated=True),
                                    ("used_on__isnull", True),
                                    _connector="OR",
                                ),
                                name="plans_version_withdrawn_only_unused",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("day__isnull", True), ("day_precision", "unknown")),
                                    models.Q(
                                        ("day__isnull", False),
                                        models.Q(("day_precision", "unknown"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_version_day_has_a_precision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Workstream",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workstreams",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "name"), name="plans_workstream_named_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Part",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField()),
                        ("title", models.TextField()),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "order"), name="plans_part_in_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("url", models.URLField(blank=True, max_length=1000)),
                        ("extract", models.TextField(blank=True)),
                        ("about", models.JSONField(blank=True, default=dict)),
                        ("sha256", models.CharField(max_length=64)),
                        ("period_from", models.DateField(blank=True, null=True)),
                        ("period_to", models.DateField(blank=True, null=True)),
                        ("expires_on", models.DateField(blank=True, null=True)),
                        ("filed_at", models.DateTimeField()),
                        (
                            "before",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sources.upload",
                            ),
                        ),
                        (
                            "cites",
                            models.ManyToManyField(
                                blank=True, related_name="cited_by", to="plans.evidenceversion"
                            ),
                        ),
                        (
                            "evidence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="plans.evidence",
                            ),
                        ),
                        (
                            "filed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "filed_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "upload",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sources.upload",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("evidence", "number"),
                                name="plans_evidenceversion_number_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)),
                                name="plans_evidenceversion_number_from_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sha256", ""), _negated=True),
                                name="plans_evidenceversion_has_a_hash",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period_from__isnull", True),
                                    ("period_to__isnull", True),
                                    ("period_to__gte", models.F("period_from")),
                                    _connector="OR",
                                ),
                                name="plans_evidenceversion_period_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SourceIssue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("where", models.TextField()),
                        ("problem", models.TextField()),
                        ("fix", models.TextField(blank=True)),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="issues",
                                to="plans.version",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Item",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        ("public_id", models.CharField(max_length=24)),
                        ("order", models.PositiveIntegerField()),
                        ("number", models.CharField(blank=True, max_length=40)),
                        ("section", models.TextField(blank=True)),
                        ("text", models.TextField()),
                        ("timescale_printed", models.TextField(blank=True)),
                        (
                            "answers",
                            models.CharField(
                                choices=[
                                    ("recommendation", "A recommendation"),
                                    ("descriptor", "A descriptor of good practice"),
                                    ("additional", "Neither, it is the council's own"),
                                ],
                                default="recommendation",
                                max_length=20,
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="plans.item",
                            ),
                        ),
                        (
                            "part",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="plans.part",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "dropped_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dropped_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought_%(class)s",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "public_id"), name="plans_item_public_id_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("parent__isnull", True),
                                    models.Q(("parent", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_item_is_not_its_own_parent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanJudgement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField()),
                        ("label", models.TextField()),
                        ("grade_code", models.CharField(blank=True, max_length=40)),
                        ("grade_printed", models.TextField(blank=True)),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "judgement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.judgement",
                            ),
                        ),
                        (
                            "part",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="judgements",
                                to="plans.part",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("part", "order"), name="plans_planjudgement_in_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemRecommendation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "wording",
                            models.CharField(
                                choices=[("same", "The same"), ("differs", "Differs")],
                                max_length=10,
                            ),
                        ),
                        ("difference", models.TextField(blank=True)),
                        ("signed_off_at", models.DateTimeField(blank=True, null=True)),
                        ("linked_at", models.DateTimeField()),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answered",
                                to="plans.item",
                            ),
                        ),
                        (
                            "linked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answered_by",
                                to="inspections.recommendation",
                            ),
                        ),
                        (
                            "removed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signed_off_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("signed_off_at__isnull", True),
                                        ("signed_off_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("signed_off_at__isnull", False),
                                        ("signed_off_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_itemrecommendation_signed_off_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at__isnull", True), ("removed_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False), ("removed_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_itemrecommendation_removed_by_and_at_together",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_at__isnull", True)),
                                fields=("item", "recommendation"),
                                name="plans_itemrecommendation_linked_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("difference", ""), ("wording", "same")),
                                    models.Q(
                                        ("wording", "differs"),
                                        models.Q(("difference", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_itemrecommendation_says_how_it_differs",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Action",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        ("public_id", models.CharField(max_length=24)),
                        ("order", models.PositiveIntegerField()),
                        ("ref", models.CharField(blank=True, max_length=40)),
                        ("text", models.TextField()),
                        ("cell", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("one-off", "One-off"),
                                    ("recurring", "Recurring"),
                                    ("sustained", "Sustained: closes by a review"),
                                ],
                                default="one-off",
                                max_length=20,
                            ),
                        ),
                        ("kind_proposed", models.BooleanField(default=True)),
                        (
                            "same_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pointing_here",
                                to="plans.action",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "dropped_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dropped_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "workstream",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="plans.workstream",
                            ),
                        ),
                        (
                            "items",
                            models.ManyToManyField(
                                related_name="actions", through="plans.ActionItem", to="plans.item"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "public_id"), name="plans_action_public_id_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("same_as__isnull", True),
                                    models.Q(("same_as", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_action_points_to_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AsReported",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "column",
                            models.CharField(
                                choices=[
                                    ("progress", "Progress"),
                                    ("update", "Update"),
                                    ("evidence", "Evidence on file"),
                                    ("completed", "Date completed"),
                                    ("colour", "Status"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("said", models.CharField(blank=True, max_length=200)),
                        (
                            "claims",
                            models.CharField(
                                choices=[
                                    ("nothing", "Nothing that a rule reads"),
                                    ("no evidence", "No evidence"),
                                    ("part evidence", "Part of the evidence"),
                                    ("full evidence", "Evidence"),
                                    ("completed", "Completed"),
                                ],
                                default="nothing",
                                max_length=20,
                            ),
                        ),
                        ("completed_on", models.DateField(blank=True, null=True)),
                        ("precision", models.CharField(blank=True, max_length=20)),
                        ("count", models.PositiveIntegerField(blank=True, null=True)),
                        ("out_of", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.item",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "as reported",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", False), ("item__isnull", True)),
                                    models.Q(("action__isnull", True), ("item__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plans_asreported_is_of_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("completed_on__isnull", True), ("precision", "")),
                                    models.Q(
                                        ("completed_on__isnull", False),
                                        models.Q(("precision", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_asreported_day_has_a_precision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Commitment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("printed", models.TextField()),
                        ("times", models.PositiveSmallIntegerField()),
                        ("months", models.PositiveSmallIntegerField(default=12)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("months__gte", 1), ("times__gte", 1)),
                                name="plans_commitment_counts",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Deadline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "source",
                            models.CharField(
                                choices=[("inspectorate", "Inspectorate"), ("local", "Local")],
                                max_length=20,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("original", "Original"),
                                    ("agreed", "Agreed"),
                                    ("forecast", "Forecast"),
                                ],
                                default="original",
                                max_length=10,
                            ),
                        ),
                        ("printed", models.TextField(blank=True)),
                        ("reading", models.CharField(blank=True, max_length=20)),
                        ("earliest", models.DateField(blank=True, null=True)),
                        ("latest", models.DateField(blank=True, null=True)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("precision", models.CharField(blank=True, max_length=20)),
                        ("recurrence", models.CharField(blank=True, max_length=60)),
                        ("offset", models.CharField(blank=True, max_length=40)),
                        ("anchor", models.DateField(blank=True, null=True)),
                        ("basis", models.TextField(blank=True)),
                        ("question", models.TextField(blank=True)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.item",
                            ),
                        ),
                        (
                            "dropped_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dropped_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought_%(class)s",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("action__isnull", False),
                                    ("item__isnull", False),
                                    _connector="OR",
                                ),
                                name="plans_deadline_is_of_something",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.comparison.Coalesce("action_id", 0),
                                django.db.models.functions.comparison.Coalesce("item_id", 0),
                                models.F("source"),
                                models.F("due"),
                                models.F("printed"),
                                condition=models.Q(
                                    ("dropped_in__isnull", True), ("kind", "original")
                                ),
                                name="plans_deadline_said_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("earliest__isnull", True),
                                    ("latest__isnull", True),
                                    ("latest__gte", models.F("earliest")),
                                    _connector="OR",
                                ),
                                name="plans_deadline_days_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dependency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dependencies",
                                to="plans.action",
                            ),
                        ),
                        (
                            "needs",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needed_by",
                                to="plans.action",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "dependencies",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("action", "needs"), name="plans_dependency_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("action", models.F("needs")), _negated=True),
                                name="plans_dependency_of_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Impact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not yet measurable", "Not yet measurable"),
                                    ("early signs", "Early signs"),
                                    ("measured: no change", "Measured: no change"),
                                    ("measured: improved", "Measured: improved"),
                                    ("measured: worse", "Measured: worse"),
                                    ("sustained", "Sustained"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("until", models.DateField(blank=True, null=True)),
                        ("words", models.TextField(blank=True)),
                        (
                            "number",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=16, null=True
                            ),
                        ),
                        (
                            "numerator",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=16, null=True
                            ),
                        ),
                        ("denominator", models.PositiveBigIntegerField(blank=True, null=True)),
                        ("per", models.PositiveIntegerField(blank=True, null=True)),
                        ("as_at", models.DateField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "baseline",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="results.value",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="results.target",
                            ),
                        ),
                        (
                            "value",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shows",
                                to="results.value",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("denominator__isnull", True),
                                        ("number__isnull", True),
                                        ("numerator__isnull", True),
                                        ("state__in", ("not yet measurable", "early signs")),
                                        ("value__isnull", True),
                                    ),
                                    models.Q(
                                        ("as_at__isnull", False),
                                        ("denominator__gt", 0),
                                        ("denominator__isnull", False),
                                        ("number__isnull", False),
                                        ("numerator__isnull", False),
                                        (
                                            "state__in",
                                            (
                                                "measured: no change",
                                                "measured: improved",
                                                "measured: worse",
                                                "sustained",
                                            ),
                                        ),
                                        ("value__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_impact_measured_has_its_figure",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number__isnull", True),
                                    models.Q(
                                        ("number", models.F("numerator")), ("per__isnull", True)
                                    ),
                                    models.Q(
                                        ("per__isnull", False),
                                        django.db.models.lookups.GreaterThanOrEqual(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("number"), "*", models.F("denominator")
                                            ),
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("numerator"), "*", models.F("per")
                                                ),
                                                "-",
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("denominator"),
                                                    "*",
                                                    models.Value(Decimal("0.0001")),
                                                ),
                                            ),
                                        ),
                                        django.db.models.lookups.LessThanOrEqual(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("number"), "*", models.F("denominator")
                                            ),
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("numerator"), "*", models.F("per")
                                                ),
                                                "+",
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("denominator"),
                                                    "*",
                                                    models.Value(Decimal("0.0001")),
                                                ),
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_impact_number_agrees_with_its_parts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "state__in",
                                            (
                                                "measured: no change",
                                                "measured: improved",
                                                "measured: worse",
                                            ),
                                        ),
                                        _negated=True,
                                    ),
                                    ("baseline__isnull", False),
                                    _connector="OR",
                                ),
                                name="plans_impact_is_compared",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "sustained"), _negated=True),
                                    ("target__isnull", False),
                                    _connector="OR",
                                ),
                                name="plans_impact_sustained_names_its_target",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "not yet measurable"), _negated=True),
                                    ("until__isnull", False),
                                    _connector="OR",
                                ),
                                name="plans_impact_not_yet_until_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "early signs"), _negated=True),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_impact_early_signs_in_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="served",
                                to="plans.action",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="served_by",
                                to="plans.item",
                            ),
                        ),
                        (
                            "dropped_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dropped_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought_%(class)s",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dropped_in__isnull", True)),
                                fields=("action", "item"),
                                name="plans_actionitem_served_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JudgedStatus",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "colour",
                            models.CharField(
                                choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green")],
                                max_length=10,
                            ),
                        ),
                        ("raised_from", models.CharField(blank=True, max_length=10)),
                        ("reason", models.TextField(blank=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "judged statuses",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True), ("ended_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False), ("ended_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_judgedstatus_ended_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("colour__in", ("red", "amber", "green"))),
                                name="plans_judgedstatus_never_blue",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("raised_from", ""),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_judgedstatus_raised_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("action",),
                                name="plans_judgedstatus_one_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("progress", "Measure of progress"),
                                    ("impact", "Measure of impact"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "expected",
                            models.CharField(
                                choices=[("rise", "A rise"), ("fall", "A fall")], max_length=10
                            ),
                        ),
                        ("lag_months", models.PositiveSmallIntegerField(default=0)),
                        ("linked_at", models.DateTimeField()),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.item",
                            ),
                        ),
                        (
                            "linked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shows",
                                to="results.measure",
                            ),
                        ),
                        (
                            "removed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("removed_at__isnull", True), ("removed_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("removed_at__isnull", False), ("removed_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_measurelink_removed_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", False), ("item__isnull", True)),
                                    models.Q(("action__isnull", True), ("item__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plans_measurelink_of_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("expected__in", ("rise", "fall")),
                                    ("kind__in", ("progress", "impact")),
                                ),
                                name="plans_measurelink_expects_a_direction",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("action__isnull", False), ("removed_at__isnull", True)
                                ),
                                fields=("action", "measure"),
                                name="plans_measurelink_once_an_action",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("item__isnull", False), ("removed_at__isnull", True)
                                ),
                                fields=("item", "measure"),
                                name="plans_measurelink_once_an_item",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticePeriod",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("first_day", models.DateField()),
                        ("ends_before", models.DateField()),
                        ("in_standard", models.BooleanField()),
                        ("standard", models.TextField()),
                        ("count", models.PositiveIntegerField(blank=True, null=True)),
                        ("out_of", models.PositiveIntegerField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_practiceperiod_withdrawn_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_before__gt", models.F("first_day"))),
                                name="plans_practiceperiod_has_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("count__isnull", True), ("out_of__isnull", True)),
                                    models.Q(
                                        ("count__isnull", False),
                                        ("count__lte", models.F("out_of")),
                                        ("out_of__gte", 1),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_practiceperiod_count_of_its_whole",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("action", "first_day"),
                                name="plans_practiceperiod_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Risk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("risk", "Risk"), ("issue", "Issue")], max_length=10
                            ),
                        ),
                        ("text", models.TextField()),
                        ("control", models.TextField(blank=True)),
                        ("review_on", models.DateField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", True), ("closed_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False), ("closed_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_risk_closed_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="plans_risk_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Test",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        ("number", models.PositiveSmallIntegerField()),
                        ("column", models.CharField(blank=True, max_length=40)),
                        ("text", models.TextField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("done", "Done: a product exists"),
                                    ("practice", "Practice: it is used"),
                                    ("difference", "Difference: something changed"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("kind_proposed", models.BooleanField(default=True)),
                        ("quantity", models.PositiveIntegerField(blank=True, null=True)),
                        ("unit", models.CharField(blank=True, max_length=200)),
                        ("aim", models.JSONField(blank=True, default=dict)),
                        ("edition", models.PositiveSmallIntegerField(default=1)),
                        ("changed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.item",
                            ),
                        ),
                        (
                            "dropped_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dropped_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought_%(class)s",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", False), ("item__isnull", True)),
                                    models.Q(("action__isnull", True), ("item__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plans_test_is_of_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="plans_test_says_something",
                            ),
                            models.UniqueConstraint(
                                fields=("action", "number"), name="plans_test_action_number"
                            ),
                            models.UniqueConstraint(
                                fields=("item", "number"), name="plans_test_item_number"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quantity__isnull", True),
                                    ("quantity__gte", 1),
                                    _connector="OR",
                                ),
                                name="plans_test_quantity_is_at_least_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["done", "practice", "difference"])
                                ),
                                name="plans_test_kind_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Update",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("said", "Said"),
                                    ("no change", "No change, still on course"),
                                    ("step", "Step of delivery"),
                                ],
                                default="said",
                                max_length=10,
                            ),
                        ),
                        ("blockers", models.TextField(blank=True)),
                        ("said_on", models.DateField(blank=True, null=True)),
                        (
                            "said_precision",
                            models.CharField(
                                choices=[
                                    ("day", "to the day"),
                                    ("month", "to the month"),
                                    ("unknown", "not known"),
                                ],
                                default="unknown",
                                max_length=10,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("at", models.DateTimeField()),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "for_whom",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.item",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="updates",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", False), ("item__isnull", True)),
                                    models.Q(("action__isnull", True), ("item__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plans_update_is_of_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="plans_update_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("said_on__isnull", True), ("said_precision", "unknown")
                                    ),
                                    models.Q(
                                        ("said_on__isnull", False),
                                        models.Q(("said_precision", "unknown"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_update_said_on_has_a_precision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ToSettle",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveIntegerField()),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("lead", "Who is accountable"),
                                    ("timescale", "By when"),
                                    ("test kind", "Of what kind a test is"),
                                    ("completion", "Whether it is completed, as the plan says"),
                                    ("other", "Something else"),
                                ],
                                default="other",
                                max_length=20,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("suggestion", models.JSONField(blank=True, default=dict)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Open"), ("settled", "Settled")],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("answer", models.JSONField(blank=True, default=dict)),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="to_settle",
                                to="plans.action",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="to_settle",
                                to="plans.item",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="to_settle",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "to settle",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("settled_at__isnull", True), ("settled_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("settled_at__isnull", False), ("settled_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_tosettle_settled_by_and_at_together",
                            ),
                            models.UniqueConstraint(
                                fields=("version", "order"), name="plans_tosettle_in_order"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_at__isnull", True), ("state", "open")),
                                    models.Q(("settled_at__isnull", False), ("state", "settled")),
                                    _connector="OR",
                                ),
                                name="plans_tosettle_settled_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Standing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "rank",
                            models.CharField(
                                choices=[
                                    ("lead", "Lead"),
                                    ("co-lead", "Co-lead"),
                                    ("delegate", "Delegate"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("printed", models.TextField(blank=True)),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standings",
                                to="plans.action",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.partnerorganisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.post",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.team",
                            ),
                        ),
                        (
                            "dropped_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dropped_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought_%(class)s",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="plans_standing_dates_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("partner__isnull", True),
                                        ("person__isnull", True),
                                        ("post__isnull", True),
                                        ("team__isnull", True),
                                        models.Q(("printed", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("partner__isnull", True),
                                        ("person__isnull", False),
                                        ("post__isnull", True),
                                        ("team__isnull", True),
                                    ),
                                    models.Q(
                                        ("partner__isnull", True),
                                        ("person__isnull", True),
                                        ("post__isnull", False),
                                        ("team__isnull", True),
                                    ),
                                    models.Q(
                                        ("partner__isnull", True),
                                        ("person__isnull", True),
                                        ("post__isnull", True),
                                        ("team__isnull", False),
                                    ),
                                    models.Q(
                                        ("partner__isnull", False),
                                        ("person__isnull", True),
                                        ("post__isnull", True),
                                        ("team__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_standing_is_one_or_printed",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("dropped_in__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("rank", "lead"),
                                ),
                                fields=("action",),
                                name="plans_standing_one_lead_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CrossReference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        ("printed", models.TextField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("shares action", "The same action"),
                                    ("see also", "See also"),
                                    ("inherits update", "Its update counts here too"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="references",
                                to="plans.action",
                            ),
                        ),
                        (
                            "to_action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referred_to_by",
                                to="plans.action",
                            ),
                        ),
                        (
                            "to_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referred_to_by",
                                to="plans.item",
                            ),
                        ),
                        (
                            "dropped_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dropped_%(class)s",
                                to="plans.version",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brought_%(class)s",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_item__isnull", True),
                                    ("to_action__isnull", True),
                                    _connector="OR",
                                ),
                                name="plans_crossreference_leads_to_one_at_most",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("to_action__isnull", True),
                                    models.Q(("to_action", models.F("action")), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_crossreference_leads_elsewhere",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Wording",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        ("order", models.PositiveIntegerField()),
                        ("number", models.CharField(blank=True, max_length=40)),
                        ("text", models.TextField()),
                        ("content", models.JSONField(blank=True, default=dict)),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.action",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.item",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="plans.version",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", False), ("item__isnull", True)),
                                    models.Q(("action__isnull", True), ("item__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plans_wording_is_of_one",
                            ),
                            models.UniqueConstraint(
                                fields=("version", "action"), name="plans_wording_action_once"
                            ),
                            models.UniqueConstraint(
                                fields=("version", "item"), name="plans_wording_item_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Delivery",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("to be agreed", "To be agreed"),
                                    ("not started", "Not started"),
                                    ("in progress", "In progress"),
                                    ("blocked", "Blocked"),
                                    ("done", "Done"),
                                    ("superseded", "Superseded"),
                                    ("ineffective", "Ineffective"),
                                ],
                                default="not started",
                                max_length=20,
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("why", models.TextField(blank=True)),
                        ("blocked_on", models.TextField(blank=True)),
                        ("chase_on", models.DateField(blank=True, null=True)),
                        ("way_forward", models.TextField(blank=True)),
                        ("completed_on", models.DateField(blank=True, null=True)),
                        ("completed_precision", models.CharField(blank=True, max_length=10)),
                        ("review", models.TextField(blank=True)),
                        (
                            "action",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delivery",
                                to="plans.action",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="plans.action",
                            ),
                        ),
                        (
                            "taken_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="plans.asreported",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "deliveries",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("completed_on__isnull", False), ("state", "done")),
                                    models.Q(
                                        models.Q(("state", "done"), _negated=True),
                                        ("completed_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_delivery_done_has_a_date",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("completed_on__isnull", True), ("completed_precision", "")
                                    ),
                                    models.Q(
                                        ("completed_on__isnull", False),
                                        ("completed_precision__in", ("day", "month")),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_delivery_date_has_a_precision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("completed_on__isnull", True),
                                    ("completed_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="plans_delivery_not_done_before_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "blocked"), _negated=True),
                                    models.Q(
                                        models.Q(("blocked_on", ""), _negated=True),
                                        models.Q(("why", ""), _negated=True),
                                        ("chase_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_delivery_blocked_on_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("replaced_by__isnull", False),
                                        ("state__in", ("superseded", "ineffective")),
                                        models.Q(("why", ""), _negated=True),
                                        models.Q(
                                            ("replaced_by", models.F("action")), _negated=True
                                        ),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("superseded", "ineffective")),
                                            _negated=True,
                                        ),
                                        ("replaced_by__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_delivery_replaced_by_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EventDeadline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("days_after", models.SmallIntegerField(default=0)),
                        (
                            "deadline",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="awaits",
                                to="plans.deadline",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deadlines",
                                to="plans.event",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="EvidenceLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("supports", "Supports"), ("contradicts", "Contradicts")],
                                default="supports",
                                max_length=12,
                            ),
                        ),
                        ("shows", models.TextField()),
                        ("quantity", models.PositiveIntegerField(blank=True, null=True)),
                        ("linked_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_why", models.TextField(blank=True)),
                        (
                            "linked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="plans.evidenceversion",
                            ),
                        ),
                        (
                            "test",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="plans.test",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_evidencelink_withdrawn_by_and_at_together",
                            ),
                            models.UniqueConstraint(
                                fields=("version", "test"), name="plans_evidencelink_linked_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("shows", ""), _negated=True),
                                name="plans_evidencelink_says_what_it_shows",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("direction__in", ["supports", "contradicts"])),
                                name="plans_evidencelink_direction_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_why", "")),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(("withdrawn_why", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_evidencelink_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Occurrence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("day", models.DateField()),
                        ("note", models.TextField(blank=True)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occurrences",
                                to="plans.commitment",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("commitment", "day"), name="plans_occurrence_once_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reopening",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("done", "Done: a product exists"),
                                    ("practice", "Practice: it is used"),
                                    ("difference", "Difference: something changed"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("quantity", models.PositiveIntegerField(blank=True, null=True)),
                        ("unit", models.CharField(blank=True, max_length=200)),
                        ("aim", models.JSONField(blank=True, default=dict)),
                        ("drops", models.BooleanField(default=False)),
                        ("edition", models.PositiveSmallIntegerField()),
                        ("why", models.TextField()),
                        ("asked_at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("refused_at", models.DateTimeField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reopenings",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "refused_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "test",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reopenings",
                                to="plans.test",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_at__isnull", True), ("approved_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("approved_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_reopening_approved_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("refused_at__isnull", True), ("refused_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("refused_at__isnull", False), ("refused_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_reopening_refused_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by__isnull", True),
                                    models.Q(("approved_by", models.F("asked_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_reopening_approved_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_at__isnull", True),
                                    ("refused_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="plans_reopening_approved_or_refused",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True),
                                name="plans_reopening_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("approved_at__isnull", True), ("refused_at__isnull", True)
                                ),
                                fields=("test",),
                                name="plans_reopening_one_waiting",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("complete", "Complete by"),
                                    ("implement", "Implement by"),
                                    ("other", "Other"),
                                ],
                                default="other",
                                max_length=10,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        ("printed", models.TextField(blank=True)),
                        ("due", models.DateField()),
                        ("precision", models.CharField(max_length=20)),
                        ("anchor", models.DateField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("done_precision", models.CharField(blank=True, max_length=10)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestones",
                                to="plans.action",
                            ),
                        ),
                        (
                            "update",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestones",
                                to="plans.update",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_on__isnull", True), ("done_precision", "")),
                                    models.Q(
                                        ("done_on__isnull", False),
                                        ("done_precision__in", ("day", "month")),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_milestone_date_has_a_precision",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Check",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("accepted", "Accepted"), ("returned", "Returned")],
                                max_length=10,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("how_do_we_know", models.TextField(blank=True)),
                        ("what_next", models.TextField(blank=True)),
                        ("at", models.DateTimeField()),
                        ("day", models.DateField()),
                        ("post", models.TextField(blank=True)),
                        ("service", models.TextField(blank=True)),
                        ("line", models.TextField(blank=True)),
                        ("edition", models.PositiveSmallIntegerField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "last_link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="plans.evidencelink",
                            ),
                        ),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="plans.evidencelink",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("outcome__in", ["accepted", "returned"])),
                                name="plans_check_outcome_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "returned"), _negated=True),
                                    models.Q(("note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_check_returned_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "accepted"), _negated=True),
                                    models.Q(("how_do_we_know", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_check_accepted_says_how_we_know",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineMove",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("forecast", "Forecast"), ("agreed", "Extension")],
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("said", "Said"),
                                    ("asked", "Asked for"),
                                    ("approved", "Approved"),
                                    ("refused", "Refused"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("before", models.DateField(blank=True, null=True)),
                        ("to", models.DateField()),
                        ("precision", models.CharField(default="day", max_length=10)),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("demand", "Demand"),
                                    ("capacity", "Capacity"),
                                    ("inspection", "Inspection activity"),
                                    ("system", "A system"),
                                    ("partner", "A partner"),
                                    ("recruitment", "Recruitment"),
                                    ("consultation", "Consultation"),
                                    ("other", "Another cause"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("asked_at", models.DateTimeField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decision", models.TextField(blank=True)),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="plans.action",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "for_whom",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="plans.item",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="plans.milestone",
                            ),
                        ),
                        (
                            "update",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves",
                                to="plans.update",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True), ("decided_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False), ("decided_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_deadlinemove_decided_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("kind", "forecast"),
                                        ("state", "said"),
                                    ),
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("kind", "agreed"),
                                        ("state", "asked"),
                                    ),
                                    models.Q(
                                        ("decided_by__isnull", False),
                                        ("kind", "agreed"),
                                        ("state__in", ("approved", "refused")),
                                        models.Q(
                                            ("decided_by", models.F("asked_by")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="plans_deadlinemove_decided_by_somebody_else",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("before__isnull", True),
                                    ("to__lte", models.F("before")),
                                    models.Q(("cause", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="plans_deadlinemove_later_has_a_cause",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("asked_on", models.DateField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("due_words", models.TextField(blank=True)),
                        (
                            "answered_with",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="plans.check",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="plans.evidencelink",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_with__isnull", True)),
                                fields=("link",),
                                name="plans_checkrequest_one_waiting",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
