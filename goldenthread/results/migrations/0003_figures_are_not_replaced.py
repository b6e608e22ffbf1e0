"""No figure is replaced by another, which SQLite would let pass."""

from django.db import migrations

from goldenthread.results import triggers


def create(apps, schema_editor):
    triggers.create(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("results", "0002_figures_stay")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
