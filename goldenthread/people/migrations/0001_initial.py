import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
import goldenthread.people.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        goldenthread.people.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Authority",
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
                        ("code", models.CharField(max_length=3, unique=True)),
                        ("name", models.CharField(max_length=200)),
                    ],
                    options={
                        "verbose_name_plural": "authorities",
                    },
                ),
                migrations.CreateModel(
                    name="User",
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
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        ("email", models.EmailField(max_length=254, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "system_code",
                            models.CharField(blank=True, max_length=100, null=True, unique=True),
                        ),
                        ("is_active", models.BooleanField(default=True)),
                        ("must_choose_password", models.BooleanField(default=False)),
                        ("made_at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="people_user_email_in_any_case",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("system_code__isnull", True),
                                    ("is_active", False),
                                    _connector="OR",
                                ),
                                name="people_user_system_users_cannot_sign_in",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoryHead",
                    fields=[
                        (
                            "id",
                            models.PositiveSmallIntegerField(
                                default=1, primary_key=True, serialize=False
                            ),
                        ),
                        ("chain", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("count", models.PositiveBigIntegerField(default=0)),
                        ("hash", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("id", 1)), name="people_historyhead_is_one_row"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoryLine",
                    fields=[
                        (
                            "number",
                            models.PositiveBigIntegerField(primary_key=True, serialize=False),
                        ),
                        ("at", models.DateTimeField()),
                        ("verb", models.CharField(max_length=100)),
                        ("thing_type", models.CharField(max_length=100)),
                        ("thing_id", models.CharField(max_length=100)),
                        ("digests", models.JSONField(default=dict)),
                        ("previous", models.CharField(blank=True, max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                        (
                            "authority",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                        "indexes": [
                            models.Index(
                                fields=["thing_type", "thing_id", "number"],
                                name="people_hist_thing_t_ec4db6_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Job",
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
                        ("kind", models.CharField(max_length=100)),
                        ("arguments", models.JSONField(default=dict)),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("running", "Running"),
                                    ("done", "Done"),
                                    ("failed", "Failed"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("not_before", models.DateTimeField(default=django.utils.timezone.now)),
                        ("holder", models.CharField(blank=True, max_length=200)),
                        ("held_until", models.DateTimeField(null=True)),
                        ("steps", models.JSONField(default=dict)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("of", models.PositiveIntegerField(null=True)),
                        ("words", models.CharField(blank=True, max_length=200)),
                        ("result", models.JSONField(null=True)),
                        ("message", models.TextField(blank=True)),
                        ("started_at", models.DateTimeField(null=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("cancel_asked_at", models.DateTimeField(null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.authority",
                            ),
                        ),
                        (
                            "cancel_asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["state", "not_before"], name="people_job_state_46e303_idx"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cancel_asked_at__isnull", True),
                                        ("cancel_asked_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("cancel_asked_at__isnull", False),
                                        ("cancel_asked_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_job_cancel_asked_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_until__isnull", False),
                                        ("state", "running"),
                                        models.Q(("holder", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "running"), _negated=True),
                                        ("held_until__isnull", True),
                                        ("holder", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_job_held_while_running",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("finished_at__isnull", True),
                                        ("state__in", ["waiting", "running"]),
                                    ),
                                    models.Q(
                                        ("finished_at__isnull", False),
                                        ("state__in", ["done", "failed", "cancelled"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_job_finished_when_ended",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("of__isnull", True),
                                    ("done__lte", models.F("of")),
                                    _connector="OR",
                                ),
                                name="people_job_no_more_done_than_there_is",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
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
                        ("about", models.CharField(max_length=200)),
                        ("words", models.TextField()),
                        ("sent_at", models.DateTimeField()),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        ("mailed_at", models.DateTimeField(blank=True, null=True)),
                        ("mail_problem", models.CharField(blank=True, max_length=300)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("about", ""), _negated=True),
                                    models.Q(("words", ""), _negated=True),
                                ),
                                name="people_notice_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerOrganisation",
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
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="people.authority"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("authority"),
                                django.db.models.functions.text.Lower("name"),
                                name="people_partnerorganisation_named_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Redaction",
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
                        ("requested_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("approved_at", models.DateTimeField(null=True)),
                        ("refused_at", models.DateTimeField(null=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.authority",
                            ),
                        ),
                        (
                            "refused_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "requested_by",
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
                                    models.Q(
                                        ("approved_at__isnull", True), ("approved_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("approved_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_redaction_approved_by_and_at_together",
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
                                name="people_redaction_refused_by_and_at_together",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by__isnull", True),
                                    models.Q(
                                        ("approved_by", models.F("requested_by")), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                name="people_redaction_takes_two_people",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_at__isnull", True),
                                    ("refused_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="people_redaction_decided_one_way",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Service",
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
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="people.authority"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("authority"),
                                django.db.models.functions.text.Lower("name"),
                                name="people_service_named_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoryValue",
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
                        ("place", models.CharField(max_length=10)),
                        ("name", models.CharField(blank=True, max_length=100)),
                        ("text", models.TextField()),
                        ("salt", models.CharField(max_length=32)),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="values",
                                to="people.historyline",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("line", "place", "name"),
                                name="people_historyvalue_kept_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Matter",
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
                        ("key", models.CharField(max_length=200)),
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matters",
                                to="people.notice",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("to", "key"), name="people_matter_told_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
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
                        ("initials", models.CharField(blank=True, max_length=10)),
                        ("left_on", models.DateField(blank=True, null=True)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="people.authority"
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
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="persons",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("authority", "user"), name="people_person_one_for_each_user"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RedactedValue",
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
                        ("place", models.CharField(max_length=10)),
                        ("name", models.CharField(blank=True, max_length=100)),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="redacted",
                                to="people.historyline",
                            ),
                        ),
                        (
                            "redaction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="values",
                                to="people.redaction",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("redaction", "line", "place", "name"),
                                name="people_redactedvalue_named_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Team",
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
                        ("code", models.CharField(blank=True, max_length=30)),
                        ("synonyms", models.JSONField(blank=True, default=list)),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="people.authority"
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.service",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.team",
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
                                name="people_team_dates_in_order",
                            ),
                            models.UniqueConstraint(
                                models.F("authority"),
                                django.db.models.functions.text.Lower("name"),
                                condition=models.Q(("ended_on__isnull", True)),
                                name="people_team_named_once_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Alias",
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
                        ("text", models.CharField(max_length=200)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aliases",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "aliases",
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("person"),
                                django.db.models.functions.text.Lower("text"),
                                name="people_alias_given_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Post",
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
                        ("title", models.CharField(max_length=200)),
                        ("synonyms", models.JSONField(blank=True, default=list)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("officer", "Officer"),
                                    ("elected", "Elected member"),
                                    ("independent", "Independent"),
                                    ("partner", "Partner's officer"),
                                ],
                                default="officer",
                                max_length=20,
                            ),
                        ),
                        (
                            "statutory_role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "director_of_childrens_services",
                                        "Director of children's services",
                                    ),
                                    ("lead_member", "Lead member for children's services"),
                                    ("head_of_paid_service", "Head of paid service"),
                                    (
                                        "independent_reviewing_officer",
                                        "Independent reviewing officer",
                                    ),
                                    ("virtual_school_head", "Virtual school head"),
                                    ("designated_teacher", "Designated teacher"),
                                    (
                                        "designated_nurse",
                                        "Designated nurse for looked after children",
                                    ),
                                    (
                                        "designated_doctor",
                                        "Designated doctor for looked after children",
                                    ),
                                    ("designated_officer", "Designated officer for allegations"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="people.authority"
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
                            "reports_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.post",
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.service",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.team",
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
                                name="people_post_dates_in_order",
                            ),
                            models.UniqueConstraint(
                                models.F("authority"),
                                django.db.models.functions.text.Lower("title"),
                                condition=models.Q(("ended_on__isnull", True)),
                                name="people_post_titled_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reports_to__isnull", True),
                                    models.Q(("reports_to", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="people_post_does_not_report_to_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleHolding",
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
                            "role",
                            models.CharField(
                                choices=[
                                    ("improvement_officer", "Improvement officer"),
                                    ("lead", "Lead, co-lead or delegate"),
                                    ("checker", "Checker"),
                                    ("strategic_lead", "Strategic lead"),
                                    ("director", "Director"),
                                    ("board_chair", "Board chair"),
                                    ("team_manager", "Team manager"),
                                    ("analyst", "Analyst"),
                                    ("auditor", "Auditor"),
                                    ("moderator", "Moderator"),
                                    ("clerk", "Clerk"),
                                    ("elected_member", "Elected member"),
                                    ("partner_user", "Partner user"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_holdings",
                                to="people.authority",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_holdings",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.service",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="people.team",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["user", "authority", "role"],
                                name="people_role_user_id_cf1c06_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on__isnull", True),
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="people_roleholding_dates_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "improvement_officer",
                                            "lead",
                                            "checker",
                                            "strategic_lead",
                                            "director",
                                            "board_chair",
                                            "team_manager",
                                            "analyst",
                                            "auditor",
                                            "moderator",
                                            "clerk",
                                            "elected_member",
                                            "partner_user",
                                            "administrator",
                                        ],
                                    )
                                ),
                                name="people_roleholding_role_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("partner__isnull", False), ("role", "partner_user")),
                                    models.Q(
                                        models.Q(("role", "partner_user"), _negated=True),
                                        ("partner__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_roleholding_partner_user_names_partner",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role", "team_manager"), _negated=True),
                                    ("team__isnull", False),
                                    _connector="OR",
                                ),
                                name="people_roleholding_team_manager_names_team",
                            ),
                            models.UniqueConstraint(
                                models.F("user"),
                                models.F("authority"),
                                models.F("role"),
                                django.db.models.functions.comparison.Coalesce("team_id", 0),
                                django.db.models.functions.comparison.Coalesce("service_id", 0),
                                django.db.models.functions.comparison.Coalesce("partner_id", 0),
                                condition=models.Q(("ended_on__isnull", True)),
                                name="people_roleholding_held_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
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
                        ("manages", models.BooleanField(default=False)),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="people.person",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="people.team",
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
                                name="people_membership_dates_in_order",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("team", "person"),
                                name="people_membership_held_once_at_a_time",
                            ),
                            models.UniqueConstraint(
                                fields=("team", "person", "started_on"),
                                name="people_membership_begun_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Postholding",
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
                        ("acting", models.BooleanField(default=False)),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="postholdings",
                                to="people.person",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holdings",
                                to="people.post",
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
                                name="people_postholding_dates_in_order",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("post", "person"),
                                name="people_postholding_held_once_at_a_time",
                            ),
                            models.UniqueConstraint(
                                fields=("post", "person", "started_on"),
                                name="people_postholding_begun_once",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
