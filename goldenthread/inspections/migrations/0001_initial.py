import django.db.models.deletion
import django.db.models.functions.text
import goldenthread.people.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("people", "__first__"),
        ("sources", "0001_initial"),
    ]

    operations = [
        goldenthread.people.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name="InspectionType",
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
                        ("label", models.CharField(max_length=200)),
                        ("wordings", models.JSONField(blank=True, default=list)),
                        (
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.authority",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("authority__isnull", True)),
                                fields=("code",),
                                name="inspections_inspectiontype_shipped_once",
                            ),
                            models.UniqueConstraint(
                                models.F("authority"),
                                django.db.models.functions.text.Lower("label"),
                                name="inspections_inspectiontype_labelled_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Scale",
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
                        ("code", models.CharField(max_length=40)),
                        ("version", models.CharField(max_length=20)),
                        ("name", models.CharField(max_length=200)),
                        ("valid_from", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        ("source", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "version"), name="inspections_scale_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="inspections_scale_validity_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Framework",
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
                        ("code", models.CharField(max_length=60, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("valid_from", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        ("legal_power", models.CharField(blank=True, max_length=200)),
                        ("inspectorates", models.JSONField(blank=True, default=list)),
                        (
                            "recommendation_kind",
                            models.CharField(default="recommendation", max_length=40),
                        ),
                        ("duties", models.JSONField(blank=True, default=list)),
                        ("usual_type", models.CharField(blank=True, max_length=60)),
                        ("notes", models.TextField(blank=True)),
                        ("source", models.TextField(blank=True)),
                        (
                            "scale",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.scale",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="inspections_framework_validity_in_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Grade",
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
                        ("code", models.CharField(max_length=40)),
                        ("label", models.CharField(max_length=200)),
                        ("rank", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("definition", models.TextField(blank=True)),
                        ("variants", models.JSONField(blank=True, default=list)),
                        (
                            "scale",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grades",
                                to="inspections.scale",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("scale", "code"), name="inspections_grade_once"
                            ),
                            models.UniqueConstraint(
                                fields=("scale", "rank"), name="inspections_grade_ranked_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Area",
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
                        ("code", models.CharField(max_length=120)),
                        ("label", models.CharField(max_length=200)),
                        ("tree", models.CharField(blank=True, max_length=40)),
                        (
                            "body",
                            models.CharField(
                                choices=[
                                    ("la", "The council"),
                                    ("lscb", "The Local Safeguarding Children Board"),
                                    ("partnership", "The area partnership"),
                                ],
                                default="la",
                                max_length=20,
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField()),
                        ("optional", models.BooleanField(default=False)),
                        ("valid_from", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, null=True)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="inspections.area",
                            ),
                        ),
                        (
                            "framework",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="areas",
                                to="inspections.framework",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("framework", "code"), name="inspections_area_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="inspections_area_validity_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Inspection",
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
                        ("kind", models.CharField(blank=True, max_length=60)),
                        ("title", models.CharField(blank=True, max_length=500)),
                        ("authority_printed", models.CharField(blank=True, max_length=200)),
                        ("first_day", models.DateField(blank=True, null=True)),
                        ("last_day", models.DateField(blank=True, null=True)),
                        (
                            "days_precision",
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
                        ("days_printed", models.CharField(blank=True, max_length=200)),
                        ("published_on", models.DateField(blank=True, null=True)),
                        ("published_from", models.CharField(blank=True, max_length=40)),
                        ("received_on", models.DateField(blank=True, null=True)),
                        ("inspectorates", models.JSONField(blank=True, default=list)),
                        ("lead_inspectors", models.JSONField(blank=True, default=list)),
                        ("legal_power", models.CharField(blank=True, max_length=200)),
                        ("legal_power_printed", models.TextField(blank=True)),
                        (
                            "serious_failures",
                            models.CharField(
                                choices=[
                                    ("not stated", "Not stated"),
                                    ("none", "No widespread or serious failures"),
                                    ("some", "Widespread or serious failures"),
                                ],
                                default="not stated",
                                max_length=20,
                            ),
                        ),
                        ("serious_failures_printed", models.TextField(blank=True)),
                        ("scope", models.TextField(blank=True)),
                        ("statement_required", models.BooleanField(null=True)),
                        (
                            "stated_recommendations",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        ("local_date_days", models.PositiveSmallIntegerField(default=5)),
                        ("warnings", models.JSONField(blank=True, default=list)),
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
                        ("in_use", models.BooleanField(default=False)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="people.authority",
                            ),
                        ),
                        (
                            "framework",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="inspections.framework",
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
                        (
                            "type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.inspectiontype",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("first_day__isnull", True),
                                    ("last_day__isnull", True),
                                    ("last_day__gte", models.F("first_day")),
                                    _connector="OR",
                                ),
                                name="inspections_inspection_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), _negated=True),
                                    ("in_use", False),
                                    _connector="OR",
                                ),
                                name="inspections_inspection_withdrawn_only_unused",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("days_precision", "unknown"), ("first_day__isnull", True)
                                    ),
                                    models.Q(
                                        ("first_day__isnull", False),
                                        models.Q(("days_precision", "unknown"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspections_inspection_days_have_a_precision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Crosswalk",
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
                        ("why", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="people.authority"
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
                            "from_grade",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="crosswalks",
                                to="inspections.grade",
                            ),
                        ),
                        (
                            "to_grade",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.grade",
                            ),
                        ),
                        (
                            "to_scale",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="inspections.scale"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "from_grade", "to_scale"),
                                name="inspections_crosswalk_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True),
                                name="inspections_crosswalk_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
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
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        ("text", models.TextField()),
                        ("bullets", models.JSONField(blank=True, default=list)),
                        ("page", models.PositiveIntegerField(blank=True, null=True)),
                        ("section", models.TextField(blank=True)),
                        ("heading", models.TextField(blank=True)),
                        ("area_code", models.CharField(blank=True, max_length=120)),
                        (
                            "sense",
                            models.CharField(
                                choices=[
                                    ("strength", "Strength"),
                                    ("weakness", "Weakness"),
                                    ("neither", "Neither"),
                                ],
                                default="neither",
                                max_length=10,
                            ),
                        ),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.area",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "order"), name="inspections_finding_in_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceBase",
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
                        ("text", models.TextField()),
                        ("paragraph", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "sample",
                            models.DecimalField(
                                blank=True, decimal_places=3, max_digits=14, null=True
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=200)),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence_base",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "order"),
                                name="inspections_evidencebase_in_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InspectorQuery",
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
                        ("asked_on", models.DateField()),
                        ("asked_of", models.CharField(blank=True, max_length=200)),
                        ("text", models.TextField()),
                        ("response", models.TextField(blank=True)),
                        ("responded_on", models.DateField(blank=True, null=True)),
                        ("logged_at", models.DateTimeField()),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspector_queries",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "logged_by",
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
                                fields=("inspection", "number"),
                                name="inspections_inspectorquery_numbered",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("responded_on__isnull", True), ("response", "")),
                                    models.Q(
                                        models.Q(("response", ""), _negated=True),
                                        ("responded_on__gte", models.F("asked_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspections_inspectorquery_answered_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Obligation",
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
                        ("duty", models.CharField(max_length=60)),
                        ("publication_day_counts", models.BooleanField(default=False)),
                        ("stated_on", models.DateField(blank=True, null=True)),
                        ("stated_printed", models.TextField(blank=True)),
                        ("stated_place", models.JSONField(blank=True, default=dict)),
                        ("from_published", models.DateField(blank=True, null=True)),
                        ("from_received", models.DateField(blank=True, null=True)),
                        ("computed_on", models.DateField(blank=True, null=True)),
                        ("basis", models.TextField(blank=True)),
                        ("reason", models.TextField(blank=True)),
                        ("difference_days", models.IntegerField(blank=True, null=True)),
                        ("difference_words", models.TextField(blank=True)),
                        ("trace", models.JSONField(blank=True, default=dict)),
                        ("notes", models.JSONField(blank=True, default=list)),
                        ("calendar", models.CharField(blank=True, max_length=40)),
                        ("worked_out_at", models.DateTimeField()),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="obligations",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "stated_upload",
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
                                fields=("inspection", "duty"), name="inspections_obligation_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PreviousInspection",
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
                        ("place", models.JSONField(blank=True, default=dict)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="previous_ones",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "previous",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.inspection",
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("previous__isnull", True),
                                    models.Q(("previous", models.F("inspection")), _negated=True),
                                    _connector="OR",
                                ),
                                name="inspections_previousinspection_is_another",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileFigure",
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
                        ("value", models.DecimalField(decimal_places=4, max_digits=18)),
                        ("unit", models.CharField(blank=True, max_length=200)),
                        (
                            "out_of",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=18, null=True
                            ),
                        ),
                        ("population", models.CharField(blank=True, max_length=200)),
                        ("as_at", models.DateField(blank=True, null=True)),
                        ("as_at_printed", models.CharField(blank=True, max_length=200)),
                        ("indicator", models.CharField(blank=True, max_length=60)),
                        ("paragraph", models.PositiveIntegerField(blank=True, null=True)),
                        ("text", models.TextField()),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="profile_figures",
                                to="inspections.inspection",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "order"),
                                name="inspections_profilefigure_in_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recommendation",
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
                        ("number", models.CharField(blank=True, max_length=20)),
                        ("text", models.TextField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("recommendation", "Recommendation"),
                                    ("area for improvement", "Area for improvement"),
                                    ("what needs to improve", "What needs to improve"),
                                    ("area for priority action", "Area for priority action"),
                                    ("good descriptor", "Good descriptor"),
                                    ("self-identified", "Self-identified"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("consider", models.BooleanField(default=False)),
                        ("to_consider", models.TextField(blank=True)),
                        ("shared", models.BooleanField(default=False)),
                        ("shared_printed", models.TextField(blank=True)),
                        (
                            "body",
                            models.CharField(
                                choices=[
                                    ("la", "The council"),
                                    ("lscb", "The Local Safeguarding Children Board"),
                                    ("partnership", "The area partnership"),
                                ],
                                default="la",
                                max_length=20,
                            ),
                        ),
                        ("addressees", models.JSONField(blank=True, default=list)),
                        ("addressees_from", models.CharField(blank=True, max_length=40)),
                        (
                            "council_part",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("sole owner", "Sole owner"),
                                    ("co-owner", "Co-owner"),
                                    ("assurer", "Assurer only"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("council_part_from", models.CharField(blank=True, max_length=20)),
                        ("group_printed", models.TextField(blank=True)),
                        ("theme", models.TextField(blank=True)),
                        ("section", models.TextField(blank=True)),
                        ("paragraph", models.PositiveIntegerField(blank=True, null=True)),
                        ("page", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "timescale",
                            models.CharField(
                                choices=[
                                    ("immediately", "Immediately"),
                                    ("within", "Within a period"),
                                    ("none", "None"),
                                    ("to settle", "Cannot be read, to settle"),
                                ],
                                default="none",
                                max_length=20,
                            ),
                        ),
                        (
                            "timescale_length",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        ("timescale_unit", models.CharField(blank=True, max_length=20)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("due_reason", models.TextField(blank=True)),
                        ("local_date", models.DateField(blank=True, null=True)),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "order"),
                                name="inspections_recommendation_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("timescale", "within"), _negated=True),
                                    models.Q(
                                        ("timescale_length__isnull", False),
                                        models.Q(("timescale_unit", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspections_recommendation_within_has_a_length",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReferralBack",
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
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("safety", "Safety of the child"),
                                    ("drift", "Delay or drift"),
                                    ("decision", "A decision to be looked at again"),
                                    ("record", "A record to be put right"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("referred_on", models.DateField()),
                        ("responded_on", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("safe", "Found safe, nothing changed"),
                                    ("changed", "The plan was changed"),
                                    ("protected", "Protective steps were taken"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("entered_at", models.DateTimeField()),
                        (
                            "entered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals_back",
                                to="inspections.inspection",
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
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "number"),
                                name="inspections_referralback_numbered",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome", ""),
                                    ("responded_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="inspections_referralback_outcome_after_response",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("responded_on__isnull", True),
                                    ("responded_on__gte", models.F("referred_on")),
                                    _connector="OR",
                                ),
                                name="inspections_referralback_days_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Judgement",
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
                        ("area_code", models.CharField(blank=True, max_length=120)),
                        ("label", models.TextField()),
                        ("tree", models.CharField(blank=True, max_length=40)),
                        ("group_printed", models.TextField(blank=True)),
                        (
                            "body",
                            models.CharField(
                                choices=[
                                    ("la", "The council"),
                                    ("lscb", "The Local Safeguarding Children Board"),
                                    ("partnership", "The area partnership"),
                                ],
                                default="la",
                                max_length=20,
                            ),
                        ),
                        ("grade_printed", models.TextField(blank=True)),
                        ("heading_grade_printed", models.TextField(blank=True)),
                        ("order", models.PositiveSmallIntegerField()),
                        ("page", models.PositiveIntegerField(blank=True, null=True)),
                        ("source_place", models.JSONField(blank=True, default=dict)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.area",
                            ),
                        ),
                        (
                            "grade",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.grade",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="judgements",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="inspections.judgement",
                            ),
                        ),
                        (
                            "scale",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.scale",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "order"),
                                name="inspections_judgement_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("parent__isnull", True),
                                    models.Q(("parent", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="inspections_judgement_is_not_its_own_parent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("grade__isnull", True),
                                    ("scale__isnull", False),
                                    _connector="OR",
                                ),
                                name="inspections_judgement_grade_has_a_scale",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DataCorrection",
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
                        ("what", models.TextField()),
                        ("was", models.TextField()),
                        ("became", models.TextField()),
                        ("indicator", models.CharField(blank=True, max_length=60)),
                        ("corrected_on", models.DateField()),
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
                            "query",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="inspections.inspectorquery",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("was", models.F("became")), _negated=True),
                                    models.Q(("what", ""), _negated=True),
                                ),
                                name="inspections_datacorrection_changes_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerContribution",
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
                        ("said_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.partnerorganisation",
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
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="NumericTarget",
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
                        ("printed", models.TextField()),
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
                        ("value", models.DecimalField(decimal_places=3, max_digits=6)),
                        ("unit", models.CharField(default="%", max_length=20)),
                        ("population", models.TextField(blank=True)),
                        ("each_group", models.BooleanField(default=False)),
                        ("indicator", models.CharField(blank=True, max_length=60)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed from the words"),
                                    ("confirmed", "Confirmed"),
                                    ("refused", "Refused"),
                                ],
                                default="proposed",
                                max_length=10,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="targets",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("recommendation", "order"),
                                name="inspections_numerictarget_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_by__isnull", True), ("state", "proposed")),
                                    models.Q(
                                        models.Q(("state", "proposed"), _negated=True),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspections_numerictarget_decided_by_somebody",
                            ),
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
                                name="inspections_numerictarget_decided_by_and_at_together",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingLink",
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
                        ("kind", models.CharField(max_length=40)),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="inspections.finding",
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("finding", "recommendation"),
                                name="inspections_findinglink_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsiderDecision",
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
                            "decision",
                            models.CharField(
                                choices=[
                                    ("adopted", "Will be done"),
                                    ("in part", "Will be done in part"),
                                    ("not adopted", "Will not be done"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("why", models.TextField()),
                        ("decided_on", models.DateField()),
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
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consider_decisions",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True),
                                name="inspections_considerdecision_has_a_reason",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Addressee",
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
                        ("printed", models.TextField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("council", "The council"),
                                    ("all agencies", "All agencies, the council among them"),
                                    ("another body", "Another body"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.partnerorganisation",
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bodies",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("recommendation", "order"),
                                name="inspections_addressee_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("partner__isnull", True),
                                    ("kind", "another body"),
                                    _connector="OR",
                                ),
                                name="inspections_addressee_council_is_no_partner",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Repeat",
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
                            "likeness",
                            models.DecimalField(
                                blank=True, decimal_places=3, max_digits=4, null=True
                            ),
                        ),
                        ("words", models.JSONField(blank=True, default=list)),
                        (
                            "years",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed by likeness"),
                                    ("confirmed", "Raised in an earlier inspection"),
                                    ("refused", "Another matter"),
                                ],
                                default="proposed",
                                max_length=10,
                            ),
                        ),
                        ("why", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                            "earlier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="repeated_by",
                                to="inspections.recommendation",
                            ),
                        ),
                        (
                            "later",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="repeats",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("later", "earlier"), name="inspections_repeat_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("later", models.F("earlier")), _negated=True),
                                name="inspections_repeat_is_of_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_by__isnull", True), ("state", "proposed")),
                                    models.Q(
                                        models.Q(("state", "proposed"), _negated=True),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspections_repeat_decided_by_somebody",
                            ),
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
                                name="inspections_repeat_decided_by_and_at_together",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThresholdChange",
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
                        ("policy", models.CharField(max_length=200)),
                        ("unit", models.CharField(max_length=100)),
                        ("was", models.DecimalField(decimal_places=3, max_digits=12)),
                        ("became", models.DecimalField(decimal_places=3, max_digits=12)),
                        ("effective_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.authority",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="threshold_changes",
                                to="inspections.finding",
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
                                fields=("authority", "policy", "effective_on"),
                                name="inspections_thresholdchange_once_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("was", models.F("became")), _negated=True),
                                name="inspections_thresholdchange_changes_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UncitedDecision",
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
                            "decision",
                            models.CharField(
                                choices=[
                                    (
                                        "addressed",
                                        "Answered by something else, which the reason names",
                                    ),
                                    ("to plan", "To be taken into the plan"),
                                    ("no action", "No action, for the reason given"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("why", models.TextField()),
                        ("decided_at", models.DateTimeField()),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uncited_decision",
                                to="inspections.finding",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True),
                                name="inspections_unciteddecision_has_a_reason",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Closing",
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
                        ("shown", models.TextField(blank=True)),
                        ("closed_at", models.DateTimeField()),
                        ("reopened_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "closed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reopened_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.considerdecision",
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closings",
                                to="inspections.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("reopened_at__isnull", True)),
                                fields=("recommendation",),
                                name="inspections_closing_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decision__isnull", False),
                                    models.Q(("shown", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="inspections_closing_rests_on_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reopened_at__isnull", True), ("reopened_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("reopened_at__isnull", False),
                                        ("reopened_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="inspections_closing_reopened_by_and_at_together",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThresholdNotice",
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
                        ("to_whom", models.CharField(max_length=200)),
                        ("told_on", models.DateField()),
                        ("how", models.CharField(blank=True, max_length=200)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "change",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="inspections.thresholdchange",
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
                ),
            ],
        ),
    ]
