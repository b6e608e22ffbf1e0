import django.db.models.deletion
import django.utils.timezone
import goldenthread.people.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("inspections", "0001_initial"),
        ("people", "0001_initial"),
        ("people", "__first__"),
        ("plans", "0001_initial"),
        ("sources", "0001_initial"),
    ]

    operations = [
        goldenthread.people.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Import",
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
                        ("name", models.CharField(max_length=255)),
                        ("kind", models.CharField(blank=True, max_length=20)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting to be read"),
                                    ("reading", "Being read"),
                                    ("proposed", "Waiting for your confirmation"),
                                    ("not_recognised", "Not recognised"),
                                    ("failed", "Could not be read"),
                                    ("confirmed", "Confirmed"),
                                    ("undone", "Undone"),
                                    ("archived", "Archived"),
                                    ("discarded", "Discarded"),
                                ],
                                default="waiting",
                                max_length=20,
                            ),
                        ),
                        ("proposal", models.JSONField(blank=True, default=dict)),
                        ("draft", models.JSONField(blank=True, default=dict)),
                        ("revision", models.PositiveIntegerField(default=0)),
                        ("found", models.CharField(blank=True, max_length=200)),
                        ("message", models.TextField(blank=True)),
                        ("is_called_a_plan", models.BooleanField(default=False)),
                        ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("reading_at", models.DateTimeField(blank=True, null=True)),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_why", models.TextField(blank=True)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imports",
                                to="people.authority",
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
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imports",
                                to="inspections.inspection",
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.job",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imports",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "started_by",
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
                                related_name="imports",
                                to="sources.upload",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["authority", "state"], name="intake_impo_authori_f3e73d_idx"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("confirmed_at__isnull", True),
                                        ("confirmed_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        ("confirmed_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="intake_import_confirmed_by_and_at_together",
                            ),
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
                                name="intake_import_closed_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state__in", ["confirmed", "undone", "archived"]),
                                        _negated=True,
                                    ),
                                    ("confirmed_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="intake_import_confirmed_names_who",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["undone", "archived"]), _negated=True),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        models.Q(("closed_why", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="intake_import_closed_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("upload__isnull", False),
                                    ("state__in", ["failed", "discarded"]),
                                    _connector="OR",
                                ),
                                name="intake_import_without_a_file_failed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "waiting",
                                            "reading",
                                            "proposed",
                                            "not_recognised",
                                            "failed",
                                            "confirmed",
                                            "undone",
                                            "archived",
                                            "discarded",
                                        ],
                                    )
                                ),
                                name="intake_import_state_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeadingMemory",
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
                        ("printed", models.CharField(max_length=200)),
                        ("folded", models.CharField(max_length=200)),
                        ("field", models.CharField(max_length=40)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="headings",
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "folded"),
                                name="intake_headingmemory_remembered_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Created",
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
                        ("kind", models.CharField(max_length=30)),
                        ("table", models.CharField(max_length=100)),
                        ("row", models.PositiveBigIntegerField()),
                        ("public_id", models.CharField(blank=True, max_length=40)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "import_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="created",
                                to="intake.import",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("import_of", "table", "row"),
                                name="intake_created_named_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Question",
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
                        ("number", models.PositiveIntegerField()),
                        ("key", models.TextField()),
                        ("kind", models.CharField(max_length=60)),
                        ("where", models.TextField(blank=True)),
                        ("rows", models.JSONField(blank=True, default=list)),
                        ("place", models.JSONField(blank=True, default=dict)),
                        ("text", models.TextField()),
                        ("suggestion", models.JSONField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("answered", "Answered"),
                                    ("to_settle", "To settle later"),
                                    ("gone", "No longer asked"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("answer", models.JSONField(blank=True, null=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "import_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="intake.import",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True), ("answered_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="intake_question_answered_by_and_at_together",
                            ),
                            models.UniqueConstraint(
                                fields=("import_of", "key"), name="intake_question_asked_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True),
                                        ("state__in", ["open", "gone"]),
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("state__in", ["answered", "to_settle"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="intake_question_settled_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Edit",
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
                        ("number", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("set", "Changed"),
                                    ("answer", "Answered"),
                                    ("split", "Split"),
                                    ("join", "Joined"),
                                    ("refuse", "Refused"),
                                    ("accept", "Accepted"),
                                    ("add", "Added"),
                                    ("link", "Linked"),
                                    ("unlink", "Unlinked"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("path", models.TextField()),
                        ("before", models.JSONField(blank=True, null=True)),
                        ("after", models.JSONField(blank=True, null=True)),
                        ("change", models.JSONField(default=list)),
                        ("why", models.TextField(blank=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_number", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "import_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="edits",
                                to="intake.import",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="edits",
                                to="intake.question",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("undone_at__isnull", True), ("undone_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("undone_at__isnull", False), ("undone_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="intake_edit_undone_by_and_at_together",
                            ),
                            models.UniqueConstraint(
                                fields=("import_of", "number"), name="intake_edit_one_a_revision"
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
