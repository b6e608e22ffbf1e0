"""The report beside its reading."""

from django.urls import reverse

from goldenthread.inspections.models import Inspection
from goldenthread.people.models import User
from goldenthread.sources.screening import masked
from goldenthread.web import beside


def source_of(inspection: Inspection, by: User, asked: beside.Asked) -> beside.Source | None:
    """A part of the report; None where the report came without a file."""
    upload = inspection.upload
    if upload is None:
        return None
    return beside.source_of(
        upload,
        by,
        name=masked(upload.name),
        address=reverse("inspections:source", args=[inspection.pk]),
        picture=lambda page: reverse("inspections:picture", args=[inspection.pk, page]),
        asked=asked,
    )
