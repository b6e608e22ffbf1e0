"""The sheet for a visit as a paper of today."""

from django.utils import timezone

from goldenthread.inspections.models import Visit
from goldenthread.papers.contacts import left_out
from goldenthread.papers.document import Document
from goldenthread.papers.visit.layout import lay_out
from goldenthread.people.models import User
from goldenthread.thread.visiting import sheet_of


def build(visit: Visit, *, by: User) -> Document:
    """The sheet as the person sees it today, on two sides of A4.

    Raises:
        Visit.DoesNotExist: the person does not see the visit.
    """
    rows = Visit.objects.visible_to(by).select_related("authority", "framework")
    seen = rows.get(pk=visit.pk)
    sheet = sheet_of(seen, by=by, day=timezone.localdate())
    return left_out(lay_out(sheet, authority=seen.authority.name))
