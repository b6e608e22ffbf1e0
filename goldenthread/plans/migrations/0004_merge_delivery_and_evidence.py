"""Delivery and evidence were drawn beside one another."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_delivery"), ("plans", "0003_evidence")]
    operations = []
