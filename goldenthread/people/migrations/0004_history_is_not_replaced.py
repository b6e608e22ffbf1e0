"""No line of the history is replaced by another, which SQLite would let pass."""

from django.db import migrations

from goldenthread.people import triggers


def create(apps, schema_editor):
    triggers.create(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("people", "0003_user_must_choose_password")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
