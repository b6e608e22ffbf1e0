import django.db.models.deletion
import django.utils.timezone
import goldenthread.people.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        goldenthread.people.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name="StoredFile",
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
                        ("sha256", models.CharField(max_length=64)),
                        ("size", models.PositiveBigIntegerField()),
                        ("form", models.CharField(blank=True, max_length=20)),
                        ("nature", models.CharField(blank=True, max_length=200)),
                        ("stored_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.authority",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "sha256"),
                                name="sources_storedfile_stored_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0)),
                                name="sources_storedfile_holds_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nature", ""), ("form", ""), _connector="XOR"),
                                name="sources_storedfile_form_or_nature",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Upload",
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
                        ("note", models.TextField(blank=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uploads",
                                to="sources.storedfile",
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
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="sources_upload_is_named",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Suspicion",
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
                        ("place", models.JSONField(blank=True, default=dict)),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("nhs_number", "NHS number"),
                                    ("upn", "Unique pupil number"),
                                    ("birth_date", "Date of birth"),
                                    ("case_number", "Number in a case system"),
                                    ("child_name", "Name of a child"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("excerpt", models.CharField(max_length=300)),
                        ("reason", models.CharField(max_length=200)),
                        (
                            "decision",
                            models.CharField(
                                choices=[
                                    ("open", "Not decided"),
                                    ("restricted", "Kept as restricted"),
                                    ("removed", "Removed from what is taken over"),
                                    ("not_personal", "Nobody's personal data"),
                                ],
                                default="open",
                                max_length=20,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("why", models.TextField(blank=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "upload",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="suspicions",
                                to="sources.upload",
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
                                name="sources_suspicion_decided_by_and_at_together",
                            ),
                            models.UniqueConstraint(
                                fields=("upload", "place", "kind", "start", "end"),
                                name="sources_suspicion_raised_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("end__gt", models.F("start"))),
                                name="sources_suspicion_has_a_length",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "nhs_number",
                                            "upn",
                                            "birth_date",
                                            "case_number",
                                            "child_name",
                                        ],
                                    )
                                ),
                                name="sources_suspicion_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True),
                                        ("decision", "open"),
                                        ("why", ""),
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decision__in", ["restricted", "removed", "not_personal"]),
                                        models.Q(("why", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="sources_suspicion_decided_with_a_reason",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
