"""Impact rests on an approved figure of a measure that is tied to the action."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from goldenthread.plans import triggers


def without_triggers(apps, schema_editor):
    """SQLite rebuilds no table that a trigger reads; the signal after migrating puts them back."""
    triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0004_merge_delivery_and_evidence"),
        ("results", "0002_figures_stay"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(without_triggers, migrations.RunPython.noop),
        migrations.CreateModel(
            name="MeasureLink",
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
            ],
        ),
        migrations.RemoveConstraint(
            model_name="impact",
            name="plans_impact_measured_has_its_figure",
        ),
        migrations.AddField(
            model_name="impact",
            name="baseline",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="results.value",
            ),
        ),
        migrations.AddField(
            model_name="impact",
            name="per",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="impact",
            name="target",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="results.target",
            ),
        ),
        migrations.AddField(
            model_name="impact",
            name="value",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="shows",
                to="results.value",
            ),
        ),
        migrations.AlterField(
            model_name="impact",
            name="denominator",
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="impact",
            name="number",
            field=models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
        ),
        migrations.AlterField(
            model_name="impact",
            name="numerator",
            field=models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
        ),
        migrations.AddConstraint(
            model_name="impact",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="impact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number__isnull", True),
                    models.Q(("number", models.F("numerator")), ("per__isnull", True)),
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
                                    models.F("denominator"), "*", models.Value(Decimal("0.0001"))
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
                                    models.F("denominator"), "*", models.Value(Decimal("0.0001"))
                                ),
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="plans_impact_number_agrees_with_its_parts",
            ),
        ),
        migrations.AddConstraint(
            model_name="impact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state__in",
                            ("measured: no change", "measured: improved", "measured: worse"),
                        ),
                        _negated=True,
                    ),
                    ("baseline__isnull", False),
                    _connector="OR",
                ),
                name="plans_impact_is_compared",
            ),
        ),
        migrations.AddConstraint(
            model_name="impact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "sustained"), _negated=True),
                    ("target__isnull", False),
                    _connector="OR",
                ),
                name="plans_impact_sustained_names_its_target",
            ),
        ),
        migrations.AddField(
            model_name="measurelink",
            name="action",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="plans.action",
            ),
        ),
        migrations.AddField(
            model_name="measurelink",
            name="item",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="plans.item",
            ),
        ),
        migrations.AddField(
            model_name="measurelink",
            name="linked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="measurelink",
            name="measure",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="shows",
                to="results.measure",
            ),
        ),
        migrations.AddField(
            model_name="measurelink",
            name="removed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="measurelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("removed_at__isnull", True), ("removed_by__isnull", True)),
                    models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                    _connector="OR",
                ),
                name="plans_measurelink_removed_by_and_at_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action__isnull", False), ("item__isnull", True)),
                    models.Q(("action__isnull", True), ("item__isnull", False)),
                    _connector="OR",
                ),
                name="plans_measurelink_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expected__in", ("rise", "fall")), ("kind__in", ("progress", "impact"))
                ),
                name="plans_measurelink_expects_a_direction",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurelink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("action__isnull", False), ("removed_at__isnull", True)),
                fields=("action", "measure"),
                name="plans_measurelink_once_an_action",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurelink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("item__isnull", False), ("removed_at__isnull", True)),
                fields=("item", "measure"),
                name="plans_measurelink_once_an_item",
            ),
        ),
    ]
