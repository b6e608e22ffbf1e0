"""Steps of delivery, moved deadlines, periods, impact, statuses, risks and frequencies."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.plans import triggers


def create(apps, schema_editor):
    triggers.create(schema_editor.connection)


def drop(apps, schema_editor):
    triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0006_thresholds"),
        ("people", "0003_user_must_choose_password"),
        ("plans", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    # SQLite rebuilds the table of updates, and forgets its triggers.
    operations = [
        migrations.RunPython(drop, create),
        migrations.AddField(
            model_name="update",
            name="blockers",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="update",
            name="kind",
            field=models.CharField(
                choices=[("said", "Said"), ("no change", "No change, still on course")],
                default="said",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            },
        ),
        migrations.CreateModel(
            name="Dependency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
        ),
        migrations.CreateModel(
            name="EventDeadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            name="Impact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True),
                ),
                (
                    "numerator",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True),
                ),
                (
                    "denominator",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=18, null=True),
                ),
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="JudgedStatus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
        ),
        migrations.CreateModel(
            name="DeadlineMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("forecast", "Forecast"), ("agreed", "Extension")], max_length=10
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
                    "update",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="plans.update",
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
            ],
        ),
        migrations.CreateModel(
            name="Occurrence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
        ),
        migrations.CreateModel(
            name="PracticePeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
        ),
        migrations.CreateModel(
            name="Risk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(choices=[("risk", "Risk"), ("issue", "Issue")], max_length=10),
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
        ),
        migrations.CreateModel(
            name="StatusRules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("content", models.JSONField()),
                ("approved_in", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
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
            },
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("months__gte", 1), ("times__gte", 1)),
                name="plans_commitment_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("completed_on__isnull", False), ("state", "done")),
                    models.Q(
                        models.Q(("state", "done"), _negated=True), ("completed_on__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="plans_delivery_done_has_a_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("completed_on__isnull", True), ("completed_precision", "")),
                    models.Q(
                        ("completed_on__isnull", False),
                        ("completed_precision__in", ("day", "month")),
                    ),
                    _connector="OR",
                ),
                name="plans_delivery_date_has_a_precision",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("completed_on__isnull", True),
                    ("completed_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="plans_delivery_not_done_before_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("replaced_by__isnull", False),
                        ("state__in", ("superseded", "ineffective")),
                        models.Q(("why", ""), _negated=True),
                        models.Q(("replaced_by", models.F("action")), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state__in", ("superseded", "ineffective")), _negated=True),
                        ("replaced_by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="plans_delivery_replaced_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="dependency",
            constraint=models.UniqueConstraint(
                fields=("action", "needs"), name="plans_dependency_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="dependency",
            constraint=models.CheckConstraint(
                condition=models.Q(("action", models.F("needs")), _negated=True),
                name="plans_dependency_of_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.UniqueConstraint(
                fields=("plan", "name"), name="plans_event_named_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="impact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ("not yet measurable", "early signs")),
                    models.Q(
                        ("as_at__isnull", False),
                        ("denominator__isnull", False),
                        ("number__isnull", False),
                        ("numerator__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="plans_impact_measured_has_its_figure",
            ),
        ),
        migrations.AddConstraint(
            model_name="impact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "not yet measurable"), _negated=True),
                    ("until__isnull", False),
                    _connector="OR",
                ),
                name="plans_impact_not_yet_until_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="impact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "early signs"), _negated=True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="plans_impact_early_signs_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgedstatus",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="plans_judgedstatus_ended_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgedstatus",
            constraint=models.CheckConstraint(
                condition=models.Q(("colour__in", ("red", "amber", "green"))),
                name="plans_judgedstatus_never_blue",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgedstatus",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("raised_from", ""), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="plans_judgedstatus_raised_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgedstatus",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("action",),
                name="plans_judgedstatus_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_on__isnull", True), ("done_precision", "")),
                    models.Q(("done_on__isnull", False), ("done_precision__in", ("day", "month"))),
                    _connector="OR",
                ),
                name="plans_milestone_date_has_a_precision",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinemove",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="plans_deadlinemove_decided_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinemove",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_by__isnull", True), ("kind", "forecast"), ("state", "said")),
                    models.Q(("decided_by__isnull", True), ("kind", "agreed"), ("state", "asked")),
                    models.Q(
                        ("decided_by__isnull", False),
                        ("kind", "agreed"),
                        ("state__in", ("approved", "refused")),
                        models.Q(("decided_by", models.F("asked_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="plans_deadlinemove_decided_by_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinemove",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("before__isnull", True),
                    ("to__lte", models.F("before")),
                    models.Q(("cause", ""), _negated=True),
                    _connector="OR",
                ),
                name="plans_deadlinemove_later_has_a_cause",
            ),
        ),
        migrations.AddConstraint(
            model_name="occurrence",
            constraint=models.UniqueConstraint(
                fields=("commitment", "day"), name="plans_occurrence_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="practiceperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                    _connector="OR",
                ),
                name="plans_practiceperiod_withdrawn_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="practiceperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_before__gt", models.F("first_day"))),
                name="plans_practiceperiod_has_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="practiceperiod",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="practiceperiod",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=("action", "first_day"),
                name="plans_practiceperiod_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="plans_risk_closed_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="plans_risk_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrules",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_on__isnull", True),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="plans_statusrules_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrules",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)),
                fields=("authority",),
                name="plans_statusrules_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrules",
            constraint=models.CheckConstraint(
                condition=models.Q(("approved_in", ""), _negated=True),
                name="plans_statusrules_approved",
            ),
        ),
        migrations.RunPython(create, drop),
    ]
