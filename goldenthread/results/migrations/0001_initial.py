import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
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
        ("sources", "0001_initial"),
    ]

    operations = [
        goldenthread.people.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Measure",
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
                        ("code", models.CharField(max_length=60)),
                        ("name", models.CharField(max_length=300)),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("share", "Share, in per cent"),
                                    ("rate", "Rate per 10,000"),
                                    ("mean", "Mean"),
                                    ("count", "Count"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("unit", models.CharField(max_length=60)),
                        (
                            "better",
                            models.CharField(
                                choices=[
                                    ("higher", "More is better"),
                                    ("lower", "Less is better"),
                                    ("neither", "Depends on the context"),
                                ],
                                max_length=10,
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
                        ("every_months", models.PositiveSmallIntegerField(default=1)),
                        ("settling_days", models.PositiveSmallIntegerField(default=0)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="people.authority",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("authority"),
                                django.db.models.functions.text.Lower("code"),
                                name="results_measure_code_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("every_months__gte", 1)),
                                name="results_measure_is_counted_again",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("code", ""), _negated=True),
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("unit", ""), _negated=True),
                                ),
                                name="results_measure_says_what_it_is",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Definition",
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
                        ("version", models.PositiveSmallIntegerField()),
                        ("text", models.TextField()),
                        ("population", models.TextField()),
                        ("defined_at", models.DateTimeField()),
                        (
                            "defined_by",
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
                                related_name="definitions",
                                to="results.measure",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "version"),
                                name="results_definition_version_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    models.Q(("population", ""), _negated=True),
                                ),
                                name="results_definition_says_what_and_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Value",
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
                        ("group", models.CharField(blank=True, max_length=200)),
                        ("period_from", models.DateField()),
                        ("period_to", models.DateField()),
                        ("as_at", models.DateField()),
                        ("known_on", models.DateField()),
                        ("printed", models.CharField(max_length=200)),
                        ("number", models.DecimalField(decimal_places=4, max_digits=16)),
                        ("numerator", models.DecimalField(decimal_places=4, max_digits=16)),
                        ("denominator", models.PositiveBigIntegerField(blank=True, null=True)),
                        ("per", models.PositiveIntegerField(blank=True, null=True)),
                        ("source", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("entered", "Entered, not yet approved"),
                                    ("approved", "Approved"),
                                    ("returned", "Returned with a reason"),
                                    ("revised", "Revised by a later figure"),
                                ],
                                default="entered",
                                max_length=10,
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("late recording", "Revision: recorded late"),
                                    ("provisional", "Revision: was provisional"),
                                    ("changed rule", "Restatement: the rule changed"),
                                    ("corrected error", "Restatement: an error was corrected"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("entered_at", models.DateTimeField()),
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
                            "definition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="values",
                                to="results.definition",
                            ),
                        ),
                        (
                            "entered_by",
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
                                related_name="values",
                                to="results.measure",
                            ),
                        ),
                        (
                            "revises",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="revisions",
                                to="results.value",
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
                                models.F("measure"),
                                django.db.models.functions.comparison.Coalesce("team_id", 0),
                                models.F("group"),
                                models.F("period_from"),
                                models.F("period_to"),
                                condition=models.Q(("state", "approved")),
                                name="results_value_one_holds",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("state__in", ["entered", "approved", "revised"])
                                ),
                                fields=("revises",),
                                name="results_value_revised_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("team__isnull", True), ("group", ""), _connector="OR"
                                ),
                                name="results_value_of_a_team_or_a_group",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period_to__gte", models.F("period_from")),
                                    ("as_at__gte", models.F("period_from")),
                                    ("known_on__gte", models.F("as_at")),
                                ),
                                name="results_value_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("numerator__gte", 0),
                                    models.Q(
                                        models.Q(
                                            ("number", models.F("numerator")), ("per__isnull", True)
                                        ),
                                        models.Q(
                                            ("denominator__gte", 1),
                                            ("denominator__isnull", False),
                                            ("per__gte", 1),
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
                                ),
                                name="results_value_is_its_numerator_over_its_denominator",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("denominator__isnull", True),
                                    models.Q(("per", 1), ("per__isnull", False)),
                                    ("numerator__lte", models.F("denominator")),
                                    _connector="OR",
                                ),
                                name="results_value_a_part_is_not_more_than_the_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_by__isnull", True),
                                        ("state__in", ["entered", "returned"]),
                                    ),
                                    models.Q(
                                        ("approved_by__isnull", False),
                                        ("state__in", ["approved", "revised"]),
                                        models.Q(
                                            ("approved_by", models.F("entered_by")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="results_value_approved_by_a_second_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cause", ""), ("revises__isnull", True)),
                                    models.Q(
                                        ("revises__isnull", False),
                                        models.Q(("cause", ""), _negated=True),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="results_value_a_revision_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", ""), _negated=True),
                                    models.Q(("printed", ""), _negated=True),
                                ),
                                name="results_value_says_where_it_is_from",
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
                                name="results_value_approved_by_and_at_together",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Target",
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
                            "comparator",
                            models.CharField(
                                choices=[
                                    ("at least", "At least"),
                                    ("more than", "More than"),
                                    ("at most", "At most"),
                                    ("less than", "Less than"),
                                    ("exactly", "Exactly"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "level",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=16, null=True
                            ),
                        ),
                        (
                            "minimum_change",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=16, null=True
                            ),
                        ),
                        (
                            "change_in",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("per cent", "Per cent of the baseline"),
                                    ("unit", "The measure's unit"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("each_group", models.BooleanField(default=False)),
                        ("groups", models.JSONField(blank=True, default=list)),
                        ("holds_from", models.DateField()),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("basis", models.TextField()),
                        ("set_at", models.DateTimeField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_why", models.TextField(blank=True)),
                        (
                            "from_recommendation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measured_by",
                                to="inspections.numerictarget",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="targets",
                                to="results.measure",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "baseline",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="baseline_of",
                                to="results.value",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("baseline__isnull", True),
                                        ("change_in", ""),
                                        ("level__isnull", False),
                                        ("minimum_change__isnull", True),
                                    ),
                                    models.Q(
                                        ("baseline__isnull", False),
                                        ("comparator__in", ["at most", "at least"]),
                                        ("due_on__isnull", False),
                                        ("level__isnull", True),
                                        ("minimum_change__gt", 0),
                                        ("minimum_change__isnull", False),
                                        models.Q(("change_in", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="results_target_is_a_level_or_a_change",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on__isnull", True),
                                    ("due_on__gte", models.F("holds_from")),
                                    _connector="OR",
                                ),
                                name="results_target_days_are_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("each_group", False),
                                    models.Q(("baseline__isnull", True), ("team__isnull", True)),
                                    _connector="OR",
                                ),
                                name="results_target_each_group_is_not_one_team",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("basis", ""), _negated=True),
                                name="results_target_says_what_it_rests_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_on__isnull", True), ("ended_why", "")),
                                    models.Q(
                                        ("ended_on__isnull", False),
                                        models.Q(("ended_why", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="results_target_ends_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Outcome",
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
                        ("met", models.BooleanField()),
                        ("difference", models.DecimalField(decimal_places=4, max_digits=16)),
                        (
                            "per_cent",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=10, null=True
                            ),
                        ),
                        ("words", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outcomes",
                                to="results.target",
                            ),
                        ),
                        (
                            "value",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outcomes",
                                to="results.value",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("target", "value"), name="results_outcome_once"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
